package runtime

import (
	"unsafe"

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

// spawn does the call of the coroutine function fn with bound arguments, whose
// coroutine is due in R[dst], if the instruction at ip does nothing but make a task of
// that with asyncio.create_task: then it makes the task, as newGen and NewTask do one
// after the other, and goes on behind. It returns false, having done nothing, if it
// takes more.
func (t *Thread) spawn(fn *Func, args []Value, dst uint8) bool {
	next := *(*compiler.Instr)(t.ip)
	to := next.A()
	callee := to
	switch next.Op() {
	case compiler.OpCall:
	case compiler.OpCallMethod:
		if !t.regs[to].IsMissing() {
			return false
		}
		callee++
	default:
		return false
	}
	if b := exact[Builtin](t.regs[callee], &BuiltinType); b == nil || !b.row.Spawn || callee+1 != dst || next.B() != 1 {
		return false
	}
	el, vm := t.running, t.VM
	if el == nil || !el.plain() || el.closed || el.debug || el.hooks != nil || el.q.Recorder != nil ||
		vm.Tasks > 0 || vm.originDepth > 0 {
		return false
	}
	t.ip = unsafe.Add(t.ip, instrSize)
	s, room := withRoom[spawned](max(len(args), fn.proto.code.SaveRegs))
	task, g := &s.task, &s.gen
	g.begin(&CoroutineType, fn, room, args)
	task.typ = &TaskType
	task.gen = g
	task.name = vm.nextTask()
	task.belong(t, el, nil)
	el.q.Soon((*taskStep)(task))
	el.register(task)
	task.sinceNow()
	t.regs[to] = obj(task)
	return true
}
