

# What CPython lets task classes of others' making tell it: which tasks there are
# and which one runs. The event loop here knows its own tasks only.

_scheduled_tasks = set()
_current_tasks = {}


def _py_register_task(task):
    _scheduled_tasks.add(task)


def _py_unregister_task(task):
    _scheduled_tasks.discard(task)


def _py_enter_task(loop, task):
    current = _current_tasks.get(loop)
    if current is not None:
        raise RuntimeError(f"Cannot enter into task {task!r} while another task {current!r} is being executed.")
    _current_tasks[loop] = task


def _py_leave_task(loop, task):
    current = _current_tasks.get(loop)
    if current is not task:
        raise RuntimeError(f"Leaving task {task!r} does not match the current task {current!r}.")
    del _current_tasks[loop]


def _py_swap_current_task(loop, task):
    previous = _current_tasks.get(loop)
    if task is None:
        _current_tasks.pop(loop, None)
    else:
        _current_tasks[loop] = task
    return previous


_register_task, _unregister_task = _py_register_task, _py_unregister_task
_enter_task, _leave_task, _swap_current_task = _py_enter_task, _py_leave_task, _py_swap_current_task


def _foreign_task(loop):
    return _current_tasks.get(loop)


def _foreign_tasks(loop):
    tasks = set()
    for task in _scheduled_tasks:
        get_loop = getattr(task, "get_loop", None)
        own = get_loop() if get_loop is not None else task._loop
        if own is loop and not task.done():
            tasks.add(task)
    return tasks
