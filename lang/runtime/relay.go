package runtime

import "unsafe"

// A relay: when a task's coroutine suspends or returns and the next entry of the
// queue is the step of a task, the machine goes on with that one at once. It comes
// to the same as going back to the loop, which would take that entry next, without
// leaving and entering the machine between any two steps.
//
// A relay begins with a step that the loop runs, and t.relay says on how many
// frames; the coroutine of each task that follows is the activation on top of
// them. Whatever is out of the ordinary goes by way of Task.step.
//
// Where the next coroutine is code of the program, hot goes on with it. One written
// in Go is stepped from here, and may hand over itself before that step returns: so
// many tasks in a row may do so on Go's stack, then the loop takes over again.
const maxHandovers = 32

// relayed runs a step of the task, which begins a relay unless something must be
// done between any two steps.
func (t *Thread) relayed(task *Task) error {
	el := task.loop
	if vm := t.VM; el.q.Recorder == nil && vm.Steps == 0 && len(vm.invariants) == 0 && !el.debug && el.hooks == nil && task.gen != nil {
		t.relay = t.fp + 1
	}
	err := task.step(t, nil)
	t.relay = 0
	return err
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

// passOn goes on with the next task in the place of the coroutine on top of the
// stack, which is done with, or leaves the machine with no task that is still to
// be seen to. The exception being handled is the one that fr says.
func (t *Thread) passOn(fr *frame) bool {
	next := t.takeFollowing()
	if next == nil {
		t.pop()
		t.running.current = nil
		t.ret, t.suspended = None, true
		return true
	}
	// What activate comes to for code that handles no exception.
	base, root := (*Value)(unsafe.Pointer(t.regs)), next.gen
	leaf := root
	if root.state == genSuspended {
		leaf = root.leaf
	}
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
	leaf.wake(t)
	switch {
	case fresh:
		leaf.leaf = leaf
		return false
	case leaf.mode == resumeKeep:
		t.regs[leaf.dst] = leaf.on
		return false
	}
	t.handovers++
	stop := t.deliver(leaf, None, nil)
	t.handovers--
	return stop
}

// takeFollowing takes the task whose step is next in the queue and makes it the
// current one; nil, with nothing taken, if that is something else, or out of the
// ordinary, or if so many have handed over. It begins the next pass when one is
// over and the loop has nothing to see to in between.
func (t *Thread) takeFollowing() *Task {
	el := t.running
	if t.handovers >= maxHandovers {
		return nil
	}
	if el.q.Left() == 0 && (el.stopping || t.stop.Load() != 0 || el.q.Still >= stillLimit || !el.q.Again()) {
		return nil
	}
	var next *Task
	switch c := el.q.Peek().(type) {
	case *taskStep:
		next = (*Task)(c)
	case *taskWake:
		next = (*Task)(c)
		if f := next.on; f != nil && (f.state != futureFinished || f.flags&flagFailed != 0) {
			return nil
		}
	default:
		return nil
	}
	g := next.gen
	if next.state != futurePending || next.sleep == sleepAborted || next.flags&flagMustCancel != 0 ||
		g == nil || g.state > genSuspended || g.parent != nil || g.state == genSuspended && g.leaf == nil {
		return nil
	}
	el.q.Next()
	next.sleep = awake
	if next.on != nil {
		next.on = nil
	}
	el.current = next
	t.ctx = next.ctx
	return next
}
