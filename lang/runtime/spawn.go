package runtime

import (
	"github.com/coro-lang/coro/lang/compiler"
)

// create_task(f(...)), the usual way to begin a task: the call of the coroutine
// function makes the task at once, and the coroutine with it in one piece of
// memory. Any other way to make a task is NewTask's.

// spawned is a task and its coroutine.
type spawned struct {
	task Task
	gen  Gen
}

// spawns says whether the instruction at ip does nothing but make a task of R[dst]
// with asyncio.create_task, in which R the task is due, and whether that takes no
// more than spawn does.
func (t *Thread) spawns(dst uint8) (to uint8, ok bool) {
	next := *(*compiler.Instr)(t.ip)
	to = next.A()
	callee := to
	switch next.Op() {
	case compiler.OpCall:
	case compiler.OpCallMethod:
		if !t.regs[to].IsMissing() {
			return 0, false
		}
		callee++
	default:
		return 0, false
	}
	if b := exact[Builtin](t.regs[callee], &BuiltinType); b == nil || !b.row.Spawn || callee+1 != dst || next.B() != 1 {
		return 0, false
	}
	el, vm := t.running, t.VM
	return to, el != nil && el.plain() && !el.closed && !el.debug && el.hooks == nil && el.q.Recorder == nil &&
		vm.Tasks == 0 && vm.originDepth == 0
}

// spawn makes the task of a call of fn with bound arguments, as newGen and NewTask
// do one after the other.
func (t *Thread) spawn(fn *Func, args []Value) *Task {
	el := t.running
	s, room := withRoom[spawned](max(len(args), fn.proto.code.SaveRegs))
	task, g := &s.task, &s.gen
	g.begin(&CoroutineType, fn, room, args)
	task.typ = &TaskType
	task.gen = g
	task.name = t.VM.nextTask()
	task.belong(t, el, nil)
	el.q.Soon((*taskStep)(task))
	el.register(task)
	task.sinceNow()
	return task
}
