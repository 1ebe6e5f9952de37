package runtime

import (
	"math"
	"strconv"
	"unsafe"

	"github.com/coro-lang/coro/lang/loop"
)

// Task runs a coroutine in steps: each resumes it until it suspends, on a future
// that then wakes the task, on a sleep, or just for the others' sake.
type Task struct {
	Future
	gen   *Gen    // the coroutine; nil if it is ext.coro itself
	on    *Future // what it waits for
	ctx   *Context
	site  unsafe.Pointer // the program's next instruction where it was created
	timer loop.TimerID   // of its sleep
	index uint32         // in the loop's table of tasks, plus one
	name  uint32         // N of Task-N; 0 if a name was given
}

// sleepState says how far the sleep is that a task is in. A sleep is a future
// that a timer resolves and that then wakes the task, and is cancelled like one,
// only that the future need not exist.
type sleepState uint8

const (
	awake        sleepState = iota
	sleepTimer              // the timer, or what it appended to the queue, is still to come
	sleepFired              // the future is resolved, the task's step is in the queue
	sleepAborted            // the future was cancelled, the task's step is in the queue
)

// The entries of the ready queue that run a task are the task itself under
// another type, so that queueing one allocates nothing.
type (
	taskStep  Task // resume it
	taskWake  Task // what it waits on is done: resume it
	taskAlarm Task // the timer of its sleep fired
)

func (s *taskStep) Run(t *Thread) error { return t.relayed((*Task)(s)) }
func (s *taskWake) Run(t *Thread) error { return t.relayed((*Task)(s)) }

func (s *taskAlarm) Run(t *Thread) error {
	if s.sleep == sleepTimer {
		s.sleep = sleepFired
		s.loop.soonFor((*taskStep)(s), nil)
	}
	return nil
}

// taskThrow resumes a task with an error of the scheduler's own.
type taskThrow struct {
	task *Task
	err  *Exception
}

func (s *taskThrow) Run(t *Thread) error { return s.task.step(t, s.err) }

// AsTask returns v as a task if it is one.
func AsTask(v Value) *Task { return As[Task](v, &TaskType) }

// Task is the future as the task it is, or nil.
func (f *Future) Task() *Task { return AsTask(f.Value()) }

// NewTask makes a task of a loop that runs coro and queues its first step. name
// is Missing or None for Task-N; ctx is nil for a copy of the current context.
func (t *Thread) NewTask(el *EventLoop, coro, name Value, ctx *Context) (*Task, error) {
	task := &Task{Future: Future{Hdr: Hdr{&TaskType}}}
	if err := task.init(t, el, coro, name, ctx); err != nil {
		return nil, err
	}
	return task, task.begin(t)
}

// init fills in a fresh task.
func (task *Task) init(t *Thread, el *EventLoop, coro, name Value, ctx *Context) error {
	vm := t.VM
	if vm.Tasks > 0 && el.live >= vm.Tasks {
		return limitReached("--max-tasks", int64(vm.Tasks), "tasks alive at a time")
	}
	task.belong(t, el, ctx)
	if typ := coro.Type(); typ != &CoroutineType {
		if awaits := typ.layout.awaits; awaits != nil {
			task.more().coro = coro // which the program sees
			coro = awaits(coro)
		}
	}
	if g := exact[Gen](coro, &CoroutineType); g != nil {
		task.gen = g
		// The table of tasks has it from now on.
		if last := len(vm.created) - 1; last >= 0 && vm.created[last].g == g {
			vm.created[last] = born{}
			vm.created = vm.created[:last]
		}
	} else if err := task.adopt(t, coro); err != nil {
		return err
	}
	if name.IsMissing() || name.IsNone() {
		task.name = vm.nextTask()
	} else if err := task.setName(t, name); err != nil {
		return err
	}
	if el.debug {
		task.more().source = el.creation(t)
	}
	return nil
}

// belong makes the task one of a loop, created where the program is; ctx is nil for
// a copy of the current context.
func (task *Task) belong(t *Thread, el *EventLoop, ctx *Context) {
	t.VM.futures++
	task.number = t.VM.futures
	task.loop = el
	task.site = t.ip
	if task.ctx = ctx; ctx == nil && t.ctx != nil {
		task.ctx = t.ctx.copy()
	}
}

// nextTask is the number of the next task that is named by one.
func (vm *VM) nextTask() uint32 {
	vm.tasks++
	return vm.tasks
}

// adopt keeps a coroutine that is no Gen of a coroutine function: a generator
// made one by types.coroutine, or an object with send, throw and close.
func (task *Task) adopt(t *Thread, coro Value) error {
	ok, err := t.isCoroutine(coro)
	if err != nil {
		return err
	}
	if !ok {
		task.flags |= flagQuiet
		s, err := t.Repr(coro)
		if err != nil {
			return err
		}
		return t.TypeErrorf("a coroutine was expected, got %s", s)
	}
	task.more().coro = coro
	return nil
}

