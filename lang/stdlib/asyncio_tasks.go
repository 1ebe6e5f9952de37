package stdlib

import (
	"github.com/coro-lang/coro/lang/compiler"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// asyncio's functions of tasks: sleep, create_task, gather, shield, wait_for.

// sleepRow is asyncio.sleep. Under an await the machine suspends without a
// coroutine; this is the coroutine for everything else.
var sleepRow = rt.Method{Name: "sleep", Module: "asyncio.tasks", Python: true, Sig: "delay, result=None", Sleep: true, Coro: func(t *rt.Thread, args []rt.Value) (rt.NativeCoro, error) {
	return &sleeping{delay: args[0], result: args[1].Or(rt.None)}, nil
}}

type sleeping struct {
	delay, result rt.Value
	begun         bool
}

// SleepResult is what the sleep will give.
func (s *sleeping) SleepResult() rt.Value { return s.result }

func (s *sleeping) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	if err != nil {
		return rt.Value{}, rt.Done, err
	}
	if s.begun {
		return s.result, rt.Done, nil
	}
	s.begun = true
	none, err := t.CompareBool(compiler.Le, s.delay, rt.Int(0))
	if err != nil {
		return rt.Value{}, rt.Done, err
	}
	if none {
		return rt.None, rt.YieldIt, nil
	}
	d, err := t.Seconds(s.delay)
	if err != nil {
		return rt.Value{}, rt.Done, err
	}
	if d != d {
		return rt.Value{}, rt.Done, t.ValueErrorf("Invalid delay: NaN (not a number)")
	}
	if _, err := t.RunningLoop(); err != nil {
		return rt.Value{}, rt.Done, err
	}
	return rt.SleepValue(d), rt.YieldIt, nil
}

func createTask(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	el, err := t.RunningLoop()
	if err != nil {
		return rt.Value{}, err
	}
	ctx, err := t.GivenContext(args[2])
	if err != nil {
		return rt.Value{}, err
	}
	return el.MakeTask(t, args[0], args[1].Or(rt.None), ctx)
}

func futureValue(f *rt.Future, err error) (rt.Value, error) {
	if err != nil {
		return rt.Value{}, err
	}
	return f.Value(), nil
}

// loopOrNil is a loop argument; nil for None.
func loopOrNil(t *rt.Thread, v rt.Value) (*rt.EventLoop, error) {
	if v.IsMissing() || v.IsNone() {
		return nil, nil
	}
	if el := rt.AsLoop(v); el != nil {
		return el, nil
	}
	return nil, t.TypeErrorf("an event loop was expected, got %s", v.Type().Name)
}

func ensureFuture(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	if like, err := t.LikeFuture(args[0]); err != nil || like == rt.True {
		return args[0], err
	}
	el, err := loopOrNil(t, args[1])
	if err != nil {
		return rt.Value{}, err
	}
	return futureValue(t.EnsureFuture(args[0], el))
}

func gather(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	items := rt.AsTuple(args[0]).Items()
	collect, err := t.TruthOr(args[1], false)
	if err != nil {
		return rt.Value{}, err
	}
	if len(items) == 0 {
		el, err := t.EventLoop()
		if err != nil {
			return rt.Value{}, err
		}
		f := t.NewFuture(el)
		f.SetResult(rt.NewList(nil))
		return f.Value(), nil
	}
	var el *rt.EventLoop
	g := rt.NewGathering(len(items), collect)
	made := map[rt.Value]*rt.Future{} // of awaitables given twice
	for _, v := range items {
		if _, err := t.Hash(v); err != nil {
			return rt.Value{}, err
		}
		f := made[v]
		if f == nil {
			if f, err = t.EnsureFuture(v, el); err != nil {
				return rt.Value{}, err
			}
			if el == nil {
				el = f.Loop()
			}
			if f.Value() != v {
				f.Quiet()
				if len(items) > 1 {
					made[v] = f
				}
			}
		}
		g.Add(f)
	}
	return futureValue(g.Future(t, el))
}

// shielded links the future that shield returns to the one that it shields.
type shielded struct{ inner, outer *rt.Future }

type (
	shieldInner shielded // callback of inner
	shieldOuter shielded // callback of outer
)

func (s *shieldInner) CallbackName() string { return "shield.<locals>._inner_done_callback" }
func (s *shieldOuter) CallbackName() string { return "shield.<locals>._outer_done_callback" }

// Guarded is the future that the outer one stands for.
func (s *shieldOuter) Guarded() *rt.Future { return s.inner }

