package runtime

import (
	"math"
	"runtime"
	"slices"

	"github.com/coro-lang/coro/lang/loop"
)

// strand is a call on a stack of its own, what other languages would make a
// thread. Only one strand runs at a time, the loop's own stack included: each
// has a goroutine, and the right to run is handed over explicitly, so that a run
// with threads repeats like any other.
//
// A strand runs until it blocks (sleeps, or waits for something) or ends. Then
// control returns to whoever resumed it.
type strand struct {
	thread *Thread
	call   func(t *Thread) (Value, error)            // what runs on it
	ended  func(t *Thread, v Value, err error) error // run by the loop's stack when it is over
	loop   *EventLoop                                // whose queue resumes it; nil while none runs
	state  strandState
	until  float64      // while it sleeps; +Inf for ever
	timer  loop.TimerID // of its sleep, in loop
	turn   *strandTurn  // its entry in the loop's queue or timers, nil if there is none
	joined bool         // the program's end waits for it
	woken  bool         // it waits and what it waited for has come
	number uint64       // in the order of going to sleep
	name   string
	value  Value // outcome of call
	err    error

	executor  *Executor             // that it counts against, or nil
	retired   bool                  // its worker has gone on
	worker    *worker               // of the executor that it runs on
	abandoned func(t *Thread) error // run instead of call if the executor is shut down before
	result    *Future               // that run_in_executor resolves with its outcome, or nil
	onEnd     *Future               // resolved when it is over, if the loop's shutdown waits for it

	resume, back chan struct{}
}

// forever is a time that never comes.
var forever = math.Inf(1)

type strandState uint8

const (
	strandNew strandState = iota
	strandRunning
	strandSleeping // until a time
	strandWaiting  // until someone wakes it, or a time
	strandEnded
)

// strandTurn is the entry of the ready queue that goes on with a strand.
type strandTurn struct{ s *strand }

func (turn *strandTurn) Run(t *Thread) error {
	if turn.s.turn != turn {
		return nil // it went on by another way
	}
	return turn.s.step(t)
}

// newStrand makes a strand that is yet to be started.
func newStrand(name string, call func(t *Thread) (Value, error), ended func(t *Thread, v Value, err error) error) *strand {
	return &strand{call: call, ended: ended, name: name, until: forever}
}

// start has a new strand run when its turn comes.
func (s *strand) start(t *Thread) {
	t.VM.strands = append(t.VM.strands, s)
	s.schedule(t.scheduler())
}

// scheduler is the loop whose queue resumes strands: the one that runs on the first
// stack, as time passes only there. A loop that runs on a strand is a strand like any
// other to it.
func (t *Thread) scheduler() *EventLoop {
	if t.strand == nil {
		return t.running
	}
	return t.strand.loop
}

// schedule puts the strand's next turn into the queue of the loop that runs, or
// leaves it to whoever blocks first.
func (s *strand) schedule(el *EventLoop) {
	s.loop = el
	if el == nil {
		s.turn = nil
		return
	}
	s.turn = &strandTurn{s}
	switch {
	case s.state == strandNew, s.state == strandWaiting && s.woken:
		el.q.Soon(s.turn)
	case !math.IsInf(s.until, 1):
		s.timer = el.q.At(s.until, s.turn)
	}
}

// unschedule takes the strand's turn back.
func (s *strand) unschedule() {
	if s.turn != nil && s.loop != nil {
		s.loop.q.Cancel(s.timer)
	}
	s.turn = nil
}

// step runs the strand until it blocks or ends; t is the stack that waits
// meanwhile.
func (s *strand) step(t *Thread) error {
	s.unschedule()
	vm := t.VM
	if s.state == strandNew {
		if s.thread == nil {
			s.thread = vm.NewThread()
		}
		s.thread.strand = s
		s.resume, s.back = make(chan struct{}), make(chan struct{})
		s.state = strandRunning
		go s.main()
	} else {
		s.state = strandRunning
		s.resume <- struct{}{}
	}
	active := vm.active
	vm.active = s.thread
	<-s.back
	vm.active = active
	if s.state != strandEnded {
		s.schedule(s.loop)
		return nil
	}
	vm.dropStrand(s)
	if _, fatal := s.err.(*Fatal); fatal {
		return s.err
	}
	end := strandEnd{s}
	if s.loop != nil && s.loop.running && (s.result == nil || s.result.loop == s.loop) {
		vm.unheard = append(vm.unheard, s)
		s.loop.q.Soon(&end)
		return nil
	}
	return end.Run(t)
}

// strandEnd is the callback that passes on the outcome of a strand.
type strandEnd struct{ s *strand }

func (e *strandEnd) Run(t *Thread) error {
	t.VM.unheard = slices.DeleteFunc(t.VM.unheard, func(s *strand) bool { return s == e.s })
	return e.s.ended(t, e.s.value, e.s.err)
}

// main is the strand's goroutine.
func (s *strand) main() {
	s.value, s.err = s.call(s.thread)
	s.state = strandEnded
	s.back <- struct{}{}
}

// handBack lets the stack that resumed the strand go on, until it is resumed
// again. When the run has ended meanwhile the goroutine ends here.
func (s *strand) handBack() {
	s.back <- struct{}{}
	select {
	case <-s.resume:
	case <-s.thread.VM.over:
		runtime.Goexit()
	}
}

func (vm *VM) dropStrand(s *strand) {
	for i, x := range vm.strands {
		if x == s {
			vm.strands = append(vm.strands[:i], vm.strands[i+1:]...)
			return
		}
	}
}

