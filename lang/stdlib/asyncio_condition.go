package stdlib

import (
	"fmt"

	"github.com/coro-lang/coro/lang/compiler"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// asyncio.Condition and asyncio.Barrier.

// ConditionType and BarrierType are the classes of this file.
var ConditionType, BarrierType, BrokenBarrierErrorType rt.Type

// condition is an asyncio.Condition: a lock and those who wait to be notified.
type condition struct {
	syncBase
	lock  rt.Value // a Lock, or what the program gave for one
	queue waiters
}

var conditionSpec = rt.Spec{
	Name: "Condition", Module: "asyncio.locks", Layout: true, Python: true, Attrs: true, AttrsOf: syncHeader,
	Doc: "Tasks wait on it until another one notifies them.",
	Slots: rt.Slots{
		New:        rt.MakeNew(func(c *condition) *rt.Hdr { return &c.Hdr }),
		Initialize: rt.MakePythonInit("Condition", "lock=None", initCondition),
		Repr: func(t *rt.Thread, v rt.Value) (string, error) {
			c := rt.ObjectOf[condition](v)
			locked, err := c.locked(t)
			if err != nil {
				return "", err
			}
			return syncRepr(t, v, lockState(locked), c.queue.len())
		},
	},
	Methods: []rt.Method{
		loopAttr,
		waitersAttr("_waiters", func(v rt.Value) *waiters { return &rt.ObjectOf[condition](v).queue }),
		{Name: "locked", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return t.CallMethod(rt.ObjectOf[condition](a[0]).lock, "locked")
		}},
		{Name: "acquire", Coro: conditionAcquire(rt.True), Quick: conditionQuick(rt.True)},
		{Name: "release", Fn: conditionRelease},
		{Name: "__aenter__", Coro: conditionAcquire(rt.None), Quick: conditionQuick(rt.None)},
		{Name: "__aexit__", Sig: "exc_type, exc, tb", Coro: releaseCoro(conditionRelease), Quick: releaseQuick(conditionRelease)},
		{Name: "wait", Coro: func(_ *rt.Thread, a []rt.Value) (rt.NativeCoro, error) {
			return &conditionWait{c: rt.ObjectOf[condition](a[0])}, nil
		}},
		{Name: "wait_for", Sig: "predicate", Coro: func(_ *rt.Thread, a []rt.Value) (rt.NativeCoro, error) {
			fn := a[1]
			return &conditionWaitFor{c: rt.ObjectOf[condition](a[0]), ready: func(t *rt.Thread) (rt.Value, error) { return t.Call(fn) }}, nil
		}},
		{Name: "notify", Sig: "n=1", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			n, err := t.IntArg(a[1].Or(rt.Int(1)))
			if err != nil {
				return rt.Value{}, err
			}
			return rt.None, rt.ObjectOf[condition](a[0]).notify(t, n)
		}},
		{Name: "notify_all", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			c := rt.ObjectOf[condition](a[0])
			if c.Type().IsHeap() { // whose notify() may be the program's
				_, err := t.CallMethod(a[0], "notify", rt.Int(int64(c.queue.len())))
				return rt.None, err
			}
			return rt.None, c.notify(t, int64(c.queue.len()))
		}},
		{Name: "_lock", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.ObjectOf[condition](a[0]).lock, nil
		}},
	},
}

func init() {
	rt.DefineException(&BrokenBarrierErrorType, "asyncio.exceptions", "BrokenBarrierError", &rt.RuntimeErrorType)
	rt.Define(&ConditionType, &conditionSpec)
}

func newLock() *lock {
	l := &lock{}
	l.Init(&LockType)
	return l
}

func initCondition(t *rt.Thread, self rt.Value, args []rt.Value) error {
	c := rt.ObjectOf[condition](self)
	if c.lock = args[0].Or(rt.None); c.lock.IsNone() {
		c.lock = rt.ObjectValue(newLock())
		return nil
	}
	for _, method := range [...]string{"locked", "acquire", "release"} {
		if _, err := t.GetAttr(c.lock, t.VM.Intern(method)); err != nil {
			return err
		}
	}
	return nil
}

// plainLock is the lock if it is one of ours, else nil.
func (c *condition) plainLock() *lock {
	if c.lock.Type() == &LockType {
		return rt.ObjectOf[lock](c.lock)
	}
	return nil
}

func (c *condition) locked(t *rt.Thread) (bool, error) {
	if l := c.plainLock(); l != nil {
		return l.locked, nil
	}
	v, err := t.CallMethod(c.lock, "locked")
	if err != nil {
		return false, err
	}
	return t.Truth(v)
}

