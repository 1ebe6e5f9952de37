# asyncio.run() and to_thread() call what a derived loop has in the place of its methods.
import asyncio


class Loop(asyncio.SelectorEventLoop):
    def run_in_executor(self, executor, func, *args):
        print("run_in_executor", executor, args)
        return super().run_in_executor(executor, func, *args)

    def run_until_complete(self, future):
        print("run_until_complete")
        try:
            return super().run_until_complete(future)
        finally:
            print("complete")

    def close(self):
        print("close", self.is_closed())
        super().close()


async def main():
    print(await asyncio.to_thread(divmod, 7, 2))
    try:
        await asyncio.to_thread(divmod, 7, 0)
    except ZeroDivisionError as e:
        print(e)
    return "done"


print(asyncio.run(main(), loop_factory=Loop))
