package stdlib

import (
	"fmt"

	"github.com/coro-lang/coro/lang/compiler"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// asyncio.Lock, Event, Semaphore and BoundedSemaphore.

// The types of synchronisation.
var LockType, EventType, SemaphoreType, BoundedSemaphoreType rt.Type

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

func init() {
	rt.Define(&LockType, rt.Spec{
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
			{Name: "acquire", Coro: lockAcquire(rt.True), Quick: lockQuick(rt.True), Leaf: true},
			{Name: "release", Fn: lockRelease},
			{Name: "__aenter__", Coro: lockAcquire(rt.None), Quick: lockQuick(rt.None), Leaf: true},
			{Name: "__aexit__", Sig: "exc_type, exc, tb", Coro: releaseCoro(lockRelease), Quick: releaseQuick(lockRelease)},
		},
	})
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

// lockQuick is the Quick function of a method that acquires a lock; result is
// what that returns.
func lockQuick(result rt.Value) func(t *rt.Thread, args []rt.Value) (rt.Value, bool, error) {
	return func(t *rt.Thread, args []rt.Value) (rt.Value, bool, error) {
		return result, rt.ObjectOf[lock](args[0]).try(t), nil
	}
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

func init() {
	rt.Define(&EventType, rt.Spec{
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
	})
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

// Semaphore -------------------------------------------------------------

type semaphore struct {
	syncBase
	value rt.Value // an int
	bound rt.Value // of a BoundedSemaphore, else Missing
	queue waiters
	spare *semAcquiring // bodies that are over, to be used again
	// holders are tasks that have acquired and not released, for reports; not all
	// if they are many.
	holders []*rt.Task
}

// maxHolders bounds the holders that a semaphore remembers.
const maxHolders = 16

func init() {
	acquire := func(result rt.Value) rt.Method {
		return rt.Method{
			Name: "acquire",
			Leaf: true,
			Coro: func(_ *rt.Thread, a []rt.Value) (rt.NativeCoro, error) {
				return rt.ObjectOf[semaphore](a[0]).acquiring(result), nil
			},
			Quick: func(t *rt.Thread, a []rt.Value) (rt.Value, bool, error) {
				ok, err := rt.ObjectOf[semaphore](a[0]).try(t)
				return result, ok, err
			},
		}
	}
	enter := acquire(rt.None)
	enter.Name = "__aenter__"
	rt.Define(&SemaphoreType, rt.Spec{
		Name: "Semaphore", Module: "asyncio.locks", Layout: true, Python: true, Attrs: true, AttrsOf: syncHeader,
		Doc: "A counter that tasks take from and give back to.",
		Slots: rt.Slots{
			New: rt.MakeNew(func(s *semaphore) *rt.Hdr {
				s.value, s.bound = rt.Int(1), rt.Missing
				return &s.Hdr
			}),
			Initialize: rt.MakePythonInit("Semaphore", "value=1", initSemaphore),
			Repr:       semaphoreRepr,
		},
		Methods: []rt.Method{
			loopAttr,
			waitersAttr("_waiters", func(v rt.Value) *waiters { return &rt.ObjectOf[semaphore](v).queue }),
			{Name: "locked", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				locked, err := rt.ObjectOf[semaphore](a[0]).locked(t)
				return rt.Bool(locked), err
			}},
			acquire(rt.True),
			enter,
			{Name: "release", Fn: semaphoreRelease},
			{Name: "__aexit__", Sig: "exc_type, exc, tb", Coro: releaseCoro(semaphoreRelease), Quick: releaseQuick(semaphoreRelease)},
			{Name: "_value", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.ObjectOf[semaphore](a[0]).value, nil }},
		},
	})
	rt.Define(&BoundedSemaphoreType, rt.Spec{
		Name: "BoundedSemaphore", Module: "asyncio.locks", Base: &SemaphoreType, Attrs: true,
		Doc: "A Semaphore that cannot be given back more than was taken.",
		Slots: rt.Slots{
			Initialize: rt.MakePythonInit("BoundedSemaphore", "value=1", func(t *rt.Thread, self rt.Value, args []rt.Value) error {
				rt.ObjectOf[semaphore](self).bound = args[0].Or(rt.Int(1))
				return initSemaphore(t, self, args)
			}),
		},
	})
}

func initSemaphore(t *rt.Thread, self rt.Value, args []rt.Value) error {
	v := args[0].Or(rt.Int(1))
	low, err := t.CompareBool(compiler.Lt, v, rt.Int(0))
	if err != nil {
		return err
	}
	if low {
		return t.ValueErrorf("Semaphore initial value must be >= 0")
	}
	rt.ObjectOf[semaphore](self).value = v
	return nil
}

func semaphoreRepr(t *rt.Thread, v rt.Value) (string, error) {
	s := rt.ObjectOf[semaphore](v)
	locked, err := s.locked(t)
	if err != nil {
		return "", err
	}
	state := "locked"
	if !locked {
		n, err := t.Repr(s.value)
		if err != nil {
			return "", err
		}
		state = "unlocked, value:" + n
	}
	return syncRepr(t, v, state, s.queue.len())
}

// locked says whether acquiring would wait: also while the semaphore is free but
// promised to those who were woken.
func (s *semaphore) locked(t *rt.Thread) (bool, error) {
	if s.value == rt.Int(0) {
		return true, nil
	}
	if !s.value.IsSmallInt() {
		zero, err := t.Equal(s.value, rt.Int(0))
		if zero || err != nil {
			return true, err
		}
	}
	return !s.queue.allCancelled(), nil
}

func (s *semaphore) try(t *rt.Thread) (bool, error) {
	locked, err := s.locked(t)
	if locked || err != nil {
		return false, err
	}
	s.took(t)
	return true, s.add(t, -1)
}

// took notes that the current task has acquired the semaphore.
func (s *semaphore) took(t *rt.Thread) {
	if task := t.CurrentTask(); task != nil && len(s.holders) < maxHolders {
		s.holders = append(s.holders, task)
	}
}

// gave notes that it was released: by the current task, if that acquired it.
func (s *semaphore) gave(t *rt.Thread) {
	n := len(s.holders) - 1
	if n < 0 {
		return
	}
	i := n
	for task := t.CurrentTask(); i > 0 && s.holders[i] != task; i-- {
	}
	s.holders = append(s.holders[:i], s.holders[i+1:]...)
	s.holders[:n+1][n] = nil
}

// add adds to the counter.
func (s *semaphore) add(t *rt.Thread, n int64) error {
	if s.value.IsSmallInt() && s.value.SmallInt()>>62 == 0 { // far from where ints grow
		s.value = rt.Int(s.value.SmallInt() + n)
		return nil
	}
	v, err := t.Binary(compiler.Add, s.value, rt.Int(n), false)
	if err == nil {
		s.value = v
	}
	return err
}

// positive says whether there is something to take.
func (s *semaphore) positive(t *rt.Thread) (bool, error) {
	if s.value.IsSmallInt() {
		return s.value.SmallInt() > 0, nil
	}
	return t.CompareBool(compiler.Lt, rt.Int(0), s.value)
}

// wakeNext promises one to whoever waits longest; it says whether anyone does.
func (s *semaphore) wakeNext(t *rt.Thread) (bool, error) {
	for w := s.queue.first; w != nil; w = w.next {
		if !w.Done() {
			if err := s.add(t, -1); err != nil {
				return false, err
			}
			return true, w.Wake(t, rt.True)
		}
	}
	return false, nil
}

func semaphoreRelease(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	s := rt.ObjectOf[semaphore](args[0])
	if !s.bound.IsMissing() {
		low, err := t.CompareBool(compiler.Lt, s.value, s.bound)
		if err != nil {
			return rt.Value{}, err
		}
		if !low {
			return rt.Value{}, t.ValueErrorf("BoundedSemaphore released too many times")
		}
	}
	s.gave(t)
	if err := s.add(t, 1); err != nil {
		return rt.Value{}, err
	}
	_, err := s.wakeNext(t)
	return rt.None, err
}

// acquiring is a body that acquires the semaphore.
func (s *semaphore) acquiring(result rt.Value) *semAcquiring {
	a := s.spare
	if a == nil {
		a = &semAcquiring{s: s}
	}
	s.spare, a.next = a.next, nil
	a.result = result
	return a
}

// semAcquiring is the body of Semaphore.acquire.
type semAcquiring struct {
	s       *semaphore
	w       *waiter
	waiting bool
	result  rt.Value
	next    *semAcquiring // of the semaphore's spare ones
}

// Blocked says for a report what the task waits on.
func (a *semAcquiring) Blocked(*rt.Thread) rt.Wait {
	return rt.Wait{
		What: "a locked " + a.s.Type().Name, By: a.s.holders, Held: true,
		Help: "every acquire() of a semaphore needs its release(): 'async with' does both",
	}
}

func (a *semAcquiring) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	s := a.s
	if !a.waiting {
		if err != nil {
			return rt.Value{}, rt.Done, err
		}
		ok, err := s.try(t)
		if ok || err != nil {
			return a.result, rt.Done, err
		}
		el, err := s.bind(t, rt.ObjectValue(s))
		if err != nil {
			return rt.Value{}, rt.Done, err
		}
		a.w = s.queue.wait(t, a.w, el)
		a.waiting = true
		return a.w.Value(), rt.AwaitIt, nil
	}
	s.queue.remove(a.w)
	a.waiting = false
	a.next, s.spare = s.spare, a
	if rt.Is(err, &rt.CancelledErrorType) && a.w.Done() && !a.w.Cancelled() {
		// It was promised to us and is not taken: give it back.
		if aerr := s.add(t, 1); aerr != nil {
			return rt.Value{}, rt.Done, aerr
		}
	}
	if err == nil {
		s.took(t)
	}
	for {
		some, perr := s.positive(t)
		if perr == nil && some {
			some, perr = s.wakeNext(t)
		}
		if perr != nil {
			return rt.Value{}, rt.Done, during(err, perr)
		}
		if !some {
			break
		}
	}
	return a.result, rt.Done, err
}