func (c *condition) release(t *rt.Thread) error {
	if l := c.plainLock(); l != nil {
		return l.release(t)
	}
	_, err := t.CallMethod(c.lock, "release")
	return err
}

// acquiring is a coroutine's body that acquires the lock.
func (c *condition) acquiring(result rt.Value) rt.NativeCoro {
	if l := c.plainLock(); l != nil {
		return l.acquiring(result)
	}
	return &awaitingMethod{self: c.lock, method: "acquire", result: result}
}

// awaitingMethod awaits a method that may be the program's: of a lock that is not ours,
// or of a class derived from one of ours.
type awaitingMethod struct {
	self   rt.Value
	method string
	result rt.Value // what the body returns; Missing: what the method does
	begun  bool
}

func (a *awaitingMethod) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	if err != nil || a.begun {
		return a.result.Or(in), rt.Done, err
	}
	a.begun = true
	v, err := t.CallMethod(a.self, a.method)
	return v, rt.AwaitIt, err
}

func conditionAcquire(result rt.Value) func(*rt.Thread, []rt.Value) (rt.NativeCoro, error) {
	return func(_ *rt.Thread, a []rt.Value) (rt.NativeCoro, error) {
		return rt.ObjectOf[condition](a[0]).acquiring(result), nil
	}
}

func conditionQuick(result rt.Value) func(*rt.Thread, []rt.Value) (rt.Value, bool, error) {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, bool, error) {
		l := rt.ObjectOf[condition](a[0]).plainLock()
		return result, l != nil && l.try(t), nil
	}
}

func conditionRelease(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	return rt.None, rt.ObjectOf[condition](args[0]).release(t)
}

func (c *condition) notify(t *rt.Thread, n int64) error {
	locked, err := c.locked(t)
	if err != nil {
		return err
	}
	if !locked {
		return t.RuntimeErrorf("cannot notify on un-acquired lock")
	}
	return c.wake(t, n)
}

// wake wakes up to n of those who wait.
func (c *condition) wake(t *rt.Thread, n int64) error {
	for w := c.queue.first; w != nil && n > 0; w = w.next {
		if !w.Done() {
			n--
			if err := w.Wake(t, rt.False); err != nil {
				return err
			}
		}
	}
	return nil
}

// conditionWait is the body of Condition.wait: it gives the lock up, waits to be
// notified, and takes the lock again, which no cancellation keeps it from.
type conditionWait struct {
	c      *condition
	fut    *waiter
	lock   rt.NativeCoro // taking the lock again
	failed error         // what the wait ended with
	cancel error         // the last cancellation while taking the lock
}

// Blocked says for a report what the task waits on.
func (w *conditionWait) Blocked(t *rt.Thread) rt.Wait {
	if b, ok := w.lock.(rt.Blocking); ok {
		return b.Blocked(t)
	}
	return rt.Wait{
		What: "a notify of a Condition",
		Help: "whoever changes what a wait() is for must notify() after it; a notify() wakes those who wait then, not those to come",
	}
}

func (w *conditionWait) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	c := w.c
	if w.fut == nil {
		if err != nil {
			return rt.Value{}, rt.Done, err
		}
		locked, err := c.locked(t)
		if err != nil {
			return rt.Value{}, rt.Done, err
		}
		if !locked {
			return rt.Value{}, rt.Done, t.RuntimeErrorf("cannot wait on un-acquired lock")
		}
		el, err := c.bind(t, rt.ObjectValue(c))
		if err != nil {
			return rt.Value{}, rt.Done, err
		}
		w.fut = &waiter{}
		t.InitFuture(&w.fut.Future, el)
		if err := c.release(t); err != nil {
			return rt.Value{}, rt.Done, err
		}
		c.queue.push(w.fut)
		return w.fut.Value(), rt.AwaitIt, nil
	}
	if w.lock == nil {
		c.queue.remove(w.fut)
		w.failed = err
		w.lock = c.acquiring(rt.True)
		err = nil
	}
	for {
		v, want, lerr := w.lock.Step(t, in, err)
		if lerr == nil && want != rt.Done {
			return v, want, nil
		}
		if rt.Is(lerr, &rt.CancelledErrorType) {
			w.cancel = lerr
			w.lock, in, err = c.acquiring(rt.True), rt.None, nil
			continue
		}
		switch {
		case lerr != nil && w.failed == nil:
			return rt.Value{}, rt.Done, during(lerr, c.wake(t, 1))
		case lerr != nil:
			w.failed = during(w.failed, lerr)
		case w.cancel != nil:
			if w.failed == nil {
				t.Reraise(w.cancel.(*rt.Exception))
			}
			w.failed = during(w.failed, w.cancel)
		}
		break
	}
	if w.failed != nil {
		// Whoever notified us may have meant another one.
		return rt.Value{}, rt.Done, t.Pass(during(w.failed, c.wake(t, 1)))
	}
	return rt.True, rt.Done, nil
}

