package runtime

import "unsafe"

// A relay: when a task's coroutine suspends or returns and the next entry of the
// pass is the step of another task, the machine goes on with that one at once.
// It comes to the same as going back to the loop, which would take that entry
// next, without leaving and entering the machine between any two steps.
//
// A relay begins with a step that the loop runs, and t.relay says on how many
// frames; the coroutine of each task that follows is the activation on top of
// them. Whatever is out of the ordinary goes by way of Task.step.

// mayRelay begins a relay unless something must be done between any two steps.
func (t *Thread) mayRelay(el *EventLoop) {
	if vm := t.VM; el.q.Recorder == nil && vm.Steps == 0 && len(vm.invariants) == 0 && !el.debug {
		t.relay = t.fp + 1
	}
}

// endRelays ends every relay, as from now on something must be done between steps.
func (vm *VM) endRelays() {
	vm.threadsMu.Lock()
	defer vm.threadsMu.Unlock()
	for _, t := range vm.threads {
		t.relay = 0
	}
}

// following is the task whose step follows in the pass, nil if something else
// does, or a step out of the ordinary, or if the current task is asked to cancel.
func (t *Thread) following() *Task {
	el := t.running
	if el.q.Left() == 0 || el.current.flags&flagMustCancel != 0 {
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

// pausable says whether the current task can wait for y by itself.
func (t *Thread) pausable(y Value) bool {
	if y.IsNone() {
		return true
	}
	if _, ok := sleepDelay(y); ok {
		return true
	}
	f := AsFuture(y)
	el := t.running
	return f != nil && f.flags&flagBlocking != 0 && f.loop == el && f != &el.current.Future
}

// pause ends the step of the current task, whose coroutine yielded y.
func (t *Thread) pause(y Value) {
	task := t.running.current
	task.ctx = t.ctx
	task.suspended(t, y)
}

// end ends the current task, whose coroutine returned v.
func (t *Thread) end(v Value) {
	task := t.running.current
	task.ctx = t.ctx
	task.loop.forget(task)
	task.SetResult(v)
}

// swap begins the step of the task that following gave in the place of the
// activation fr, which is suspended but still on the stack. It returns false,
// having done nothing, unless the task was in a plain sleep.
func (t *Thread) swap(fr *frame, next *Task) bool {
	root := next.gen
	leaf := root.leaf
	if root.state != genSuspended || !leaf.short() {
		return false
	}
	t.take(next)
	fr.gen, fr.root, fr.thrown = leaf, root, false
	root.state, leaf.state = genRunning, genRunning
	if leaf.fn != t.fn {
		t.begin(leaf.fn, (*Value)(unsafe.Pointer(t.regs)))
	}
	leaf.wake(t)
	return true
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
