package runtime

import (
	"math"
	"unsafe"

	"github.com/coro-lang/coro/lang/compiler"
)

// A relay: when a task's coroutine suspends or returns and the next entry of the
// queue is the step of a task, the machine goes on with that one at once. It comes
// to the same as going back to the loop, which would take that entry next, without
// leaving and entering the machine between any two steps.
//
// A relay begins with a step that the loop runs (not on a strand, which must give
// others a turn), and t.relay says on how many frames; the coroutine of each task that
// follows is the activation on top of them. Whatever is out of the ordinary goes by way
// of Task.step.
//
// Where the next coroutine is code of the program, hot goes on with it. One written
// in Go is stepped from here, and may hand over itself before that step returns: so
// many tasks in a row may do so on Go's stack, then the loop takes over again.
const maxHandovers = 32

// relayed runs a step of the task, which begins a relay unless something must be
// done between any two steps.
func (t *Thread) relayed(task *Task) error {
	el := task.loop
	if el.unwatched() && task.gen != nil && t.strand == nil {
		t.relay = t.fp + 1
	}
	err := task.step(t, nil)
	t.relay = 0
	return err
}

// unwatched says whether nobody looks at the loop's tasks step by step.
func (el *EventLoop) unwatched() bool {
	return el.q.Recorder == nil && el.vm.Steps == 0 && len(el.vm.invariants) == 0 && !el.debug && el.hooks == nil
}

// endRelays ends every relay, as from now on something must be done between steps.
func (vm *VM) endRelays() {
	vm.threadsMu.Lock()
	defer vm.threadsMu.Unlock()
	for _, t := range vm.threads {
		t.relay = 0
	}
}

// pass has the current task, whose coroutine is suspended but still on the stack,
// with the frame fr, wait for y, and goes on with the next one in its place. It
// returns hot's verdict.
func (t *Thread) pass(fr *frame, y Value) bool {
	task := t.running.current
	task.ctx = t.ctx
	if y.IsNone() {
		task.loop.q.Soon((*taskStep)(task))
		task.sinceNow()
	} else {
		task.suspended(t, y)
	}
	return t.passOn(fr)
}

// end ends the current task, whose coroutine returned v but is still on the stack,
// with the frame fr, and goes on with the next one. It returns hot's verdict.
func (t *Thread) end(fr *frame, v Value) bool {
	task := t.running.current
	task.ctx = t.ctx
	task.ended(t, v, nil) // no error: there is none that the run must end for
	return t.passOn(fr)
}

// giveTurn does `await sleep(0)` in a coroutine that a task resumed, as awaitSleep,
// suspendOn and pass would one after the other. done is false, and nothing was done,
// if it is not as simple as that; stop is hot's verdict.
func (t *Thread) giveTurn(dst uint8) (stop, done bool) {
	in := *(*compiler.Instr)(t.ip)
	fr := t.frame()
	g := fr.root
	// The next instruction awaits R[dst] outside of any handler.
	if t.fp != t.relay || fr.gen != g || uint32(in) != uint32(compiler.OpAwait)|uint32(dst)<<8 {
		return false, false
	}
	g.ip, g.dst, g.mode, g.inExc = unsafe.Add(t.ip, instrSize), dst, resumeKeep, false
	g.on, g.leaf = None, g
	g.state = genSuspended
	g.keep(t.regs, int(in.D()))
	el := t.running
	task := el.current
	task.ctx = t.ctx
	task.val.n = int64(math.Float64bits(el.q.Now())) // sinceNow
	if !el.q.SoonIfRoom((*taskStep)(task)) {
		el.q.Soon((*taskStep)(task))
	}
	return t.passOn(fr), true
}

// waitFor suspends the coroutine on top, which a task resumed and which awaits the
// pending future f, and has the task wait for that, as suspendOn, pass and
// Task.suspended would one after the other. done is false, and nothing was done, if it
// is not as simple as that; stop is hot's verdict.
func (t *Thread) waitFor(f *Future, mode resumeMode) (stop, done bool) {
	fr := t.frame()
	g, el := fr.root, t.running
	if t.fp != t.relay || fr.gen != g || t.fn == nil || f.wake != nil || f.loop != el || f.typ != &FutureType && f.typ != &TaskType {
		return false, false
	}
	in, task := t.last(), el.current
	if in.C() != 0 || task.flags&flagMustCancel != 0 || f == &task.Future {
		return false, false
	}
	g.ip, g.dst, g.mode, g.inExc = t.ip, in.A(), mode, false
	g.on, g.leaf = obj(f), g
	g.state = genSuspended
	g.keep(t.regs, int(in.D()))
	f.flags &^= flagBlocking
	f.wake = (*taskWake)(task)
	task.on, task.ctx = f, t.ctx
	task.val.n = int64(math.Float64bits(el.q.Now())) // sinceNow
	return t.passOn(fr), true
}

