package stdlib

import (
	"fmt"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// asyncio.Lock and Event, and what all the synchronisation primitives begin with.

// The types of asyncio.Lock and asyncio.Event.
var LockType, EventType rt.Type

// syncBase is what the synchronisation types begin with: attributes for
// subclasses, and the loop that the first task to wait belongs to.
type syncBase struct {
	rt.Hdr
	attrs *rt.Attrs
	loop  *rt.EventLoop
}

func syncHeader(v rt.Value) **rt.Attrs { return &rt.ObjectOf[syncBase](v).attrs }

// bind is the running loop, which must be the one of the first time.
func (b *syncBase) bind(t *rt.Thread, self rt.Value) (*rt.EventLoop, error) {
	el := t.LoopOrNone()
	if b.loop == nil {
		b.loop = el
	}
	if el == nil {
		return nil, t.RuntimeErrorf("no running event loop")
	}
	if el != b.loop {
		s, err := t.Repr(self)
		if err != nil {
			return nil, err
		}
		return nil, t.RuntimeErrorf("%s is bound to a different event loop", s)
	}
	return el, nil
}

// during is the error to go on with when a second one, which may be nil, came while
// the first, which may be nil too, was on its way.
func during(first, second error) error {
	if second == nil {
		return first
	}
	if context, ok := first.(*rt.Exception); ok {
		if e, ok := second.(*rt.Exception); ok {
			e.SetContext(context)
		}
	}
	return second
}

// syncRepr is the default repr with the state added.
func syncRepr(t *rt.Thread, v rt.Value, state string, waiters int) (string, error) {
	if waiters > 0 {
		state += fmt.Sprintf(", waiters:%d", waiters)
	}
	s := t.DefaultRepr(v)
	return "<" + s[1:len(s)-1] + " [" + state + "]>", nil
}

// Lock ------------------------------------------------------------------

type lock struct {
	syncBase
	locked bool
	owner  *rt.Task // who took it, for reports
	queue  waiters
	spare  *lockAcquiring
}

var lockSpec = rt.Spec{
	Name: "Lock", Module: "asyncio.locks", Layout: true, Python: true, Attrs: true, AttrsOf: syncHeader,
	Doc: "A mutual exclusion lock for tasks.",
	Slots: rt.Slots{
		New:        rt.MakeNew(func(l *lock) *rt.Hdr { return &l.Hdr }),
		Initialize: rt.MakePythonInit("Lock", "", func(*rt.Thread, rt.Value, []rt.Value) error { return nil }),
		Repr: func(t *rt.Thread, v rt.Value) (string, error) {
			l := rt.ObjectOf[lock](v)
			return syncRepr(t, v, lockState(l.locked), l.queue.len())
		},
	},
	Methods: []rt.Method{
		loopAttr,
		waitersAttr("_waiters", func(v rt.Value) *waiters { return &rt.ObjectOf[lock](v).queue }),
		{Name: "locked", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.Bool(rt.ObjectOf[lock](a[0]).locked), nil
		}},
		{Name: "acquire", Coro: lockAcquire(rt.True), Quick: lockQuick, Leaf: true},
		{Name: "release", Fn: lockRelease},
		{Name: "__aenter__", Coro: entering(lockAcquire(rt.None)), Quick: lockEnter, Leaf: true, Delegates: true},
		{Name: "__aexit__", Sig: "exc_type, exc, tb", Coro: releaseCoro(lockRelease), Quick: lockExit},
	},
}

func init() {
	rt.Define(&LockType, &lockSpec)
}

func lockState(locked bool) string {
	if locked {
		return "locked"
	}
	return "unlocked"
}

// try takes the lock if nobody holds it or waits for it.
func (l *lock) try(t *rt.Thread) bool {
	if l.locked || !l.queue.allCancelled() {
		return false
	}
	l.take(t)
	return true
}

func (l *lock) take(t *rt.Thread) {
	l.locked, l.owner = true, t.CurrentTask()
}

func (l *lock) release(t *rt.Thread) error {
	if !l.locked {
		return t.RuntimeErrorf("Lock is not acquired.")
	}
	l.locked, l.owner = false, nil
	return l.wakeFirst(t)
}

