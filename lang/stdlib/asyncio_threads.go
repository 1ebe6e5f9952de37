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
	return &inThread{func(t *rt.Thread, ctx *rt.Context) (rt.Value, error) { return t.RunIn(ctx, fn, call, names) }, nil}, nil
}

// inThread is the body of to_thread.
type inThread struct {
	call func(t *rt.Thread, ctx *rt.Context) (rt.Value, error)
	fut  *rt.Future
}

func (c *inThread) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	if err != nil || c.fut != nil {
		return in, rt.Done, err
	}
	el, err := t.RunningLoop()
	if err != nil {
		return rt.Value{}, rt.Done, err
	}
	ctx := t.CopyContext()
	c.fut, err = el.RunInExecutor(t, nil, func(t *rt.Thread) (rt.Value, error) { return c.call(t, ctx) })
	if err != nil {
		return rt.Value{}, rt.Done, err
	}
	return c.fut.Value(), rt.AwaitIt, nil
}
