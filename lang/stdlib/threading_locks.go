package stdlib

import (
	"fmt"
	"math"
	"strconv"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// The locks of threading: Lock, RLock, Event, Condition, Semaphore.

// threadLock is a Lock, or an RLock, which its owner may take again.
type threadLock struct {
	rt.Hdr
	owner *rt.Thread
	depth int
	free  rt.Blocker
}

func newThreadLock(typ *rt.Type) *threadLock {
	l := &threadLock{}
	l.Init(typ)
	return l
}

// lockMethods are the methods of both locks.
var lockMethods = []rt.Method{
	{Name: "acquire", Sig: "blocking=True, timeout=-1", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		until, err := blockingUntil(t, a[1], a[2])
		if err != nil {
			return rt.Value{}, err
		}
		ok, err := lockOf(a[0]).acquire(t, until)
		return rt.Bool(ok), err
	}},
	{Name: "release", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.None, lockOf(a[0]).release(t) }},
	{Name: "locked", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.Bool(lockOf(a[0]).depth > 0), nil }},
	{Name: "__enter__", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		_, err := lockOf(a[0]).acquire(t, forever)
		return rt.True, err
	}},
	{Name: "__exit__", Sig: "exc_type=None, exc_value=None, traceback=None, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		return rt.None, lockOf(a[0]).release(t)
	}},
}

var threadEventSpec = rt.Spec{
	Name: "Event", Module: "threading", Layout: true, Python: true,
	Slots: rt.Slots{
		New:        rt.MakeNew(func(e *threadEvent) *rt.Hdr { return &e.Hdr }),
		Initialize: rt.MakePythonInit("Event", "", func(*rt.Thread, rt.Value, []rt.Value) error { return nil }),
		Repr: func(t *rt.Thread, v rt.Value) (string, error) {
			state := "unset"
			if rt.ObjectOf[threadEvent](v).set {
				state = "set"
			}
			return "<threading.Event" + t.At(v) + ": " + state + ">", nil
		},
	},
	Methods: []rt.Method{
		{Name: "is_set", Fn: eventIsSet},
		{Name: "set", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			e := rt.ObjectOf[threadEvent](a[0])
			e.set = true
			e.waiting.Wake()
			return rt.None, nil
		}},
		{Name: "clear", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			rt.ObjectOf[threadEvent](a[0]).set = false
			return rt.None, nil
		}},
		{Name: "wait", Sig: "timeout=None", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			e := rt.ObjectOf[threadEvent](a[0])
			until, err := deadlineOf(t, a[1].Or(rt.None))
			if err != nil {
				return rt.Value{}, err
			}
			ok, err := t.WaitFor(&e.waiting, e, until, func() bool { return e.set })
			return rt.Bool(ok), err
		}},
		deprecated("isSet() is deprecated, use is_set() instead", rt.Method{Name: "isSet", Fn: eventIsSet}),
	},
}