// wakeFirst wakes whoever waits longest, unless that is done already.
func (l *lock) wakeFirst(t *rt.Thread) error {
	if w := l.queue.first; w != nil && !w.Done() {
		return w.Wake(t, rt.True)
	}
	return nil
}

func lockRelease(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	return rt.None, rt.ObjectOf[lock](args[0]).release(t)
}

// lockQuick is the Quick function of acquire.
func lockQuick(t *rt.Thread, args []rt.Value) (rt.Value, bool, error) {
	return rt.True, rt.ObjectOf[lock](args[0]).try(t), nil
}

// lockEnter is the Quick function of __aenter__.
func lockEnter(t *rt.Thread, args []rt.Value) (rt.Value, bool, error) {
	return rt.None, args[0].Type() == &LockType && rt.ObjectOf[lock](args[0]).try(t), nil
}

// lockExit is the Quick function of __aexit__.
func lockExit(t *rt.Thread, args []rt.Value) (rt.Value, bool, error) {
	if l := rt.ObjectOf[lock](args[0]); args[0].Type() == &LockType && l.locked && l.queue.first == nil {
		l.locked, l.owner = false, nil
		return rt.None, true, nil
	}
	v, err := releaseOf(t, lockRelease, args[:1])
	return v, true, err
}

func lockAcquire(result rt.Value) func(t *rt.Thread, args []rt.Value) (rt.NativeCoro, error) {
	return func(t *rt.Thread, args []rt.Value) (rt.NativeCoro, error) {
		return rt.ObjectOf[lock](args[0]).acquiring(result), nil
	}
}

// acquiring is a body that acquires the lock.
func (l *lock) acquiring(result rt.Value) *lockAcquiring {
	a := l.spare
	if a == nil {
		a = &lockAcquiring{l: l}
	}
	l.spare = nil
	a.result = result
	return a
}

// lockAcquiring is the body of Lock.acquire.
type lockAcquiring struct {
	l       *lock
	w       *waiter
	waiting bool
	result  rt.Value
}

// Blocked says for a report what the task waits on.
func (a *lockAcquiring) Blocked(*rt.Thread) rt.Wait {
	w := rt.Wait{What: "a Lock", Held: true, Help: "a task that acquires a lock must release it: 'async with' does, whatever happens"}
	if a.l.owner == nil {
		w.What = "a locked Lock"
		return w
	}
	w.By = []*rt.Task{a.l.owner}
	return w
}

func (a *lockAcquiring) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	l := a.l
	if !a.waiting {
		if err != nil {
			return rt.Value{}, rt.Done, err
		}
		if l.try(t) {
			return a.result, rt.Done, nil
		}
		el, err := l.bind(t, rt.ObjectValue(l))
		if err != nil {
			return rt.Value{}, rt.Done, err
		}
		a.w = l.queue.wait(t, a.w, el)
		a.waiting = true
		return a.w.Value(), rt.AwaitIt, nil
	}
	l.queue.remove(a.w)
	a.waiting = false
	l.spare = a
	if err != nil {
		if rt.Is(err, &rt.CancelledErrorType) && !l.locked {
			err = during(err, l.wakeFirst(t))
		}
		return rt.Value{}, rt.Done, err
	}
	l.take(t)
	return a.result, rt.Done, nil
}

// entering makes __aenter__ of a type whose acquire is coro, unless a class of the
// program has an acquire of its own.
func entering(coro func(*rt.Thread, []rt.Value) (rt.NativeCoro, error)) func(*rt.Thread, []rt.Value) (rt.NativeCoro, error) {
	return func(t *rt.Thread, a []rt.Value) (rt.NativeCoro, error) {
		if a[0].Type().IsHeap() {
			return &awaitingMethod{self: a[0], method: "acquire", result: rt.None}, nil
		}
		return coro(t, a)
	}
}

// releaseCoro and releaseQuick make __aexit__ of a method that releases.
func releaseCoro(release rt.Fn) func(t *rt.Thread, args []rt.Value) (rt.NativeCoro, error) {
	return func(t *rt.Thread, args []rt.Value) (rt.NativeCoro, error) {
		return &calling{release, args[0]}, nil
	}
}