// conditionWaitFor is the body of Condition.wait_for: it waits until the answer
// of ready is true.
type conditionWaitFor struct {
	c     *condition
	ready func(t *rt.Thread) (rt.Value, error)
	wait  rt.NativeCoro
}

// Blocked says for a report what the task waits on.
func (w *conditionWaitFor) Blocked(t *rt.Thread) rt.Wait {
	if b, ok := w.wait.(rt.Blocking); ok {
		return b.Blocked(t)
	}
	return rt.Wait{}
}

func (w *conditionWaitFor) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	for {
		if w.wait != nil {
			v, want, err := w.wait.Step(t, in, err)
			if err != nil || want != rt.Done {
				return v, want, err
			}
			w.wait = nil
		} else if err != nil {
			return rt.Value{}, rt.Done, err
		}
		v, err2 := w.ready(t)
		if err2 != nil {
			return rt.Value{}, rt.Done, err2
		}
		yes, err2 := t.Truth(v)
		if yes || err2 != nil {
			return v, rt.Done, err2
		}
		if w.wait = (&conditionWait{c: w.c}); w.c.Type().IsHeap() {
			w.wait = &awaitingMethod{self: rt.ObjectValue(w.c), method: "wait"}
		}
		in, err = rt.None, nil
	}
}

// Barrier ---------------------------------------------------------------

type barrierState uint8

const (
	filling barrierState = iota
	draining
	resetting
	broken
)

func (s barrierState) String() string {
	return [...]string{"filling", "draining", "resetting", "broken"}[s]
}

// barrier is an asyncio.Barrier.
type barrier struct {
	syncBase
	cond    *condition
	parties int64
	count   int64 // tasks within
	state   barrierState
}

var barrierSpec = rt.Spec{
	Name: "Barrier", Module: "asyncio.locks", Layout: true, Python: true, Attrs: true, AttrsOf: syncHeader,
	Doc: "A point where tasks wait until enough of them are there.",
	Slots: rt.Slots{
		New:        rt.MakeNew(func(b *barrier) *rt.Hdr { return &b.Hdr }),
		Initialize: rt.MakePythonInit("Barrier", "parties", initBarrier),
		Repr: func(t *rt.Thread, v rt.Value) (string, error) {
			b := rt.ObjectOf[barrier](v)
			state := b.state.String()
			if b.state != broken {
				state += fmt.Sprintf(", waiters:%d/%d", b.waiting(), b.parties)
			}
			return syncRepr(t, v, state, 0)
		},
	},
	Methods: []rt.Method{
		{Name: "wait", Coro: barrierWait},
		{Name: "__aenter__", Coro: func(t *rt.Thread, a []rt.Value) (rt.NativeCoro, error) {
			if a[0].Type().IsHeap() {
				return &awaitingMethod{self: a[0], method: "wait", result: rt.Missing}, nil
			}
			return barrierWait(t, a)
		}},
		{Name: "__aexit__", Sig: "*args", Coro: func(*rt.Thread, []rt.Value) (rt.NativeCoro, error) { return nothing{}, nil },
			Quick: func(*rt.Thread, []rt.Value) (rt.Value, bool, error) { return rt.None, true, nil }},
		{Name: "reset", Coro: barrierChange((*barrier).reset)},
		{Name: "abort", Coro: barrierChange((*barrier).abort)},
		{Name: "parties", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.Int(rt.ObjectOf[barrier](a[0]).parties), nil
		}},
		{Name: "_count", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.Int(rt.ObjectOf[barrier](a[0]).count), nil
		}},
		{Name: "n_waiting", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.Int(rt.ObjectOf[barrier](a[0]).waiting()), nil
		}},
		{Name: "broken", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.Bool(rt.ObjectOf[barrier](a[0]).state == broken), nil
		}},
	},
}

func init() {
	rt.Define(&BarrierType, &barrierSpec)
}

// nothing is a coroutine that returns None at once.
type nothing struct{}

func (nothing) Step(_ *rt.Thread, _ rt.Value, err error) (rt.Value, rt.Want, error) {
	return rt.None, rt.Done, err
}

