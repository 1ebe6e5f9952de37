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

// relayed runs a step of the task, which begins a relay unless something must be
// done between any two steps.
func (t *Thread) relayed(task *Task) error {
	el := task.loop
	if vm := t.VM; el.q.Recorder == nil && vm.Steps == 0 && len(vm.invariants) == 0 && !el.debug && el.hooks == nil {
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

// pausable says whether the current task can wait for y without more ado.
func (t *Thread) pausable(y Value) bool {
	el := t.running
	if el.current.flags&flagMustCancel != 0 {
		return false
	}
	if y.IsNone() {
		return true
	}
	if _, ok := sleepDelay(y); ok {
		return true
	}
	f := AsFuture(y)
	return f != nil && f.flags&flagBlocking != 0 && f.loop == el && f != &el.current.Future
}

// pass has the current task, whose coroutine is suspended but still on the stack,
// with the frame fr, wait for y, and goes on with the next one. It returns hot's
// verdict.
func (t *Thread) pass(fr *frame, y Value) bool {
	task := t.running.current
	if task.ctx != t.ctx {
		task.ctx = t.ctx
	}
	task.suspended(t, y)
	return t.relayFrom(fr)
}

// passOn is pass for a pending future.
func (t *Thread) passOn(fr *frame, f *Future) bool {
	task := t.running.current
	if task.ctx != t.ctx {
		task.ctx = t.ctx
	}
	f.AddCallback((*taskWake)(task))
	task.on = f
	task.sinceNow()
	return t.relayFrom(fr)
}

// relayFrom goes on with the task that follows the one whose coroutine is
// suspended but still on the stack, with the frame fr. It returns hot's verdict.
func (t *Thread) relayFrom(fr *frame) bool {
	next := t.following()
	if next == nil {
		t.pop()
		return t.endRelay()
	}
	root := next.gen
	leaf := root.leaf
	if root.state != genSuspended || !leaf.plain() {
		t.pop()
		return t.follow(next)
	}
	// The frame stays where it is.
	t.take(next)
	fr.gen, fr.root, fr.thrown = leaf, root, false
	root.state, leaf.state = genRunning, genRunning
	if leaf.fn != t.fn {
		t.begin(leaf.fn, (*Value)(unsafe.Pointer(t.regs)))
	}
	leaf.wake(t)
	switch leaf.mode {
	case resumeKeep:
		t.regs[leaf.dst] = leaf.on
		return false
	case resumeInline:
		if f := futureOf(leaf.on); f.state == futureFinished && f.flags&flagFailed == 0 {
			body := leaf.ext.native
			leaf.ext.native, leaf.on = nil, Value{}
			return t.stepInline(body, f.val, nil, leaf.dst, false)
		}
	}
	return t.deliver(leaf, None, nil)
}

// end ends the current task, whose coroutine returned v and is off the stack, and
// goes on with the next one. It returns hot's verdict.
func (t *Thread) end(v Value) bool {
	task := t.running.current
	task.ctx = t.ctx
	task.loop.forget(task)
	task.SetResult(v)
	if next := t.following(); next != nil {
		return t.follow(next)
	}
	return t.endRelay()
}

// endRelay leaves the machine with no task that is still to be seen to.
func (t *Thread) endRelay() bool {
	t.running.current = nil
	t.ret, t.suspended = None, true
	return true
}

// following is the task whose step is next in the queue, nil if that is
// something else, or out of the ordinary. It begins the next pass when one is over
// and the loop has nothing to see to in between.
func (t *Thread) following() *Task {
	el := t.running
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
		g == nil || g.state > genSuspended || g.parent != nil {
		return nil
	}
	return next
}

// take makes the task that following gave the current one.
func (t *Thread) take(next *Task) {
	el := t.running
	el.q.Next()
	next.sleep = awake
	if next.on != nil {
		next.on = nil
	}
	el.current = next
	t.ctx = next.ctx
}

// follow begins the step of the task that following gave. It returns hot's
// verdict.
func (t *Thread) follow(next *Task) bool {
	t.take(next)
	if g := next.gen; g.state == genSuspended && t.resumeShort(g) {
		return false
	}
	return t.enterGen(next.gen, None, nil, actResume, 0)
}
