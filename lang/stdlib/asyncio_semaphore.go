package stdlib

import (
	"github.com/coro-lang/coro/lang/compiler"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// asyncio.Semaphore and BoundedSemaphore.

// The types of the semaphores.
var SemaphoreType, BoundedSemaphoreType rt.Type

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

var boundedSemaphoreSpec = rt.Spec{
	Name: "BoundedSemaphore", Module: "asyncio.locks", Base: &SemaphoreType, Attrs: true,
	Doc: "A Semaphore that cannot be given back more than was taken.",
	Slots: rt.Slots{
		Initialize: rt.MakePythonInit("BoundedSemaphore", "value=1", func(t *rt.Thread, self rt.Value, args []rt.Value) error {
			rt.ObjectOf[semaphore](self).bound = args[0].Or(rt.Int(1))
			return initSemaphore(t, self, args)
		}),
	},
}

func init() {
	acquire := func(result rt.Value) func(*rt.Thread, []rt.Value) (rt.NativeCoro, error) {
		return func(_ *rt.Thread, a []rt.Value) (rt.NativeCoro, error) {
			return rt.ObjectOf[semaphore](a[0]).acquiring(result), nil
		}
	}
	rt.Define(&SemaphoreType, &rt.Spec{
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
			{Name: "acquire", Coro: acquire(rt.True), Quick: semaphoreQuick, Leaf: true},
			{Name: "__aenter__", Coro: entering(acquire(rt.None)), Quick: semaphoreEnter, Leaf: true, Delegates: true},
			{Name: "release", Fn: semaphoreRelease},
			{Name: "__aexit__", Sig: "exc_type, exc, tb", Coro: releaseCoro(semaphoreRelease), Quick: releaseQuick(semaphoreRelease)},
			{Name: "_value", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.ObjectOf[semaphore](a[0]).value, nil }},
		},
	})
	rt.Define(&BoundedSemaphoreType, &boundedSemaphoreSpec)
}

// semaphoreQuick is the Quick function of acquire.
func semaphoreQuick(t *rt.Thread, args []rt.Value) (rt.Value, bool, error) {
	if args[0].Type().IsHeap() { // whose locked() is asked once
		return rt.True, false, nil
	}
	ok, err := rt.ObjectOf[semaphore](args[0]).try(t)
	return rt.True, ok, err
}

// semaphoreEnter is the Quick function of __aenter__.
func semaphoreEnter(t *rt.Thread, args []rt.Value) (rt.Value, bool, error) {
	if args[0].Type().IsHeap() {
		return rt.None, false, nil
	}
	ok, err := rt.ObjectOf[semaphore](args[0]).try(t)
	return rt.None, ok, err
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

// try acquires the semaphore if it is not locked; a class of the program may say so.
func (s *semaphore) try(t *rt.Thread) (bool, error) {
	locked, err := false, error(nil)
	if s.Type().IsHeap() {
		var v rt.Value
		if v, err = t.CallMethod(rt.ObjectValue(s), "locked"); err == nil {
			locked, err = t.Truth(v)
		}
	} else {
		locked, err = s.locked(t)
	}
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
