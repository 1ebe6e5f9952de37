# The modules that asyncio's functions and methods say they are defined in.
import asyncio

for name in sorted(
    """sleep gather wait_for as_completed shield create_task ensure_future timeout timeout_at run current_task
    get_running_loop get_event_loop new_event_loop set_event_loop iscoroutine isfuture to_thread
    run_coroutine_threadsafe wrap_future create_eager_task_factory""".split()
):
    print(name, getattr(asyncio, name).__module__)
for method in asyncio.Queue.put, asyncio.Lock.acquire, asyncio.Event().wait, asyncio.TaskGroup.create_task, asyncio.Runner.run:
    print(method.__qualname__, method.__module__)
print(hasattr(str.upper, "__module__"), len.__module__)