var threadConditionSpec = rt.Spec{
	Name: "Condition", Module: "threading", Layout: true, Python: true,
	Slots: rt.Slots{
		New: rt.MakeNew(func(c *threadCondition) *rt.Hdr { return &c.Hdr }),
		Initialize: rt.MakeInit("Condition.__init__", "lock=None", func(t *rt.Thread, self rt.Value, a []rt.Value) error {
			c := rt.ObjectOf[threadCondition](self)
			c.lock = newThreadLock(&threadRLockType)
			if v := a[0].Or(rt.None); v.Type() == &threadLockType || v.Type() == &threadRLockType {
				c.lock = lockOf(v)
			} else if !v.IsNone() {
				return t.TypeErrorf("a Condition needs a Lock or an RLock, not %s", v.Type().Name)
			}
			return nil
		}),
		Repr: func(t *rt.Thread, v rt.Value) (string, error) {
			c := rt.ObjectOf[threadCondition](v)
			return fmt.Sprintf("<Condition(%s, %d)>", c.lock.repr(t), len(c.waiting)), nil
		},
	},
	Methods: []rt.Method{
		{Name: "acquire", Sig: "blocking=True, timeout=-1", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			until, err := blockingUntil(t, a[1], a[2])
			if err != nil {
				return rt.Value{}, err
			}
			ok, err := rt.ObjectOf[threadCondition](a[0]).lock.acquire(t, until)
			return rt.Bool(ok), err
		}},
		{Name: "release", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.None, rt.ObjectOf[threadCondition](a[0]).lock.release(t)
		}},
		{Name: "__enter__", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			_, err := rt.ObjectOf[threadCondition](a[0]).lock.acquire(t, forever)
			return rt.True, err
		}},
		{Name: "__exit__", Sig: "*args", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.None, rt.ObjectOf[threadCondition](a[0]).lock.release(t)
		}},
		{Name: "wait", Sig: "timeout=None", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			until, err := deadlineOf(t, a[1].Or(rt.None))
			if err != nil {
				return rt.Value{}, err
			}
			ok, err := rt.ObjectOf[threadCondition](a[0]).wait(t, until)
			return rt.Bool(ok), err
		}},
		{Name: "wait_for", Sig: "predicate, timeout=None", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			until, err := deadlineOf(t, a[2].Or(rt.None))
			if err != nil {
				return rt.Value{}, err
			}
			for {
				v, err := t.Call(a[1])
				if err != nil {
					return rt.Value{}, err
				}
				yes, err := t.Truth(v)
				if yes || err != nil || t.VM.Now() >= until {
					return v, err
				}
				if _, err := rt.ObjectOf[threadCondition](a[0]).wait(t, until); err != nil {
					return rt.Value{}, err
				}
			}
		}},
		{Name: "notify", Sig: "n=1", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			n, err := t.IntArg(a[1].Or(rt.Int(1)))
			if err != nil {
				return rt.Value{}, err
			}
			return rt.None, rt.ObjectOf[threadCondition](a[0]).notify(t, n)
		}},
		{Name: "notify_all", Fn: conditionNotifyAll},
		deprecated("notifyAll() is deprecated, use notify_all() instead", rt.Method{Name: "notifyAll", Fn: conditionNotifyAll}),
	},
}

var threadBoundedSemaphoreSpec = rt.Spec{
	Name: "BoundedSemaphore", Module: "threading", Base: &threadSemaphoreType,
	Slots: rt.Slots{Initialize: rt.MakeInit("BoundedSemaphore.__init__", "value=1", initThreadSemaphore(true))},
}

func init() {
	for _, row := range []struct {
		typ  *rt.Type
		name string
		old  []string // methods that have an older name, too
	}{{&threadLockType, "lock", []string{"acquire", "release", "locked"}}, {&threadRLockType, "RLock", nil}} {
		methods := lockMethods
		for _, name := range row.old {
			methods = append(methods, renamed(lockMethods, name, name+"_lock"))
		}
		rt.Define(row.typ, &rt.Spec{
			Name: row.name, Module: "_thread", Dotted: true, Layout: true, Final: true,
			Slots: rt.Slots{
				New: func(t *rt.Thread, cls *rt.Type, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
					switch {
					case cls == &threadRLockType: // CPython's looks at no arguments
					case len(kwnames) > 0:
						return rt.Value{}, t.TypeErrorf("lock() takes no keyword arguments")
					case len(args) > 0:
						return rt.Value{}, t.TypeErrorf("lock expected 0 arguments, got %d", len(args))
					}
					return rt.ObjectValue(newThreadLock(cls)), nil
				},
				Repr: func(t *rt.Thread, v rt.Value) (string, error) { return lockOf(v).repr(t), nil },
			},
			Methods: methods,
		})
	}
	rt.Define(&threadEventType, &threadEventSpec)
	rt.Define(&threadConditionType, &threadConditionSpec)
	semaphore := []rt.Method{
		{Name: "acquire", Sig: "blocking=True, timeout=None", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			block, err := t.TruthOr(a[1], true)
			if err != nil {
				return rt.Value{}, err
			}
			until := t.VM.Now()
			if timeout := a[2].Or(rt.None); block {
				until, err = deadlineOf(t, timeout)
			} else if !timeout.IsNone() {
				err = t.ValueErrorf("can't specify timeout for non-blocking acquire")
			}
			if err != nil {
				return rt.Value{}, err
			}
			ok, err := rt.ObjectOf[threadSemaphore](a[0]).acquire(t, until)
			return rt.Bool(ok), err
		}},
		{Name: "release", Sig: "n=1", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			n, err := t.IntArg(a[1].Or(rt.Int(1)))
			if err != nil {
				return rt.Value{}, err
			}
			return rt.None, rt.ObjectOf[threadSemaphore](a[0]).release(t, n)
		}},
		{Name: "__enter__", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			_, err := rt.ObjectOf[threadSemaphore](a[0]).acquire(t, forever)
			return rt.True, err
		}},
		{Name: "__exit__", Sig: "*args", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.None, rt.ObjectOf[threadSemaphore](a[0]).release(t, 1)
		}},
	}
	rt.Define(&threadSemaphoreType, &rt.Spec{
		Name: "Semaphore", Module: "threading", Layout: true, Python: true,
		Slots: rt.Slots{
			New:        rt.MakeNew(func(s *threadSemaphore) *rt.Hdr { return &s.Hdr }),
			Initialize: rt.MakeInit("Semaphore.__init__", "value=1", initThreadSemaphore(false)),
			Repr: func(t *rt.Thread, v rt.Value) (string, error) {
				s, cls := rt.ObjectOf[threadSemaphore](v), v.Type()
				value := strconv.FormatInt(s.value, 10)
				if s.bound >= 0 {
					value += "/" + strconv.FormatInt(s.bound, 10)
				}
				return fmt.Sprintf("<%s.%s%s: value=%s>", cls.Module, cls.Qualname, t.At(v), value), nil
			},
		},
		Methods: semaphore,
	})
	rt.Define(&threadBoundedSemaphoreType, &threadBoundedSemaphoreSpec)
}

