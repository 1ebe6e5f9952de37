package runtime

// What keeps a task alive that ended as it began.
//
// A task that starts eagerly and ends with a SystemExit or KeyboardInterrupt ends what
// makes it too, so nobody gets it: CPython frees it at once and reports that nobody
// retrieves its exception. But the traceback of that exception keeps frames, and their
// variables may lead to the task. Then it lives in a circle with its own exception, and
// is reported at the end like others that failed.

// noteHolders looks for the current task in the variables of the activation on top,
// which e leaves, while tasks start eagerly.
func (t *Thread) noteHolders(e *Exception) {
	if t.running == nil || t.running.current == nil || !e.typ.IsSubclass(&SystemExitType) && !e.typ.IsSubclass(&KeyboardInterruptType) {
		return
	}
	task := t.running.current
	for i := range t.fn.proto.code.Locals {
		v := t.regs[i]
		if c := exact[Cell](v, &CellType); c != nil {
			v = c.v
		}
		if refersTo(v, task) {
			task.Show()
			return
		}
		for _, item := range itemsOf(v) {
			if refersTo(item, task) {
				task.Show()
				return
			}
		}
	}
}

// refersTo says whether v is the task or an object that refers to it by itself.
func refersTo(v Value, task *Task) bool {
	if v.p == nil {
		return false
	}
	holds := v.Type().layout.holds
	return v == obj(task) || holds != nil && holds(v) == task
}

// itemsOf is the items of a list or tuple.
func itemsOf(v Value) []Value {
	if l := AsList(v); l != nil {
		return l.items
	}
	if tuple := AsTuple(v); tuple != nil {
		return tuple.items
	}
	return nil
}
