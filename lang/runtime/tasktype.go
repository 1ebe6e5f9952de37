package runtime

import (
	"strconv"
	"strings"
)

// TaskType is asyncio.Task.
var TaskType Type

func init() {
	Define(&TaskType, Spec{
		Name: "Task", Module: "_asyncio", Base: &FutureType, Layout: true, Attrs: true,
		Doc: "A coroutine wrapped in a Future.",
		Slots: Slots{
			New: func(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
				return obj(&Task{Future: Future{Hdr: Hdr{cls}}}), nil
			},
			Initialize: initTask,
			Repr:       taskRepr,
		},
		Methods: []Method{
			{Name: "get_name", Fn: taskGetName},
			{Name: "set_name", Sig: "value, /", Fn: taskSetName},
			{Name: "get_coro", Fn: taskGetCoro},
			{Name: "get_context", Fn: taskGetContext},
			{Name: "cancelling", Fn: taskCancelling},
			{Name: "uncancel", Fn: taskUncancel},
			{Name: "get_stack", Sig: "*, limit=None", Fn: taskGetStack},
			{Name: "print_stack", Sig: "*, limit=None, file=None", Fn: taskPrintStack},
			{Name: "_coro", Kind: Getter, Fn: taskGetCoro},
			{Name: "_fut_waiter", Kind: Getter, Fn: taskWaiter},
			{Name: "_must_cancel", Kind: Getter, Fn: taskMustCancel},
			{Name: "_log_destroy_pending", Kind: Getter, Fn: taskLogsPending, Set: setTaskLogsPending},
		},
	})
}

var taskInitSig = parseSig("coro, *, loop=None, name=None, context=None, eager_start=False")

func initTask(t *Thread, self Value, args []Value, kwnames []*Str) error {
	a, err := taskInitSig.bind(t, "Task", args, kwnames)
	if err != nil {
		return err
	}
	task := AsTask(self)
	el, err := t.loopArg(a[1])
	if err != nil {
		return err
	}
	ctx, err := t.givenContext(a[3])
	if err != nil {
		return err
	}
	eager := false
	if !a[4].IsMissing() {
		if eager, err = t.Truth(a[4]); err != nil {
			return err
		}
	}
	if err := task.init(t, el, a[0], a[2], ctx); err != nil {
		return err
	}
	if eager && el.running {
		return task.startEagerly(t)
	}
	task.begin(t)
	return nil
}

// startEagerly runs the task's first step at once, inside the step of the task
// that makes it.
func (task *Task) startEagerly(t *Thread) error {
	el := task.loop
	el.register(task)
	outer := el.current
	el.current = nil
	el.eager++ // no other task's step comes before the rest of this one's maker's
	err := task.step(t, nil)
	el.eager--
	el.current = outer
	if task.state != futurePending {
		task.gen = nil // as CPython drops the coroutine of a task that ended at once
	}
	return err
}

func taskGetName(t *Thread, args []Value) (Value, error) {
	return NewStr(AsTask(args[0]).Name()), nil
}

func taskSetName(t *Thread, args []Value) (Value, error) {
	return None, AsTask(args[0]).setName(t, args[1])
}

func taskGetCoro(t *Thread, args []Value) (Value, error) {
	return AsTask(args[0]).Coro(), nil
}

// Coro is the task's coroutine.
func (task *Task) Coro() Value {
	if task.gen != nil {
		return obj(task.gen)
	}
	if task.ext == nil || task.ext.coro == (Value{}) {
		return None
	}
	return task.ext.coro
}

func taskGetContext(t *Thread, args []Value) (Value, error) {
	return obj(AsTask(args[0]).Context(t)), nil
}

// Context is the task's context.
func (task *Task) Context(t *Thread) *Context {
	if task.loop != nil && task.loop.current == task && t.running == task.loop {
		return t.Context()
	}
	task.ctx = orNewContext(task.ctx)
	return task.ctx
}

func taskCancelling(t *Thread, args []Value) (Value, error) {
	return Int(int64(AsTask(args[0]).Cancelling())), nil
}

func taskUncancel(t *Thread, args []Value) (Value, error) {
	return Int(int64(AsTask(args[0]).Uncancel())), nil
}

func taskWaiter(t *Thread, args []Value) (Value, error) {
	if f := AsTask(args[0]).on; f != nil {
		f.flags |= flagShown
		return f.Value(), nil
	}
	return None, nil
}

func taskMustCancel(t *Thread, args []Value) (Value, error) {
	return Bool(AsTask(args[0]).flags&flagMustCancel != 0), nil
}

func taskLogsPending(t *Thread, args []Value) (Value, error) {
	return Bool(AsTask(args[0]).flags&flagQuiet == 0), nil
}

func setTaskLogsPending(t *Thread, self, val Value) error {
	if val.IsMissing() {
		return t.Errorf(&AttributeErrorType, "cannot delete attribute")
	}
	on, err := t.Truth(val)
	if err != nil {
		return err
	}
	task := AsTask(self)
	task.flags &^= flagQuiet
	if !on {
		task.flags |= flagQuiet
	}
	return nil
}