func lockOf(v rt.Value) *threadLock { return rt.ObjectOf[threadLock](v) }

// repr is how the lock shows itself.
func (l *threadLock) repr(t *rt.Thread) string {
	state, owner := "unlocked", ""
	if l.depth > 0 {
		state = "locked"
	}
	if l.Type() == &threadRLockType {
		var id int64
		if l.owner != nil {
			id = rt.ObjectOf[thread](threadsOf(t).current(l.owner)).ident
		}
		owner = fmt.Sprintf(" owner=%d count=%d", id, l.depth)
	}
	return fmt.Sprintf("<%s _thread.%s object%s%s>", state, l.Type().ShortName(), owner, t.At(rt.ObjectValue(l)))
}

// blockingUntil is until when acquire(blocking, timeout) waits.
func blockingUntil(t *rt.Thread, blocking, timeout rt.Value) (float64, error) {
	block, err := t.TruthOr(blocking, true)
	if err != nil {
		return 0, err
	}
	d, err := lockTimeout(t, timeout.Or(rt.Int(-1)))
	switch {
	case err != nil:
		return 0, err
	case !block && d != -1:
		return 0, t.ValueErrorf("can't specify a timeout for a non-blocking call")
	case !block:
		return t.VM.Now(), nil
	case d == -1:
		return forever, nil
	case d < 0:
		return 0, t.ValueErrorf("timeout value must be a non-negative number")
	}
	return t.VM.Now() + d, nil
}

// lockTimeout is the timeout of a lock in seconds. CPython counts them in nanoseconds
// of 64 bits.
func lockTimeout(t *rt.Thread, v rt.Value) (float64, error) {
	const limit = math.MaxInt64 / 1e9
	if d, ok := rt.FloatOf(v); ok {
		switch {
		case math.IsNaN(d):
			return 0, t.ValueErrorf("Invalid value NaN (not a number)")
		case math.Abs(d) > limit:
			return 0, t.OverflowErrorf("timestamp out of range for platform time_t")
		}
		return d, nil
	}
	i, ok, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	if !ok {
		i = v // which IntArg refuses
	}
	n, err := t.IntArg(i)
	if ok && (err != nil || math.Abs(float64(n)) > limit) {
		err = t.OverflowErrorf("timestamp too large to convert to C PyTime_t")
	}
	return float64(n), err
}

func (l *threadLock) acquire(t *rt.Thread, until float64) (bool, error) {
	if l.Type() == &threadRLockType && l.depth > 0 && l.owner == t {
		l.depth++
		return true, nil
	}
	if l.depth > 0 && until <= t.VM.Now() {
		return false, nil
	}
	ok, err := t.WaitFor(&l.free, l, until, func() bool { return l.depth == 0 })
	if ok && err == nil {
		l.owner, l.depth = t, 1
	}
	return ok, err
}

// Blocked says for a report what a thread waits on that acquires the lock.
func (l *threadLock) Blocked(*rt.Thread) rt.Wait {
	what := "a threading.Lock"
	if l.Type() == &threadRLockType {
		what = "a threading.RLock"
	}
	return rt.Wait{
		What: what + " that " + l.owner.ThreadName() + " acquired",
		Help: "whoever acquires a lock of threading must release it, and no task may await anything while it holds one",
	}
}

