package stdlib

import (
	rt "github.com/coro-lang/coro/lang/runtime"
)

// asyncio: the module's table. What is in it is in the files asyncio_*.go, and
// futures, tasks and event loops are the runtime's own.

var asyncioModule = rt.ModuleDef{
	Name: "asyncio",
	Doc:  "Concurrent code with coroutines, tasks and an event loop.",
	Funcs: []rt.Method{
		sleepRow,
		{Name: "create_task", Module: "asyncio.tasks", Python: true, Sig: "coro, *, name=None, context=None", Fn: createTask, Spawn: true},
		{Name: "ensure_future", Module: "asyncio.tasks", Python: true, Sig: "coro_or_future, *, loop=None", Fn: ensureFuture},
		{Name: "gather", Module: "asyncio.tasks", Python: true, Sig: "*coros_or_futures, return_exceptions=False", Fn: gather},
		{Name: "wait", Module: "asyncio.tasks", Python: true, Sig: "fs, *, timeout=None, return_when='ALL_COMPLETED', loop=None", Coro: wait, Leaf: true},
		{Name: "wait_for", Module: "asyncio.tasks", Python: true, Sig: "fut, timeout", Coro: waitFor},
		{Name: "as_completed", Module: "asyncio.tasks", Python: true, Sig: "fs, *, timeout=None", Fn: asCompleted},
		{Name: "shield", Module: "asyncio.tasks", Python: true, Sig: "arg", Fn: shield},
		{Name: "timeout", Module: "asyncio.timeouts", Python: true, Sig: "delay", Fn: timeoutAfter},
		{Name: "timeout_at", Module: "asyncio.timeouts", Python: true, Sig: "when", Fn: timeoutAt},
		{Name: "run", Module: "asyncio.runners", Python: true, Sig: "main, *, debug=None, loop_factory=None", Fn: asyncioRun},
		{Name: "current_task", Module: "_asyncio", Sig: "loop=None", Fn: currentTask},
		{Name: "all_tasks", Module: "asyncio.tasks", Python: true, Sig: "loop=None", Fn: allTasks},
		{Name: "get_running_loop", Module: "_asyncio", Fn: getRunningLoop},
		{Name: "_get_running_loop", Module: "_asyncio", Fn: getRunningLoopOrNone},
		{Name: "get_event_loop", Module: "_asyncio", Fn: getEventLoop},
		{Name: "new_event_loop", Module: "asyncio.events", Python: true, Fn: newEventLoop},
		{Name: "set_event_loop", Module: "asyncio.events", Python: true, Sig: "loop", Fn: setEventLoop},
		{Name: "_get_policy", Fn: getPolicy},
		{Name: "_set_policy", Sig: "policy", Fn: setPolicy},
		{Name: "_asyncio_error", Sig: "exc", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			if e := rt.AsException(a[0]); e != nil {
				return t.AsyncioError(e).Value(), nil
			}
			return a[0], nil
		}},
		{Name: "_new_loop", Fn: newDefaultLoop},
		{Name: "_default_loop", Fn: defaultLoop},
		{Name: "_set_default_loop", Sig: "loop", Fn: setDefaultLoop},
		{Name: "iscoroutine", Module: "asyncio.coroutines", Python: true, Sig: "obj", Fn: isCoroutine},
		{Name: "iscoroutinefunction", Module: "asyncio.coroutines", Python: true, Sig: "func", Fn: isCoroutineFunction},
		{Name: "isfuture", Module: "asyncio.base_futures", Python: true, Sig: "obj", Fn: isFuture},
		{Name: "to_thread", Module: "asyncio.threads", Python: true, Sig: "func, /, *args, **kwargs", Coro: toThread, Leaf: true},
		{Name: "run_coroutine_threadsafe", Module: "asyncio.tasks", Python: true, Sig: "coro, loop", Fn: runCoroutineThreadsafe},
		{Name: "wrap_future", Module: "asyncio.futures", Python: true, Sig: "future, *, loop=None", Fn: wrapFuture},
		{Name: "eager_task_factory", Module: "asyncio.tasks", Python: true, Sig: "loop, coro, *, name=None, context=None", Fn: eagerTaskFactory},
		{Name: "create_eager_task_factory", Module: "asyncio.tasks", Python: true, Sig: "custom_task_constructor", Fn: createEagerTaskFactory},
	},
	Types: []*rt.Type{
		&rt.FutureType, &rt.TaskType, &rt.HandleType, &rt.TimerHandleType,
		&LockType, &EventType, &ConditionType, &SemaphoreType, &BoundedSemaphoreType, &BarrierType,
		&QueueType, &PriorityQueueType, &LifoQueueType,
		&TimeoutType, &TaskGroupType, &RunnerType,
		&rt.CancelledErrorType, &rt.InvalidStateErrorType, &rt.TimeoutErrorType,
		&QueueEmptyType, &QueueFullType, &QueueShutDownType, &BrokenBarrierErrorType,
	},
	Lazy: asyncioLazy,
	Consts: map[string]rt.Value{
		"FIRST_COMPLETED":   rt.NewStr(firstCompleted),
		"FIRST_EXCEPTION":   rt.NewStr(firstException),
		"ALL_COMPLETED":     rt.NewStr(allCompleted),
		"AbstractEventLoop": rt.TypeValue(&rt.EventLoopType),
		"BaseEventLoop":     rt.TypeValue(&rt.EventLoopType),
		"SelectorEventLoop": rt.TypeValue(&rt.EventLoopType),
	},
}

func init() {
	rt.RegisterModule(&asyncioModule)
}

const (
	firstCompleted = "FIRST_COMPLETED"
	firstException = "FIRST_EXCEPTION"
	allCompleted   = "ALL_COMPLETED"
)