// begin registers a fresh task and queues its first step.
func (task *Task) begin(t *Thread) error {
	if task.loop.hooks == nil {
		task.loop.q.Soon((*taskStep)(task))
	} else if err := task.loop.soonByProgram((*taskStep)(task), nil); err != nil {
		// Nobody gets the task: it is destroyed on the spot.
		if herr := task.loop.callHandler(t, destroyedPending, nil, "task", obj(task), task.ctx); herr != nil {
			return herr
		}
		return err
	}
	task.loop.register(task)
	task.sinceNow()
	if task.loop.q.Recorder != nil {
		task.loop.record(t, loop.TaskCreated, task, t.currentTask(), task.Name())
	}
	return nil
}

func (task *Task) setName(t *Thread, name Value) error {
	s, err := t.Str(name)
	if err != nil {
		return err
	}
	task.more().name = NewStr(s)
	task.name = 0
	return nil
}

// Name is the task's name.
func (task *Task) Name() string {
	if task.name != 0 {
		return "Task-" + strconv.Itoa(int(task.name))
	}
	return AsStr(task.ext.name).s
}

// sinceNow notes that the task is suspended from now on.
func (task *Task) sinceNow() {
	task.val.n = int64(math.Float64bits(task.loop.q.Now()))
}

// since is when a pending task was last suspended.
func (task *Task) since() float64 { return math.Float64frombits(uint64(task.val.n)) }

// step resumes the coroutine, with err thrown in if there is one, and sees to
// what it answers.
func (task *Task) step(t *Thread, err error) error {
	el := task.loop
	if task.state != futurePending {
		return t.stepDone(task, err)
	}
	if task.sleep == sleepAborted {
		msg := Value{}
		if task.ext != nil {
			msg, task.ext.sleepMsg = task.ext.sleepMsg, Value{}
		}
		e := t.newCancelled(msg)
		t.chain(e)
		err = e
	}
	if f := task.on; f != nil && err == nil && (f.state == futureCancelled || f.flags&flagFailed != 0) {
		// It is thrown in, as asyncio does: the coroutine would raise it in its stead
		// with another context.
		_, err = f.take(t)
		if f.state == futureCancelled || f.typ != &FutureType && f.typ != &TaskType {
			t.chain(err.(*Exception))
		}
	}
	if task.flags&flagMustCancel != 0 {
		task.flags &^= flagMustCancel
		if !Is(err, &CancelledErrorType) {
			err = task.cancelledError(t)
		}
	}
	task.sleep = awake
	task.on = nil
	if el.current != nil {
		return t.enterBusy(task)
	}
	if vm := t.VM; vm.Steps > 0 {
		if vm.steps++; vm.steps > vm.Steps {
			return limitReached("--max-steps", vm.Steps, "steps")
		}
	}
	el.current = task
	outer := t.ctx
	t.ctx = task.ctx
	if el.q.Recorder != nil {
		el.record(t, loop.StepBegin, task, nil, "")
	}
	v, done, rerr := task.resume(t, err)
	task = el.current // others may have followed, and been seen to
	if task == nil {
		t.ctx = outer
		return nil
	}
	task.ctx = t.ctx
	ended := rerr != nil || done
	if ended {
		rerr = task.ended(t, v, rerr)
	} else {
		task.suspended(t, v)
	}
	// What the program does in a future's methods it has done within the step.
	el.current, t.ctx = nil, outer
	if ended {
		if rerr == nil {
			t.passing = nil // the task keeps what it ended with
		}
		return rerr
	}
	if el.q.Recorder != nil {
		el.record(t, loop.StepEnd, task, nil, "")
		el.recordSuspended(t, task, v)
	}
	return nil
}

// resume runs the coroutine until it suspends, returns or raises.
func (task *Task) resume(t *Thread, err error) (v Value, done bool, rerr error) {
	if task.gen != nil {
		return t.resume(task.gen, None, err)
	}
	return t.sendCoroutine(task.ext.coro, err)
}

// suspended has the task, whose coroutine yielded v, wait for what that asks for.
func (task *Task) suspended(t *Thread, v Value) {
	q := &task.loop.q
	if task.loop.hooks != nil {
		task.suspendedByProgram(t, v)
	} else if v.IsNone() {
		q.Soon((*taskStep)(task))
	} else if d, ok := sleepDelay(v); ok {
		task.sleep = sleepTimer
		if task.flags&flagMustCancel != 0 {
			task.flags &^= flagMustCancel
			task.abortSleep(task.message())
		} else {
			task.timer = q.At(q.Now()+d, (*taskAlarm)(task))
		}
	} else {
		task.suspendOn(t, v)
	}
	task.sinceNow()
}

