"""Task.get_stack and print_stack of tasks that wait, run and failed."""
import asyncio
import io
import sys


async def inner():
    await asyncio.sleep(1)


async def outer():
    await inner()


async def fails():
    raise ValueError("wrong")


def shown(task, **kwargs):
    out = io.StringIO()
    task.print_stack(file=out, **kwargs)
    print(out.getvalue(), end="")


async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    print([(f.f_code.co_name, f.f_lineno) for f in task.get_stack()])
    shown(task)
    failed = asyncio.create_task(fails())
    await asyncio.wait([failed])
    print([(f.f_code.co_name, f.f_lineno) for f in failed.get_stack()])
    shown(failed)
    await task
    print(task.get_stack())
    shown(task)
    print(sys._getframe().f_code.co_name, sys._getframe(0).f_lineno)


asyncio.run(main())