func (s *shieldInner) Run(t *rt.Thread) error {
	in, out := s.inner, s.outer
	switch {
	case out.Cancelled():
		if !in.Cancelled() {
			in.Exception() // it counts as retrieved
		}
		return nil
	case out.Done():
		return nil
	case in.Cancelled():
		_, err := out.Cancel(t, rt.None)
		return err
	}
	if e := in.Exception(); e != nil {
		out.SetException(t, e)
		return nil
	}
	v, err := in.Result(t)
	if err == nil {
		out.SetResult(v)
	}
	return err
}

func (s *shieldOuter) Run(t *rt.Thread) error {
	if !s.inner.Done() {
		s.inner.RemoveCallback((*shieldInner)(s))
	}
	return nil
}

func shield(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	inner, err := t.EnsureFuture(args[0], nil)
	if err != nil || inner.Done() {
		return futureValue(inner, err)
	}
	s := &shielded{inner, t.NewFuture(inner.Loop())}
	inner.AddCallback((*shieldInner)(s))
	s.outer.AddCallback((*shieldOuter)(s))
	return s.outer.Value(), nil
}

// waitingFor is the body of wait_for: the awaitable within a timeout.
type waitingFor struct {
	fut     rt.Value
	after   rt.Value
	timeout *timeoutObj
	task    *rt.Future // of a deadline that is over already: cancelled and waited for
	waiter  *rt.Future
	release *releaseWaiter
}

func waitFor(t *rt.Thread, args []rt.Value) (rt.NativeCoro, error) {
	return &waitingFor{fut: args[0], after: args[1]}, nil
}

func (w *waitingFor) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	switch {
	case w.timeout != nil:
		v := in
		if err != nil {
			v = rt.Value{}
		}
		if err = w.timeout.exit(t, err); err != nil {
			return rt.Value{}, rt.Done, err
		}
		return v, rt.Done, nil
	case w.waiter != nil:
		w.task.RemoveCallback(w.release)
		if err != nil {
			return rt.Value{}, rt.Done, err
		}
		v, err := w.task.Result(t)
		if e, ok := err.(*rt.Exception); ok && rt.Is(e, &rt.CancelledErrorType) {
			err = t.RaiseFrom(t.NewException(&rt.TimeoutErrorType), e, e)
		}
		return v, rt.Done, err
	case err != nil:
		return rt.Value{}, rt.Done, err
	}
	if !w.after.IsNone() {
		over, err := t.CompareBool(compiler.Le, w.after, rt.Int(0))
		if err != nil {
			return rt.Value{}, rt.Done, err
		}
		if over {
			return w.expired(t)
		}
	}
	tm, err := newTimeout(t, w.after)
	if err == nil {
		err = tm.enter(t)
	}
	if err != nil {
		return rt.Value{}, rt.Done, err
	}
	w.timeout = tm
	return w.fut, rt.AwaitIt, nil
}

// expired is a wait_for whose time is over before it begins: what is done counts,
// anything else is cancelled and waited for.
func (w *waitingFor) expired(t *rt.Thread) (rt.Value, rt.Want, error) {
	f, err := t.EnsureFuture(w.fut, nil)
	if err != nil {
		return rt.Value{}, rt.Done, err
	}
	if f.Done() {
		v, err := f.Result(t)
		return v, rt.Done, err
	}
	el, err := t.RunningLoop()
	if err != nil {
		return rt.Value{}, rt.Done, err
	}
	w.task, w.waiter = f, t.NewFuture(el)
	w.release = &releaseWaiter{w.waiter}
	f.AddCallback(w.release)
	if _, err := f.Cancel(t, rt.None); err != nil {
		return rt.Value{}, rt.Done, err
	}
	return w.waiter.Value(), rt.AwaitIt, nil
}

// asTimeout makes a CancelledError a TimeoutError raised from it.
func asTimeout(t *rt.Thread, err error) error {
	e, ok := err.(*rt.Exception)
	if !ok || !rt.Is(err, &rt.CancelledErrorType) {
		return err
	}
	te := t.NewException(&rt.TimeoutErrorType)
	te.SetCause(e)
	te.SetContext(e)
	return te
}

// releaseWaiter is a callback that resolves a future that someone waits on.
type releaseWaiter struct{ waiter *rt.Future }

func (r *releaseWaiter) CallbackName() string { return "_release_waiter" }

func (r *releaseWaiter) Run(t *rt.Thread) error {
	if !r.waiter.Done() {
		r.waiter.SetResult(rt.None)
	}
	return nil
}