// passOn goes on with the task whose step is next in the queue, in the place of the
// coroutine on top of the stack, which is done with and has the frame fr. If the next
// entry is something else or out of the ordinary, or so many have handed over, it
// leaves the machine with no task that is still to be seen to. It begins the next pass
// when one is over and the loop has nothing to see to in between.
func (t *Thread) passOn(fr *frame) bool {
	el := t.running
	if t.handovers >= maxHandovers {
		return t.leaveRelay()
	}
	if el.q.Left() == 0 && (el.stopping || t.stop.Load() != 0 || el.q.Still >= stillLimit || !el.q.Again()) {
		return t.leaveRelay()
	}
	var next *Task
	entry := el.q.First()
	switch c := (*entry).(type) {
	case *taskStep:
		next = (*Task)(c)
	case *taskWake:
		next = (*Task)(c)
		if f := next.on; f != nil && (f.state != futureFinished || f.flags&flagFailed != 0) {
			return t.leaveRelay()
		}
	default:
		return t.leaveRelay()
	}
	root := next.gen
	if next.state != futurePending || next.sleep == sleepAborted || next.flags&flagMustCancel != 0 || root == nil || root.parent != nil {
		return t.leaveRelay()
	}
	leaf := root
	if root.state == genSuspended {
		if leaf = root.leaf; leaf == nil {
			return t.leaveRelay()
		}
	} else if root.state != genCreated {
		return t.leaveRelay()
	}
	el.q.Drop(entry)
	next.sleep = awake
	if next.on != nil {
		next.on = nil
	}
	el.current = next
	t.ctx = next.ctx
	// What activate comes to for code that handles no exception.
	base := (*Value)(unsafe.Pointer(t.regs))
	if !leaf.plain() {
		t.handovers++
		stop := t.activate(fr, root, base, None, nil)
		t.handovers--
		return stop
	}
	fresh := leaf.state == genCreated
	fr.gen, fr.root, fr.thrown = leaf, root, false
	root.state, leaf.state = genRunning, genRunning
	if leaf.fn != t.fn {
		t.begin(leaf.fn, base)
	}
	if t.ip = leaf.ip; leaf.live <= 8 {
		copyFew(unsafe.Pointer(base), unsafe.Pointer(leaf.regs), int(leaf.live))
	} else {
		leaf.wake(t.regs)
	}
	switch {
	case fresh:
		leaf.leaf = leaf
		return false
	case leaf.mode == resumeKeep:
		t.regs[leaf.dst] = leaf.on
		return false
	case leaf.mode == resumeFuture:
		if f := futureOf(leaf.on); f.state == futureFinished && f.flags&flagFailed == 0 {
			t.regs[leaf.dst] = f.val
			leaf.on = Value{}
			return false
		}
	case leaf.mode == resumeInline:
		if f := futureOf(leaf.on); f.state == futureFinished && f.flags&flagFailed == 0 {
			body := leaf.ext.native
			leaf.ext.native, leaf.on = nil, Value{}
			handled := t.exc
			t.handovers++
			v, want, err := body.Step(t, f.val, nil)
			if err == nil && want == Done && t.exc == handled {
				t.handovers--
				t.regs[leaf.dst] = v
				return false
			}
			stop := t.inlineStep(body, v, want, err, nil, handled, leaf.dst, false)
			t.handovers--
			return stop
		}
	}
	t.handovers++
	stop := t.deliver(leaf, None, nil)
	t.handovers--
	return stop
}

// leaveRelay leaves the machine, in which a relay goes on no longer.
//
//go:noinline
func (t *Thread) leaveRelay() bool {
	t.pop()
	t.running.current = nil
	t.ret, t.suspended = None, true
	return true
}
