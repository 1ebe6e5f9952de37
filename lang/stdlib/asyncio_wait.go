package stdlib

import (
	rt "github.com/coro-lang/coro/lang/runtime"
)

// asyncio.wait and asyncio.as_completed.

// waiting is the body of wait.
type waiting struct {
	fs, timeout, when rt.Value

	loop   *rt.EventLoop
	cbs    []waitedFor // one for each future
	waiter *rt.Future  // resolved when the wait is over
	left   int
	mode   string
	timer  rt.TimerID
}

// waitedFor is the callback of one future of a wait.
type waitedFor struct {
	w *waiting
	f *rt.Future
}

func wait(t *rt.Thread, args []rt.Value) (rt.NativeCoro, error) {
	return &waiting{fs: args[0], timeout: args[1].Or(rt.None), when: args[2].Or(rt.NewStr(allCompleted))}, nil
}

func (w *waiting) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	if w.waiter == nil {
		if err == nil {
			err = w.begin(t)
		}
		if err != nil {
			return rt.Value{}, rt.Done, err
		}
		return w.waiter.Value(), rt.AwaitIt, nil
	}
	w.loop.CancelTimer(w.timer)
	var done, pending []rt.Value
	for i := range w.cbs {
		if f := w.cbs[i].f; f.Done() {
			done = append(done, f.Value())
		} else {
			f.RemoveCallback(&w.cbs[i])
			pending = append(pending, f.Value())
		}
	}
	if err != nil {
		return rt.Value{}, rt.Done, err
	}
	d, err := t.NewSetOf(done)
	if err != nil {
		return rt.Value{}, rt.Done, err
	}
	p, err := t.NewSetOf(pending)
	return rt.NewTuple([]rt.Value{d, p}), rt.Done, err
}

// Blocked says for a report what the task waits on.
func (w *waiting) Blocked(*rt.Thread) rt.Wait {
	var futures []*rt.Future
	for i := range w.cbs {
		futures = append(futures, w.cbs[i].f)
	}
	return rt.WaitForAll("a wait of ", futures)
}

// begin checks the arguments in asyncio's order and registers with every future.
func (w *waiting) begin(t *rt.Thread) error {
	coro, err := t.IsCoroutine(w.fs)
	if err != nil {
		return err
	}
	if coro || rt.AsFuture(w.fs) != nil {
		return t.TypeErrorf("expect a list of futures, not %s", w.fs.Type().ShortName())
	}
	futures, err := waitedFutures(t, w.fs)
	if err != nil {
		return err
	}
	if len(futures) == 0 {
		return t.ValueErrorf("Set of Tasks/Futures is empty.")
	}
	if s := rt.AsStr(w.when); s != nil {
		w.mode = s.String()
	}
	if w.mode != allCompleted && w.mode != firstCompleted && w.mode != firstException {
		s, err := t.Str(w.when)
		if err != nil {
			return err
		}
		return t.ValueErrorf("Invalid return_when value: %s", s)
	}
	if w.loop, err = t.RunningLoop(); err != nil {
		return err
	}
	if !w.timeout.IsNone() {
		d, err := t.Seconds(w.timeout)
		if err != nil {
			return err
		}
		w.waiter = t.NewFuture(w.loop)
		w.timer = w.loop.At(w.loop.Time()+d, &releaseWaiter{w.waiter})
	} else {
		w.waiter = t.NewFuture(w.loop)
	}
	w.left = len(futures)
	w.cbs = make([]waitedFor, len(futures))
	for i, f := range futures {
		w.cbs[i] = waitedFor{w, f}
		if err := f.CanCall(t); err != nil {
			return err
		}
		f.AddCallback(&w.cbs[i])
	}
	return nil
}

// waitedFutures are the futures of the argument of wait without repetitions, in
// its order. Bare coroutines become tasks, as they did before Python 3.11.
func waitedFutures(t *rt.Thread, fs rt.Value) ([]*rt.Future, error) {
	var list []*rt.Future
	seen := map[*rt.Future]bool{}
	err := t.Each(fs, func(v rt.Value) error {
		f := rt.AsFuture(v)
		if f == nil {
			coro, err := t.IsCoroutine(v)
			if err != nil {
				return err
			}
			if !coro {
				return t.Errorf(&rt.AttributeErrorType, "'%s' object has no attribute 'add_done_callback'", v.Type().Name)
			}
			t.Note("wait", "note: wait() was given bare coroutines; Python ≥ 3.11 refuses this: use create_task")
			if f, err = t.EnsureFuture(v, nil); err != nil {
				return err
			}
		}
		if !seen[f] {
			seen[f] = true
			list = append(list, f)
		}
		return nil
	})
	return list, err
}

// CallbackName is how asyncio's own callback is called.
func (c *waitedFor) CallbackName() string { return "_wait.<locals>._on_completion" }

func (c *waitedFor) Run(t *rt.Thread) error {
	w := c.w
	w.left--
	if w.left > 0 && w.mode != firstCompleted &&
		(w.mode != firstException || c.f.Cancelled() || c.f.Exception() == nil) {
		return nil
	}
	w.loop.CancelTimer(w.timer)
	if !w.waiter.Done() {
		w.waiter.SetResult(rt.None)
	}
	return nil
}

// asCompletedIter is what as_completed returns: an iterator of coroutines, or an
// async iterator of the futures.
type asCompletedIter struct {
	rt.Hdr
	loop    *rt.EventLoop
	todo    []*rt.Future // in the order given
	cbs     map[*rt.Future]*completion
	left    int // awaitables still to be handed out
	timer   rt.TimerID
	done    queueCore
	hasTodo int
}