func initBarrier(t *rt.Thread, self rt.Value, args []rt.Value) error {
	few, err := t.CompareBool(compiler.Lt, args[0], rt.Int(1))
	if err != nil {
		return err
	}
	if few {
		return t.ValueErrorf("parties must be > 0")
	}
	n, err := t.IntArg(args[0])
	if err != nil {
		return err
	}
	b := rt.ObjectOf[barrier](self)
	b.parties = n
	b.cond = &condition{lock: rt.ObjectValue(newLock())}
	b.cond.Init(&ConditionType)
	return nil
}

func (b *barrier) waiting() int64 {
	if b.state == filling {
		return b.count
	}
	return 0
}

func (b *barrier) wakeAll(t *rt.Thread) error {
	return b.cond.wake(t, int64(b.cond.queue.len()))
}

func (b *barrier) reset(t *rt.Thread) error {
	if b.count > 0 {
		b.state = resetting
	} else {
		b.state = filling
	}
	return b.wakeAll(t)
}

func (b *barrier) abort(t *rt.Thread) error {
	b.state = broken
	return b.wakeAll(t)
}

// leave is the end of a task's stay within the barrier.
func (b *barrier) leave(t *rt.Thread) error {
	if b.count--; b.count > 0 {
		return nil
	}
	if b.state == resetting || b.state == draining {
		b.state = filling
	}
	return b.wakeAll(t)
}

// barrierChange makes a coroutine function that changes the barrier with its
// lock held.
func barrierChange(change func(*barrier, *rt.Thread) error) func(*rt.Thread, []rt.Value) (rt.NativeCoro, error) {
	return func(_ *rt.Thread, a []rt.Value) (rt.NativeCoro, error) {
		b := rt.ObjectOf[barrier](a[0])
		return &barrierChanging{b: b, lock: b.cond.acquiring(rt.None), change: change}, nil
	}
}

type barrierChanging struct {
	b      *barrier
	lock   rt.NativeCoro
	change func(*barrier, *rt.Thread) error
}

func (c *barrierChanging) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	v, want, err := c.lock.Step(t, in, err)
	if err != nil || want != rt.Done {
		return v, want, err
	}
	err = c.change(c.b, t)
	return rt.None, rt.Done, during(err, c.b.cond.release(t))
}

// barrierWaiting is the body of Barrier.wait: with the lock held, it waits until
// the barrier fills, or lets everyone go if it is the last to come.
type barrierWaiting struct {
	b     *barrier
	part  rt.NativeCoro // what it is at
	phase uint8
	index int64
}

func barrierWait(_ *rt.Thread, args []rt.Value) (rt.NativeCoro, error) {
	b := rt.ObjectOf[barrier](args[0])
	return &barrierWaiting{b: b, part: b.cond.acquiring(rt.None)}, nil
}

// Blocked says for a report what the task waits on.
func (w *barrierWaiting) Blocked(*rt.Thread) rt.Wait {
	return rt.Wait{
		What: fmt.Sprintf("a Barrier of %d at which %d wait", w.b.parties, w.b.count),
		Help: "a Barrier opens when as many tasks wait as it has parties; abort() lets go of those who wait",
	}
}

func (w *barrierWaiting) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	b := w.b
	for {
		v, want, serr := w.part.Step(t, in, err)
		if serr == nil && want != rt.Done {
			return v, want, nil
		}
		in, err = rt.None, nil
		switch w.phase {
		case 0: // the lock is taken: wait while others drain
			if serr != nil {
				return rt.Value{}, rt.Done, serr
			}
			w.phase = 1
			w.part = &conditionWaitFor{c: b.cond, ready: func(*rt.Thread) (rt.Value, error) {
				return rt.Bool(b.state != draining && b.state != resetting), nil
			}}
		case 1: // within
			if serr == nil && b.state == broken {
				serr = t.Errorf(&BrokenBarrierErrorType, "Barrier aborted")
			}
			if serr != nil {
				return w.unlock(t, serr)
			}
			w.index = b.count
			b.count++
			if w.index+1 == b.parties {
				b.state = draining
				err := b.wakeAll(t)
				return w.unlock(t, during(err, b.leave(t)))
			}
			w.phase = 2
			w.part = &conditionWaitFor{c: b.cond, ready: func(*rt.Thread) (rt.Value, error) {
				return rt.Bool(b.state != filling), nil
			}}
		default: // full, or broken
			if serr == nil && (b.state == broken || b.state == resetting) {
				serr = t.Errorf(&BrokenBarrierErrorType, "Abort or reset of barrier")
			}
			return w.unlock(t, during(serr, b.leave(t)))
		}
	}
}

// unlock gives the lock back and ends with the outcome.
func (w *barrierWaiting) unlock(t *rt.Thread, err error) (rt.Value, rt.Want, error) {
	return rt.Int(w.index), rt.Done, during(err, w.b.cond.release(t))
}
