package stdlib

import (
	"strings"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// The words of asyncio, the modules and the program's own circumstances that a
// .coro file has without an import.

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
	now := rt.NewBuiltin("coro", &rt.Method{Name: "now", Fn: func(t *rt.Thread, _ []rt.Value) (rt.Value, error) {
		return rt.Float(t.VM.Now()), nil
	}})
	rt.RegisterPrelude("now", func(*rt.Thread) (rt.Value, error) { return now, nil })
	rt.RegisterPrelude("args", func(t *rt.Thread) (rt.Value, error) {
		type key struct{}
		words := rt.State(t.VM, key{}, func() *rt.Value {
			var items []rt.Value
			for _, w := range t.VM.Args[min(1, len(t.VM.Args)):] {
				items = append(items, rt.NewStr(w))
			}
			v := rt.NewList(items)
			return &v
		})
		return *words, nil
	})
}