// Sleep is time.sleep: a strand hands over until the time has come; on the
// loop's own stack the strands go on at their times, and no task does.
func (t *Thread) Sleep(seconds float64) error {
	until := t.VM.Now() + seconds
	if t.strand != nil {
		t.strand.block(strandSleeping, until)
		return nil
	}
	return t.blockUntil(until, func() bool { return false })
}

// block hands over until the time has come, or until the strand is woken if it
// waits; it says whether it was woken.
func (s *strand) block(state strandState, until float64) bool {
	vm := s.thread.VM
	vm.naps++
	s.state, s.until, s.woken, s.number = state, until, false, vm.naps
	s.handBack()
	s.until = forever
	return s.woken
}

// wake has a waiting strand go on.
func (s *strand) wake() {
	if s.state == strandWaiting && !s.woken {
		s.woken = true
		s.unschedule()
		s.schedule(s.loop)
	}
}

// A Blocker is what a stack waits for with WaitFor: whoever makes it ready calls
// Wake.
type Blocker struct{ waiting []*strand }

// Wake has all that wait look again.
func (b *Blocker) Wake() {
	for _, s := range b.waiting {
		s.wake()
	}
	b.waiting = nil
}

// WaitFor blocks this stack until ready answers true, which whoever changes its
// answer announces by b.Wake, or until the clock reaches the time; it says
// whether it is ready. on says for a report what it waits on.
func (t *Thread) WaitFor(b *Blocker, on Blocking, until float64, ready func() bool) (bool, error) {
	outer := t.waits
	t.waits = on
	defer func() { t.waits = outer }()
	if t.strand == nil {
		err := t.blockUntil(until, ready)
		return ready(), err
	}
	for !ready() {
		b.waiting = append(b.waiting, t.strand)
		if !t.strand.block(strandWaiting, until) && t.VM.Now() >= until {
			break
		}
	}
	return ready(), nil
}

// blockage is what the loop's own stack waits for while it blocks.
type blockage struct {
	until float64
	ready func() bool
}

// blockUntil blocks the loop's own stack: the strands go on, at their times,
// until ready answers true or the clock reaches the time.
func (t *Thread) blockUntil(until float64, ready func() bool) error {
	vm := t.VM
	outer := t.blocked
	t.blocked = &blockage{until, ready}
	defer func() { t.blocked = outer }()
	for _, s := range vm.unheard {
		s.retire(t)
	}
	for !ready() {
		vm.wakePosted()
		s := vm.nextStrand(until)
		if s == nil {
			if math.IsInf(until, 1) && !vm.strandsAwaitOutside() {
				return t.deadlock()
			}
			if done, err := t.passTime(until); done || err != nil {
				return err
			}
			continue
		}
		if s.state != strandNew && !s.woken && s.until > vm.Now() {
			if done, err := t.passTime(s.until); !done || err != nil {
				if err != nil {
					return err
				}
				continue
			}
		}
		if err := s.step(t); err != nil {
			return err
		}
		if s.state == strandEnded {
			s.retire(t)
		}
	}
	return nil
}

// retire has the worker of an ended strand go on while the loop, which would see to
// that, may be what is blocked.
func (s *strand) retire(t *Thread) {
	if s.executor != nil {
		s.executor.retire(t, s)
	}
}

// nextStrand is the strand that goes on first: one that is to start or was woken,
// else the one whose time comes first, up to the given time.
func (vm *VM) nextStrand(until float64) *strand {
	var next *strand
	for _, s := range vm.strands {
		switch s.state {
		case strandNew:
			return s
		case strandWaiting, strandSleeping:
			if s.woken {
				return s
			}
			if s.until > until || math.IsInf(s.until, 1) {
				continue
			}
			if next == nil || s.until < next.until || s.until == next.until && s.number < next.number {
				next = s
			}
		}
	}
	return next
}

// passTime lets the clock reach a time; it says whether it did: the run may be
// interrupted before.
func (t *Thread) passTime(until float64) (bool, error) {
	vm := t.VM
	end := min(until, vm.horizon)
	idle := (t.running == nil || t.running.q.Outside() == 0) && !vm.strandsAwaitOutside()
	vm.clock.Pass(end, idle, vm.alarm)
	for _, el := range vm.loops {
		el.q.Still = 0
	}
	if until > vm.horizon && vm.clock.Now() >= vm.horizon {
		vm.horizonReached()
	}
	if t.stop.Load() != 0 {
		if err := t.interrupted(); err != nil {
			return false, err
		}
	}
	return vm.clock.Now() >= until, nil
}

// StartThread runs call on a stack of its own, from the next time on that this
// one blocks or its loop gets to it. ended is run by whoever resumed the thread
// last, when it is over. The program does not end before it unless daemon is set.
func (t *Thread) StartThread(name string, daemon bool, call func(t *Thread) (Value, error), ended func(t *Thread, v Value, err error) error) {
	s := newStrand(name, call, ended)
	s.joined = !daemon
	s.start(t)
}

// ThreadName is the name of the thread that this stack is to the program.
func (t *Thread) ThreadName() string { return t.threadName() }

// IsMain says whether this is the stack that the program began on.
func (t *Thread) IsMain() bool { return t.strand == nil }

// joinThreads lets the threads that the program started come to their ends.
func (vm *VM) joinThreads() error {
	return vm.Main.blockUntil(forever, func() bool {
		for _, s := range vm.strands {
			if s.joined {
				return false
			}
		}
		return true
	})
}