// completion is the callback of one of its futures.
type completion struct {
	it *asCompletedIter
	f  *rt.Future
}

var asCompletedType rt.Type

// The coroutine functions of the iterator's two protocols.
var (
	waitForOne = rt.NewCoroFunction("asyncio.tasks", "_AsCompletedIterator._wait_for_one")
	anextOne   = rt.NewCoroFunction("asyncio.tasks", "_AsCompletedIterator.__anext__")
)

var asCompletedSpec = rt.Spec{
	Name: "_AsCompletedIterator", Module: "asyncio.tasks", Layout: true, NoNew: true,
	Slots: rt.Slots{
		Iter: func(_ *rt.Thread, v rt.Value) (rt.Value, error) { return v, nil },
		Next: asCompletedNext,
	},
	Methods: []rt.Method{
		{Name: "__aiter__", Fn: func(_ *rt.Thread, args []rt.Value) (rt.Value, error) { return args[0], nil }},
		{Name: "__anext__", Fn: asCompletedAnext},
	},
}

func init() {
	rt.Define(&asCompletedType, &asCompletedSpec)
}

func asCompleted(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	fs := args[0]
	if t.IsAwaitable(fs) {
		return rt.Value{}, t.TypeErrorf("expects an iterable of awaitables, not %s", fs.Type().ShortName())
	}
	el, err := t.EventLoop()
	if err != nil {
		return rt.Value{}, err
	}
	it := &asCompletedIter{loop: el, cbs: map[*rt.Future]*completion{}}
	it.Init(&asCompletedType)
	it.done.begin()
	it.done.simple = true
	seen := map[rt.Value]bool{}
	err = t.Each(fs, func(v rt.Value) error {
		if seen[v] {
			return nil
		}
		seen[v] = true
		f, err := t.EnsureFuture(v, el)
		if err == nil && it.cbs[f] == nil {
			it.todo = append(it.todo, f)
			it.cbs[f] = &completion{it, f}
		}
		return err
	})
	if err != nil {
		return rt.Value{}, err
	}
	for _, f := range it.todo {
		if err := f.CanCall(t); err != nil {
			return rt.Value{}, err
		}
		f.AddCallback(it.cbs[f])
	}
	it.left = len(it.todo)
	it.hasTodo = len(it.todo)
	if after := args[1].Or(rt.None); len(it.todo) > 0 && !after.IsNone() {
		d, err := t.Seconds(after)
		if err != nil {
			return rt.Value{}, err
		}
		it.timer = el.At(el.Time()+d, (*asCompletedDeadline)(it))
	}
	return rt.ObjectValue(it), nil
}

// asCompletedDeadline is the callback of the iterator's timeout.
type asCompletedDeadline asCompletedIter

func (d *asCompletedDeadline) Run(t *rt.Thread) error {
	it := (*asCompletedIter)(d)
	for _, f := range it.todo {
		if c := it.cbs[f]; c != nil {
			f.RemoveCallback(c)
			if err := it.done.put(t, rt.None); err != nil {
				return err
			}
		}
	}
	it.todo, it.cbs, it.hasTodo = nil, nil, 0
	return nil
}

// CallbackName is how asyncio's own callback is called.
func (c *completion) CallbackName() string { return "_AsCompletedIterator._handle_completion" }

func (c *completion) Run(t *rt.Thread) error {
	it := c.it
	if it.hasTodo == 0 {
		return nil // the deadline came first
	}
	delete(it.cbs, c.f)
	it.hasTodo--
	if err := it.done.put(t, c.f.Value()); err != nil {
		return err
	}
	if it.hasTodo == 0 {
		it.loop.CancelTimer(it.timer)
	}
	return nil
}

func asCompletedNext(t *rt.Thread, v rt.Value) (rt.Value, bool, error) {
	it := rt.ObjectOf[asCompletedIter](v)
	if it.left == 0 {
		return rt.Value{}, false, nil
	}
	it.left--
	return t.NewCoro(waitForOne, &waitOne{it: it, resolve: true}), true, nil
}

func asCompletedAnext(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	return t.NewCoro(anextOne, &waitOne{it: rt.ObjectOf[asCompletedIter](args[0]), count: true}), nil
}

// waitOne waits for the next future to be done and gives it, or its result.
type waitOne struct {
	it      *asCompletedIter
	resolve bool
	count   bool // it takes one of those left, or ends the iteration
	get     *queueGet
}

// Blocked says for a report what the task waits on.
func (w *waitOne) Blocked(*rt.Thread) rt.Wait {
	return rt.WaitForAll("the next of as_completed: ", w.it.todo)
}

func (w *waitOne) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	if w.get == nil {
		if err != nil {
			return rt.Value{}, rt.Done, err
		}
		if w.count {
			if w.it.left == 0 {
				return rt.Value{}, rt.Done, t.NewException(&rt.StopAsyncIterationType)
			}
			w.it.left--
		}
		w.get = &queueGet{q: &w.it.done, loop: w.it.loop}
	}
	v, want, err := w.get.Step(t, in, err)
	if want != rt.Done || err != nil {
		return v, want, err
	}
	if v.IsNone() {
		return rt.Value{}, rt.Done, t.NewException(&rt.TimeoutErrorType)
	}
	if !w.resolve {
		return v, rt.Done, nil
	}
	v, err = rt.AsFuture(v).Result(t)
	return v, rt.Done, err
}
