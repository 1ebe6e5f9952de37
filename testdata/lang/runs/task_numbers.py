import asyncio
async def main():
    print(asyncio.current_task().get_name())
asyncio.run(main()); asyncio.run(main())
with asyncio.Runner() as r:
    r.run(main()); r.run(main())
asyncio.run(main())
keep = []
async def agen():
    try: yield 1; yield 2
    finally: print('closed', asyncio.current_task().get_name())
async def opens():
    a = agen(); print(await anext(a)); keep.append(a)
asyncio.run(opens()); asyncio.run(main())
async def ends():
    a = agen()
    async for x in a: pass
asyncio.run(ends()); asyncio.run(main())
async def later():
    asyncio.get_running_loop().call_later(0, print, 'later'); asyncio.get_running_loop().call_later(5, print, 'never'); asyncio.get_running_loop().call_soon(print, 'soon')
asyncio.run(later()); asyncio.run(main())
async def closes():
    asyncio.get_running_loop().call_soon(asyncio.get_running_loop().stop)
try: asyncio.run(closes())
except Exception as e: print(type(e), e)
asyncio.run(main())
async def th():
    await asyncio.to_thread(print, 'th')
asyncio.run(th()); asyncio.run(main())
asyncio.run(main(), debug=True); asyncio.run(main())
r = asyncio.Runner(); l = r.get_loop(); r.close(); asyncio.run(main())
l = asyncio.new_event_loop(); print(l.run_until_complete(main())); print(l.run_until_complete(l.shutdown_asyncgens())); l.close(); asyncio.run(main())
