package stdlib

import (
	rt "github.com/coro-lang/coro/lang/runtime"
)

// asyncio.to_thread and run_coroutine_threadsafe.

// toThread is the coroutine to_thread: a call on a strand of the default
// executor, in a copy of the current context.
func toThread(t *rt.Thread, args []rt.Value) (rt.NativeCoro, error) {
	fn := args[0]
	call, names, err := t.CallArgs(args[1], args[2])
	if err != nil {
		return nil, err
	}
	return &inThread{call: func(t *rt.Thread, ctx *rt.Context) (rt.Value, error) { return t.RunIn(ctx, fn, call, names) }}, nil
}

// inThread is the body of to_thread.
type inThread struct {
	call    func(t *rt.Thread, ctx *rt.Context) (rt.Value, error)
	waiting bool
}

func (c *inThread) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	if err != nil || c.waiting {
		return in, rt.Done, err
	}
	el, err := t.RunningLoop()
	if err != nil {
		return rt.Value{}, rt.Done, err
	}
	ctx := t.CopyContext()
	call := func(t *rt.Thread) (rt.Value, error) { return c.call(t, ctx) }
	c.waiting = true
	if v, err := el.CallInExecutor(t, call); err != nil || !v.IsMissing() {
		return v, rt.AwaitIt, err
	}
	f, err := el.RunInExecutor(t, nil, call)
	if err != nil {
		return rt.Value{}, rt.Done, err
	}
	return f.Value(), rt.AwaitIt, nil
}
