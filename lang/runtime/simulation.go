package runtime

import "github.com/coro-lang/coro/lang/loop"

// What a simulated world of services asks of the scheduler: tasks and futures that
// are not the program's, requests that block their caller, invariants, and a last
// word at the end of the program.

// Hide marks the future as one of the simulation's: it is never reported, nor
// among all_tasks.
func (f *Future) Hide() { f.flags |= flagHidden }

// WallTime is what time.time() says: seconds since 1970.
func (vm *VM) WallTime() float64 { return vm.start + vm.Now() }

// epoch is when a program starts unless its Config says otherwise: 17 February
// 2016, 13:10:11 GMT.
const epoch = 1455714611.0

// AtEnd has report called when the program has ended, after what is told of its
// tasks; it says whether it told anything.
func (vm *VM) AtEnd(report func(t *Thread) bool) { vm.atEndReports = append(vm.atEndReports, report) }

// reportAtEnd has the reports made and says whether there was anything to tell.
func (vm *VM) reportAtEnd() bool {
	told := false
	for _, report := range vm.atEndReports {
		if report(vm.Main) {
			told = true
		}
	}
	return told
}

// Site is where the program asks a question of the run's policy.
func (t *Thread) Site() loop.Site {
	var s loop.Site
	if lines := t.StackLines(); len(lines) > 0 {
		at := lines[len(lines)-1]
		s.File, s.Line = at.File, at.Line
	}
	if task := t.currentTask(); task != nil {
		s.Task = task.number
	}
	return s
}

// Reserve announces outside work, such as a request on a real network; the loop
// waits for it. The ticket is posted exactly once, from any goroutine.
func (el *EventLoop) Reserve(label string) *loop.Ticket[Callback] { return el.q.Reserve(label) }

// An Invariant is checked after everything that a loop runs; where says what that
// was. Its error ends the run.
type Invariant func(t *Thread, where func() string) error

// AfterStep has an invariant checked from now on.
func (vm *VM) AfterStep(check Invariant) {
	vm.invariants = append(vm.invariants, check)
	vm.endRelays()
}

// checkInvariants checks them after c has run.
func (t *Thread) checkInvariants(c Callback) error {
	where := func() string {
		var task *Task
		switch c := c.(type) {
		case *taskStep:
			task = (*Task)(c)
		case *taskWake:
			task = (*Task)(c)
		case *taskThrow:
			task = c.task
		default:
			return ""
		}
		if task.state != futurePending {
			return ", as " + task.Name() + " has ended"
		}
		at := t.lineOf(task)
		if at != "" {
			at = " at " + at
		}
		return ", as " + task.Name() + " waits" + at
	}
	for _, check := range t.VM.invariants {
		if err := check(t, where); err != nil {
			return err
		}
	}
	return nil
}

// wakeBlocker is the callback of a task of the simulation that wakes who blocks
// until it is done.
type wakeBlocker struct {
	b    Blocker
	name string // of the task: what it does
}

// Blocked says for a report what the thread waits on.
func (w *wakeBlocker) Blocked(*Thread) Wait { return Wait{What: w.name} }

func (w *wakeBlocker) Run(*Thread) error {
	w.b.Wake()
	return nil
}

// RunBlocking runs a coroutine of the simulation while its caller blocks, and
// returns its result: in a strand the program's loop goes on meanwhile; on the
// loop's own stack only a loop for this coroutine runs.
func (t *Thread) RunBlocking(coro Value, name string) (Value, error) {
	if el := t.scheduler(); t.strand != nil && t.running == nil && el != nil {
		task, err := t.NewTask(el, coro, NewStr(name), nil)
		if err != nil {
			return Value{}, err
		}
		task.Hide()
		w := wakeBlocker{name: name}
		task.AddCallback(&w)
		if _, err := t.WaitFor(&w.b, &w, forever, task.Done); err != nil {
			return Value{}, err
		}
		return task.take(t)
	}
	vm := t.VM
	outer := t.running
	t.running = nil
	el := t.NewLoop()
	el.debug = false
	defer func() {
		t.running = outer
		for i, x := range vm.loops {
			if x == el {
				vm.loops = append(vm.loops[:i], vm.loops[i+1:]...)
				break
			}
		}
	}()
	task, err := t.NewTask(el, coro, NewStr(name), nil)
	if err != nil {
		return Value{}, err
	}
	task.Hide()
	v, err := el.RunUntilComplete(t, task.Value())
	if !IsFatal(err) {
		if cerr := el.Close(t); err == nil {
			err = cerr
		}
	}
	return v, err
}