// suspendOn has the task wait for the future v that its coroutine yielded.
func (task *Task) suspendOn(t *Thread, v Value) {
	f := AsFuture(v)
	if f == nil || f.flags&flagBlocking == 0 || f.loop != task.loop || f == &task.Future {
		task.throwSoon(t, v)
		return
	}
	f.flags &^= flagBlocking
	task.on = f
	if f.typ.flags&flagHeap == 0 {
		f.AddCallback((*taskWake)(task))
	} else if err := f.addCallbackBySubclass(t, (*taskWake)(task), task.ctx); err != nil {
		task.on = nil
		task.loop.soonFor(&taskThrow{task, err}, nil)
		return
	}
	if task.flags&flagMustCancel != 0 {
		if ok, err := f.Cancel(t, task.message()); err == nil && ok {
			task.flags &^= flagMustCancel
		}
	}
}

// throwSoon answers a yield that the task can do nothing with.
func (task *Task) throwSoon(t *Thread, v Value) {
	self, err := t.Repr(obj(task))
	what := ""
	if err == nil {
		what, err = t.Repr(v)
	}
	e, _ := err.(*Exception)
	if err == nil {
		// asyncio leaves the mark of being awaited on a future that it refuses.
		switch f := AsFuture(v); {
		case f == &task.Future:
			err = t.RuntimeErrorf("Task cannot await on itself: %s", self)
		case f != nil && f.loop != task.loop:
			err = t.RuntimeErrorf("Task %s got Future %s attached to a different loop", self, what)
		case f != nil:
			err = t.RuntimeErrorf("yield was used instead of yield from in task %s with %s", self, what)
		case v.Type() == &GeneratorType:
			err = t.RuntimeErrorf("yield was used instead of yield from for generator in task %s with %s", self, what)
		default:
			err = t.RuntimeErrorf("Task got bad yield: %s", what)
		}
		e = err.(*Exception)
	}
	task.loop.soonFor(&taskThrow{task, e}, nil)
}

// ended finishes the task with the outcome of its coroutine.
func (task *Task) ended(t *Thread, v Value, err error) error {
	task.loop.forget(task)
	kind, text := loop.TaskDone, ""
	switch {
	case err == nil && task.flags&flagMustCancel != 0:
		// Asked to cancel in its last step.
		task.flags &^= flagMustCancel
		msg := task.message()
		task.state, task.val = futureCancelled, Value{}
		task.setMessage(msg)
		task.schedule()
		kind = loop.TaskCancelled
	case err == nil:
		task.SetResult(v)
	default:
		e, ok := err.(*Exception)
		if !ok {
			return err
		}
		text = e.typ.Name
		if e.typ == &CancelledErrorType || e.typ.IsSubclass(&CancelledErrorType) {
			task.state, task.val = futureCancelled, obj(e)
			task.setMessage(Value{})
			task.schedule()
			kind = loop.TaskCancelled
			err = nil
			break
		}
		task.SetException(t, e)
		if !e.typ.IsSubclass(&KeyboardInterruptType) && !e.typ.IsSubclass(&SystemExitType) {
			err = nil
		}
	}
	if task.loop.q.Recorder != nil {
		task.loop.record(t, loop.StepEnd, task, nil, "")
		task.loop.record(t, kind, task, nil, text)
	}
	return err
}

// cancel is Task.cancel: it cancels what the task waits for, or has
// CancelledError raised in its next step.
func (task *Task) cancel(t *Thread, msg Value) (bool, error) {
	task.flags &^= flagLog
	if task.state != futurePending {
		return false, nil
	}
	if task.asked < math.MaxUint8 {
		task.asked++
	} else {
		task.more().asked++
	}
	if task.loop.q.Recorder != nil {
		task.loop.record(t, loop.CancelAsked, task, t.currentTask(), "")
	}
	switch {
	case task.on != nil:
		// Tasks may wait for one another in a circle.
		if err := t.enter(" while calling a Python object"); err != nil {
			return false, err
		}
		ok, err := task.on.Cancel(t, msg)
		t.leave()
		if ok || err != nil {
			return true, err
		}
	case task.sleep == sleepTimer:
		task.loop.q.Cancel(task.timer)
		if msg.IsMissing() || msg.IsNone() {
			msg = Value{}
		}
		task.abortSleep(msg)
		return true, task.canWake(t, true)
	}
	task.flags |= flagMustCancel
	task.setMessage(msg)
	return true, nil
}

// abortSleep cancels the future that the sleep stands for.
func (task *Task) abortSleep(msg Value) {
	task.sleep = sleepAborted
	if msg != (Value{}) {
		task.more().sleepMsg = msg
	}
	task.loop.soonFor((*taskStep)(task), nil)
}

// Cancelling is how many requests to cancel the task have not been withdrawn.
func (task *Task) Cancelling() int {
	n := int(task.asked)
	if task.ext != nil {
		n += task.ext.asked
	}
	return n
}

// Uncancel withdraws a request to cancel and returns how many are left; with the
// last one goes a CancelledError that was still to be raised.
func (task *Task) Uncancel() int {
	n := task.Cancelling()
	if n == 0 {
		return 0
	}
	if n > math.MaxUint8 {
		task.ext.asked--
	} else {
		task.asked--
	}
	if n == 1 {
		task.flags &^= flagMustCancel
	}
	return n - 1
}
