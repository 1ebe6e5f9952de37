package runtime

import (
	"strconv"
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
)

// TaskType is asyncio.Task.
var TaskType Type

var taskSpec = Spec{
	Name: "Task", Module: "_asyncio", Dotted: true, Base: &FutureType, Layout: true, Attrs: true,
	Doc: "A coroutine wrapped in a Future.",
	Slots: Slots{
		New: func(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
			return obj(&Task{Future: Future{Hdr: Hdr{cls}}}), nil
		},
		Initialize: initTask,
		Repr:       taskRepr,
	},
	Methods: []Method{
		{Name: "set_result", Sig: "result, /", Fn: func(t *Thread, _ []Value) (Value, error) {
			return Value{}, t.RuntimeErrorf("Task does not support set_result operation")
		}},
		{Name: "set_exception", Sig: "exception, /", Fn: func(t *Thread, _ []Value) (Value, error) {
			return Value{}, t.RuntimeErrorf("Task does not support set_exception operation")
		}},
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
}

func init() {
	Define(&TaskType, &taskSpec)
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
	return task.begin(t)
}

// startEagerly runs the task's first step at once, inside the step of the task
// that makes it.
func (task *Task) startEagerly(t *Thread) error {
	el := task.loop
	el.register(task)
	outer := el.current
	el.current = nil
	leave := t.stayEntered()
	t.eager++
	err := task.step(t, nil)
	t.eager--
	leave()
	el.current = outer
	if task.state != futurePending {
		task.gen = nil // as CPython drops the coroutine of a task that ended at once
		if task.ext != nil {
			task.ext.coro = Value{}
		}
	}
	if _, ok := err.(*Exception); ok && task.flags&flagLog != 0 && !task.Shown() {
		// It ends what makes the task too: nobody has got it, nobody retrieves.
		if rerr := t.reportUnretrieved(&task.Future); fatal(rerr) {
			return rerr
		}
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
	switch {
	case task.ext != nil && task.ext.coro != (Value{}):
		return task.ext.coro
	case task.gen != nil:
		return obj(task.gen)
	}
	return None
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
	return "<" + task.typ.ShortName() + " " + strings.Join(append(own, info[1:]...), " ") + ">", nil
}

// sleepResult is what the sleep that a task is in will give.
func (task *Task) sleepResult() Value {
	_, result := task.gen.sleeping()
	return result
}

// sleeping is the coroutine in a sleep that g, which may be nil, is suspended by, and
// what the sleep will give.
func (g *Gen) sleeping() (sleeper *Gen, result Value) {
	for ; g != nil; sleeper = g {
		if g.leaf != nil {
			g = g.leaf
		}
		if g.mode == resumeKeep {
			return g, g.on
		}
		if g.ext != nil && g.ext.native != nil {
			if s, ok := g.ext.native.(interface{ SleepResult() Value }); ok {
				return g, s.SleepResult()
			}
		}
		wrapper := exact[coroWrapper](g.on, &coroWrapperType)
		if wrapper == nil {
			return g, None
		}
		g = wrapper.gen // awaited through its __await__
	}
	return sleeper, None
}

// coroutineInfo is how a coroutine is shown in its task's repr: its name, and the
// line it is at.
func (t *Thread) coroutineInfo(coro Value) (string, error) {
	g := AsGen(coro)
	if g == nil {
		return t.coroutineLike(coro)
	}
	if g.fn == nil {
		name, err := t.callableName(coro)
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

// coroutineLike is how an awaitable of another type is shown that a task runs.
func (t *Thread) coroutineLike(coro Value) (string, error) {
	name, err := t.nameOf(coro)
	if err != nil {
		return "", err
	}
	if name == "" {
		name = "<" + coro.Type().Name + " without __name__>"
	}
	for _, mark := range [...]string{"cr_running", "gi_running"} {
		v, ok, err := t.LookupAttr(coro, t.VM.Intern(mark))
		if err != nil {
			return "", err
		}
		if !ok {
			continue
		}
		running, err := t.Truth(v)
		if running {
			return name + "() running", err
		}
		return name + "()", err
	}
	return name + "()", nil
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

// taskGetStack is the frames of a task, the outermost first: of one that is
// suspended its coroutine's alone, of one that runs all that it was called from, of
// one that failed those of the traceback.
func taskGetStack(t *Thread, args []Value) (Value, error) {
	frames, err := t.taskFrames(args)
	items := make([]Value, len(frames))
	for i, f := range frames {
		items[i] = obj(f)
	}
	return NewList(items), err
}

// taskFrames is what get_stack and print_stack show; args[1] is their limit.
func (t *Thread) taskFrames(args []Value) ([]*Frame, error) {
	task := AsTask(args[0])
	limit := int64(-1)
	if v := args[1]; !v.IsMissing() && !v.IsNone() {
		n, err := t.IntArg(v)
		if err != nil {
			return nil, err
		}
		limit = max(0, n)
	}
	var frames []*Frame
	switch g := task.gen; {
	case task.state == futurePending && g != nil && g.fn != nil:
		frames = t.framesAbove(g)
		if limit >= 0 {
			frames = frames[max(0, len(frames)-int(limit)):]
		}
	case task.flags&flagFailed != 0:
		for tb := (*Exception)(task.val.p).tb; tb != nil; tb = tb.next {
			if !tb.fn.hidden {
				frames = append(frames, &Frame{Hdr: Hdr{&FrameType}, fn: tb.fn, at: tb.at})
			}
		}
		if limit >= 0 {
			frames = frames[:min(len(frames), int(limit))]
		}
	}
	return frames, nil
}

// framesAbove is the frame of a task's coroutine and, if it runs, those of all that
// it was called from, the outermost first.
func (t *Thread) framesAbove(g *Gen) []*Frame {
	var frames []*Frame
	p := g.fn.proto
	if g.state != genCreated && g.state != genSuspended {
		for _, f := range t.stackFrames(false) {
			frames = append(frames, f)
			if f.gen == g {
				return frames
			}
		}
		frames = nil
	}
	return append(frames, &Frame{Hdr: Hdr{&FrameType}, fn: p, at: compiler.Line{No: t.genLine(g)}})
}

// taskPrintStack writes where the task is, or where it failed.
func taskPrintStack(t *Thread, args []Value) (Value, error) {
	task := AsTask(args[0])
	self, err := t.Repr(obj(task))
	if err != nil {
		return Value{}, err
	}
	frames, err := t.taskFrames(args)
	if err != nil {
		return Value{}, err
	}
	var head, tail string
	failed := task.flags&flagFailed != 0
	switch {
	case len(frames) == 0:
		head = "No stack for " + self + "\n"
	case failed:
		head = "Traceback for " + self + " (most recent call last):\n"
	default:
		head = "Stack for " + self + " (most recent call last):\n"
	}
	lines := make([]FrameLine, len(frames))
	for i, f := range frames {
		lines[i] = frameLine(f.fn, f.at)
	}
	stack := strings.Join(FormatStack(lines), "")
	if failed {
		e := (*Exception)(task.val.p)
		tail = strings.Join(t.ExceptionLines(e, e.tb), "")
	}
	if file := args[2]; !file.IsMissing() && !file.IsNone() {
		write, err := t.GetAttr(file, NewStrObj("write"))
		if err != nil {
			return Value{}, err
		}
		_, err = t.Call(write, NewStr(head+stack+tail))
		return None, err
	}
	// CPython prints all but the frames, which traceback.print_list writes to the file
	// that stands for None there: standard error.
	if err := t.print(head); err != nil {
		return Value{}, err
	}
	if stack != "" {
		t.VM.emit(strings.TrimSuffix(stack, "\n"))
	}
	return None, t.print(tail)
}