// taskRepr is <Task state name coro wait_for result callbacks>.
func taskRepr(t *Thread, v Value) (string, error) {
	task := AsTask(v)
	info, err := t.futureInfo(&task.Future)
	if err != nil {
		return "", err
	}
	if task.state == futurePending && task.Cancelling() > 0 {
		info[0] = "cancelling"
	}
	name, err := t.Repr(NewStr(task.Name()))
	if err != nil {
		return "", err
	}
	own := []string{info[0], "name=" + name}
	if !task.Coro().IsNone() {
		s, err := t.coroutineInfo(task.Coro())
		if err != nil {
			return "", err
		}
		own = append(own, "coro=<"+s+">")
	}
	switch {
	case task.on != nil:
		s, err := t.Repr(task.on.Value())
		if err != nil {
			return "", err
		}
		own = append(own, "wait_for="+s)
	case task.sleep == sleepTimer:
		own = append(own, "wait_for=<Future pending cb=[Task.task_wakeup()]>")
	case task.sleep == sleepFired:
		s, err := t.Repr(task.sleepResult())
		if err != nil {
			return "", err
		}
		own = append(own, "wait_for=<Future finished result="+s+">")
	case task.sleep == sleepAborted:
		own = append(own, "wait_for=<Future cancelled>")
	}
	return "<" + task.typ.Name + " " + strings.Join(append(own, info[1:]...), " ") + ">", nil
}

// sleepResult is what the sleep that a task is in will give.
func (task *Task) sleepResult() Value {
	g := task.gen
	if g != nil && g.leaf != nil {
		g = g.leaf
	}
	switch {
	case g == nil:
	case g.mode == resumeKeep:
		return g.on
	case g.ext != nil && g.ext.native != nil:
		if s, ok := g.ext.native.(interface{ SleepResult() Value }); ok {
			return s.SleepResult()
		}
	}
	return None
}

// coroutineInfo is how a coroutine is shown in its task's repr: its name, and the
// line it is at.
func (t *Thread) coroutineInfo(coro Value) (string, error) {
	g := AsGen(coro)
	if g == nil || g.fn == nil {
		name, err := t.callableName(coro)
		if g == nil {
			return name, err
		}
		if g.state == genDone {
			return name + " done, defined", err
		}
		return name + " running", err
	}
	p := g.fn.proto
	at := p.prog.File + ":"
	if g.state == genDone {
		return g.fn.qualname.s + "() done, defined at " + at + strconv.Itoa(max(1, int(p.code.Line))), nil
	}
	return g.fn.qualname.s + "() running at " + at + strconv.Itoa(int(t.genLine(g))), nil
}

// genLine is the source line that the generator g is at.
func (t *Thread) genLine(g *Gen) int32 {
	p := g.fn.proto
	switch g.state {
	case genCreated:
		return max(1, p.code.Line)
	case genSuspended:
		return p.line(g.ip)
	}
	for i := t.fp; i > 0; i-- {
		if fr := &t.frames[i-1]; fr.gen == g || fr.gen == nil && fr.root == g {
			if i == t.fp {
				return p.line(t.ip)
			}
			return p.line(t.frames[i].ip)
		}
	}
	// It awaits, further in, what was resumed in its stead.
	if g.ip != nil && g.ip != p.start {
		return p.line(g.ip)
	}
	return max(1, p.code.Line)
}

// callableName is how a callback or coroutine is shown: its qualified name, and
// where it is defined if the program defined it.
func (t *Thread) callableName(fn Value) (string, error) {
	if m := exact[BoundMethod](fn, &MethodType); m != nil {
		return t.callableName(m.fn)
	}
	if f := exact[Func](fn, &FunctionType); f != nil {
		p := f.proto
		s := f.qualname.s + "()"
		if !p.hidden {
			s += " at " + p.prog.File + ":" + strconv.Itoa(int(p.code.Line))
		}
		return s, nil
	}
	for _, name := range []string{"__qualname__", "__name__"} {
		v, err := t.GetAttr(fn, NewStrObj(name))
		if err == nil {
			if s := AsStr(v); s != nil && s.s != "" {
				return s.s + "()", nil
			}
		} else if !Is(err, &AttributeErrorType) {
			return "", err
		}
	}
	s, err := t.Repr(fn)
	return s + "()", err
}

func taskGetStack(t *Thread, args []Value) (Value, error) {
	return NewList(nil), nil
}

// taskPrintStack writes where the task is, or where it failed.
func taskPrintStack(t *Thread, args []Value) (Value, error) {
	task := AsTask(args[0])
	self, err := t.Repr(obj(task))
	if err != nil {
		return Value{}, err
	}
	var text string
	switch {
	case task.flags&flagFailed != 0:
		trace := t.FormatException((*Exception)(task.val.p))
		text = "Traceback for " + self + " (most recent call last):\n" + strings.TrimPrefix(trace, "Traceback (most recent call last):\n")
	case task.state == futurePending && task.gen != nil && task.gen.fn != nil:
		p := task.gen.fn.proto
		line := int(t.genLine(task.gen))
		text = "Stack for " + self + " (most recent call last):\n  File \"" + p.prog.File + "\", line " + strconv.Itoa(int(line)) + ", in " + p.code.Name + "\n"
		if line >= 1 && line <= len(p.prog.Source) {
			text += "    " + strings.TrimSpace(p.prog.Source[line-1]) + "\n"
		}
	default:
		text = "No stack for " + self + "\n"
	}
	if file := args[2]; !file.IsMissing() && !file.IsNone() {
		write, err := t.GetAttr(file, NewStrObj("write"))
		if err != nil {
			return Value{}, err
		}
		_, err = t.Call(write, NewStr(text))
		return None, err
	}
	t.VM.emit(strings.TrimSuffix(text, "\n"))
	return None, nil
}
