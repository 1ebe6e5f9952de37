package stdlib

import (
	"strings"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// The words of asyncio and the modules that a .coro file has without an import;
// Coro's own are in words.go.

func init() {
	for _, name := range strings.Fields(`sleep create_task gather wait wait_for as_completed timeout timeout_at
		shield TaskGroup Event Lock Condition Semaphore BoundedSemaphore Barrier Queue PriorityQueue LifoQueue
		to_thread run current_task all_tasks Future FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED
		CancelledError InvalidStateError QueueEmpty QueueFull`) {
		rt.RegisterPrelude(name, func(t *rt.Thread) (rt.Value, error) {
			m, err := t.Import("asyncio")
			if err != nil {
				return rt.Value{}, err
			}
			v, _ := m.Get(name)
			return v, nil
		})
	}
	for _, name := range strings.Fields("asyncio random json time math sys") {
		rt.RegisterPrelude(name, func(t *rt.Thread) (rt.Value, error) {
			m, err := t.Import(name)
			if err != nil {
				return rt.Value{}, err
			}
			return m.Value(), nil
		})
	}
}