func (l *threadLock) release(t *rt.Thread) error {
	switch {
	case l.Type() == &threadRLockType && (l.depth == 0 || l.owner != t):
		return t.RuntimeErrorf("cannot release un-acquired lock")
	case l.depth == 0:
		return t.RuntimeErrorf("release unlocked lock")
	}
	if l.depth--; l.depth == 0 {
		l.owner = nil
		l.free.Wake()
	}
	return nil
}

type threadEvent struct {
	rt.Hdr
	set     bool
	waiting rt.Blocker
}

// Blocked says for a report what a thread waits on that waits for the event.
func (e *threadEvent) Blocked(*rt.Thread) rt.Wait {
	return rt.Wait{What: "a threading.Event that is not set", Help: "nobody is left who calls set() of the threading.Event"}
}

type threadCondition struct {
	rt.Hdr
	lock    *threadLock
	waiting []*notified
}

// notified is one thread that waits on a condition.
type notified struct {
	woken bool
	wake  rt.Blocker
}

// Blocked says for a report what the thread waits on.
func (n *notified) Blocked(*rt.Thread) rt.Wait {
	return rt.Wait{What: "a notify of a threading.Condition", Help: "nobody is left who calls notify() of the threading.Condition"}
}

// wait gives the lock up until someone notifies.
func (c *threadCondition) wait(t *rt.Thread, until float64) (bool, error) {
	if c.lock.depth == 0 {
		return false, t.RuntimeErrorf("cannot wait on un-acquired lock")
	}
	n := &notified{}
	c.waiting = append(c.waiting, n)
	depth := c.lock.depth
	c.lock.depth = 1
	if err := c.lock.release(t); err != nil {
		return false, err
	}
	ok, err := t.WaitFor(&n.wake, n, until, func() bool { return n.woken })
	if err != nil {
		return false, err
	}
	for i, x := range c.waiting {
		if x == n {
			c.waiting = append(c.waiting[:i], c.waiting[i+1:]...)
			break
		}
	}
	_, err = c.lock.acquire(t, forever)
	c.lock.depth = depth
	return ok, err
}

func (c *threadCondition) notify(t *rt.Thread, n int64) error {
	if c.lock.depth == 0 {
		return t.RuntimeErrorf("cannot notify on un-acquired lock")
	}
	for ; n > 0 && len(c.waiting) > 0; n-- {
		w := c.waiting[0]
		c.waiting = c.waiting[1:]
		w.woken = true
		w.wake.Wake()
	}
	return nil
}

type threadSemaphore struct {
	rt.Hdr
	value, bound int64 // bound -1: none
	free         rt.Blocker
}

// Blocked says for a report what a thread waits on that acquires the semaphore.
func (s *threadSemaphore) Blocked(*rt.Thread) rt.Wait {
	return rt.Wait{What: "a threading." + s.Type().Name + " at 0", Help: "every acquire() of a semaphore needs its release()"}
}

func initThreadSemaphore(bounded bool) func(t *rt.Thread, self rt.Value, args []rt.Value) error {
	return func(t *rt.Thread, self rt.Value, args []rt.Value) error {
		n, err := t.IntArg(args[0].Or(rt.Int(1)))
		if err != nil {
			return err
		}
		if n < 0 {
			return t.ValueErrorf("semaphore initial value must be >= 0")
		}
		s := rt.ObjectOf[threadSemaphore](self)
		s.value, s.bound = n, -1
		if bounded {
			s.bound = n
		}
		return nil
	}
}

func (s *threadSemaphore) acquire(t *rt.Thread, until float64) (bool, error) {
	ok, err := t.WaitFor(&s.free, s, until, func() bool { return s.value > 0 })
	if ok && err == nil {
		s.value--
	}
	return ok, err
}

func (s *threadSemaphore) release(t *rt.Thread, n int64) error {
	if n < 1 {
		return t.ValueErrorf("n must be one or more")
	}
	if s.bound >= 0 && s.value+n > s.bound {
		return t.Errorf(&rt.ValueErrorType, "Semaphore released too many times")
	}
	s.value += n
	s.free.Wake()
	return nil
}

// forever is a time that never comes.
var forever = math.Inf(1)

func conditionNotifyAll(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	c := rt.ObjectOf[threadCondition](a[0])
	return rt.None, c.notify(t, int64(len(c.waiting)))
}

func eventIsSet(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
	return rt.Bool(rt.ObjectOf[threadEvent](a[0]).set), nil
}
