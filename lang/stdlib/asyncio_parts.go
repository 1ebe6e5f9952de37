package stdlib

import (
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// The modules inside asyncio: where CPython has the names that asyncio itself
// gives, for programs that go there for them.

var (
	//go:embed source/asyncio_events.py
	asyncioEventsSource string
	//go:embed source/asyncio_tasks.py
	asyncioTasksSource string
	//go:embed source/asyncio_staggered.py
	asyncioStaggeredSource string
)

// asyncioLazy is the part of asyncio that few programs ask for.
const asyncioLazy = `
from asyncio import (
    base_events, base_futures, coroutines, events, exceptions, format_helpers, futures, locks, log,
    queues, runners, staggered, taskgroups, tasks, threads, timeouts, unix_events)
from asyncio.events import (
    AbstractEventLoopPolicy, DefaultEventLoopPolicy, get_event_loop_policy, set_event_loop_policy)
EventLoop = SelectorEventLoop
`

func init() {
	for name, source := range map[string]string{
		"base_events": "import asyncio\nfrom asyncio import BaseEventLoop, events, tasks\nfrom asyncio.log import logger\n",
		"base_futures": `from asyncio import isfuture
_PENDING, _CANCELLED, _FINISHED = "PENDING", "CANCELLED", "FINISHED"
`,
		"coroutines": `import os
from asyncio import iscoroutine, iscoroutinefunction
_is_coroutine = object()
def _is_debug_mode():
    return bool(os.environ.get("PYTHONASYNCIODEBUG"))
`,
		"events": asyncioEventsSource,
		"exceptions": `from asyncio import (
    BrokenBarrierError, CancelledError, InvalidStateError, TimeoutError)
`,
		"futures": `from asyncio import (
    CancelledError, Future, InvalidStateError, _asyncio_error, base_futures, events, isfuture, wrap_future)
_PyFuture = Future
def _set_result_unless_cancelled(fut, result):
    if not fut.cancelled():
        fut.set_result(result)
def _copy_future_state(source, dest):
    assert source.done()
    if dest.cancelled():
        return
    assert not dest.done()
    if source.cancelled():
        dest.cancel()
    elif (error := source.exception()) is not None:
        dest.set_exception(_asyncio_error(error))
    else:
        dest.set_result(source.result())
`,
		"locks":      "from asyncio import Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore, exceptions\n",
		"log":        "import logging\nlogger = logging.getLogger('asyncio')\n",
		"queues":     "from asyncio import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull, QueueShutDown, locks\n",
		"runners":    "from asyncio import Runner, run, coroutines, events, tasks\n",
		"staggered":  asyncioStaggeredSource,
		"taskgroups": "from asyncio import TaskGroup, events, exceptions, tasks\n",
		"tasks": `from asyncio import (
    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Task, all_tasks, as_completed, create_eager_task_factory,
    create_task, current_task, eager_task_factory, ensure_future, gather, run_coroutine_threadsafe,
    shield, sleep, wait, wait_for, coroutines, events, exceptions, futures)
_PyTask = Task
_py_current_task = current_task
` + asyncioTasksSource,
		"threads":     "from asyncio import to_thread, events\n",
		"timeouts":    "from asyncio import Timeout, timeout, timeout_at, events, exceptions, tasks\n",
		"unix_events": "from asyncio import SelectorEventLoop, events\n_UnixSelectorEventLoop = SelectorEventLoop\n",
		"format_helpers": `import functools, inspect
def _get_function_source(func):
    func = inspect.unwrap(func)
    while isinstance(func, functools.partial):
        func = func.func
    code = getattr(func, "__code__", None)
    return None if code is None else (code.co_filename, code.co_firstlineno)
`,
	} {
		rt.RegisterModule(&rt.ModuleDef{Name: "asyncio." + name, Source: source})
	}
}

func getPolicy(t *rt.Thread, _ []rt.Value) (rt.Value, error) { return t.LoopPolicy(), nil }

func setPolicy(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	t.SetLoopPolicy(args[0])
	return rt.None, nil
}

func newDefaultLoop(t *rt.Thread, _ []rt.Value) (rt.Value, error) { return t.NewLoop().Value(), nil }

func defaultLoop(t *rt.Thread, _ []rt.Value) (rt.Value, error) { return loopValue(t.DefaultLoop()) }
