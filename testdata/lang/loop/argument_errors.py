# Errors about the arguments of a loop's methods name the class that has them; what is wrong with keywords comes first.
import asyncio

loop = asyncio.new_event_loop()


def try_(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for name in 'call_soon call_later run_until_complete stop set_debug is_running get_debug'.split():
    method = getattr(loop, name)
    try_(lambda: method(*range(7), zzz=1))
    try_(lambda: (method.__qualname__, method.__name__))
    try_(lambda: repr(method).split(' of ')[0])
    if name != 'stop':
        try_(method)
try_(lambda: loop.set_debug(1, enabled=2))
loop.close()