func releaseQuick(release rt.Fn) func(t *rt.Thread, args []rt.Value) (rt.Value, bool, error) {
	return func(t *rt.Thread, args []rt.Value) (rt.Value, bool, error) {
		v, err := releaseOf(t, release, args[:1])
		return v, true, err
	}
}

// releaseOf releases by the method of the program if the class has one.
func releaseOf(t *rt.Thread, release rt.Fn, self []rt.Value) (rt.Value, error) {
	if self[0].Type().IsHeap() {
		_, err := t.CallMethod(self[0], "release")
		return rt.None, err
	}
	return release(t, self)
}

// calling is a coroutine that only calls a function.
type calling struct {
	release rt.Fn
	self    rt.Value
}

func (c *calling) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	if err != nil {
		return rt.Value{}, rt.Done, err
	}
	v, err := releaseOf(t, c.release, []rt.Value{c.self})
	return v, rt.Done, err
}

// Event -----------------------------------------------------------------

type event struct {
	syncBase
	set   bool
	queue waiters
	spare *eventWait
}

var eventSpec = rt.Spec{
	Name: "Event", Module: "asyncio.locks", Layout: true, Python: true, Attrs: true, AttrsOf: syncHeader,
	Doc: "A flag that tasks can wait for.",
	Slots: rt.Slots{
		New:        rt.MakeNew(func(e *event) *rt.Hdr { return &e.Hdr }),
		Initialize: rt.MakePythonInit("Event", "", func(*rt.Thread, rt.Value, []rt.Value) error { return nil }),
		Repr: func(t *rt.Thread, v rt.Value) (string, error) {
			e := rt.ObjectOf[event](v)
			state := "unset"
			if e.set {
				state = "set"
			}
			return syncRepr(t, v, state, e.queue.len())
		},
	},
	Methods: []rt.Method{
		loopAttr,
		waitersAttr("_waiters", func(v rt.Value) *waiters { return &rt.ObjectOf[event](v).queue }),
		{Name: "is_set", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.Bool(rt.ObjectOf[event](a[0]).set), nil }},
		{Name: "set", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.None, rt.ObjectOf[event](a[0]).raise(t)
		}},
		{Name: "clear", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			rt.ObjectOf[event](a[0]).set = false
			return rt.None, nil
		}},
		{
			Name: "wait",
			Leaf: true,
			Coro: func(_ *rt.Thread, a []rt.Value) (rt.NativeCoro, error) {
				return rt.ObjectOf[event](a[0]).waiting(), nil
			},
			Quick: func(_ *rt.Thread, a []rt.Value) (rt.Value, bool, error) {
				return rt.True, rt.ObjectOf[event](a[0]).set, nil
			},
		},
	},
}

func init() {
	rt.Define(&EventType, &eventSpec)
}

// raise sets the flag and wakes all that wait.
func (e *event) raise(t *rt.Thread) error {
	if e.set {
		return nil
	}
	e.set = true
	return e.queue.wakeAll(t, rt.True)
}

// waiting is a body that waits for the flag.
func (e *event) waiting() *eventWait {
	w := e.spare
	if w == nil {
		w = &eventWait{e: e}
	}
	e.spare = nil
	return w
}

// eventWait is the body of Event.wait.
type eventWait struct {
	e       *event
	w       *waiter
	waiting bool
}

// Blocked says for a report what the task waits on.
func (a *eventWait) Blocked(*rt.Thread) rt.Wait {
	return rt.Wait{What: "an Event that is not set", Help: "whoever was to set() the event has ended, waits itself, or never began"}
}

func (a *eventWait) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	e := a.e
	if !a.waiting {
		if err != nil || e.set {
			return rt.True, rt.Done, err
		}
		el, err := e.bind(t, rt.ObjectValue(e))
		if err != nil {
			return rt.Value{}, rt.Done, err
		}
		a.w = e.queue.wait(t, a.w, el)
		a.waiting = true
		return a.w.Value(), rt.AwaitIt, nil
	}
	e.queue.remove(a.w)
	a.waiting = false
	e.spare = a
	return rt.True, rt.Done, err
}
