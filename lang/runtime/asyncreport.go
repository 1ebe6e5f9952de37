package runtime

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unsafe"

	"github.com/coro-lang/coro/lang/loop"
)

// What a program is told on standard error: exceptions that no task of the
// program sees, what is left at its end, deadlocks.

// emit writes a line or more to standard error, behind everything printed so
// far.
func (vm *VM) emit(text string) {
	vm.Out.Flush()
	fmt.Fprintln(vm.Err, text)
}

// noteFailed remembers a future that failed until it is known to be retrieved.
func (vm *VM) noteFailed(f *Future) {
	if len(vm.failed) == cap(vm.failed) {
		kept := vm.failed[:0]
		for _, f := range vm.failed {
			if f.flags&flagLog != 0 {
				kept = append(kept, f)
			}
		}
		clear(vm.failed[len(kept):])
		vm.failed = kept
	}
	vm.failed = append(vm.failed, f)
}

// describe is a repr for reports: tasks and handles without lines and callbacks.
func (t *Thread) describe(v Value) (string, error) {
	f := AsFuture(v)
	if f == nil {
		if h := asHandle(v); h != nil && !h.cancelled {
			name, err := t.callableName(h.fn)
			name, _, _ = strings.Cut(name, " at ")
			return "<" + v.Type().ShortName() + " " + name + ">", err
		}
		return t.Repr(v)
	}
	words := []string{v.Type().ShortName(), strings.ToLower(f.stateName())}
	if task := f.Task(); task != nil {
		name, err := t.Repr(NewStr(task.Name()))
		if err != nil {
			return "", err
		}
		words = append(words, "name="+name, "coro=<"+task.coroName()+"()>")
	}
	if f.state == futureFinished {
		s, err := t.Repr(f.val)
		if err != nil {
			return "", err
		}
		what := "result="
		if f.flags&flagFailed != 0 {
			what = "exception="
		}
		words = append(words, what+s)
	}
	return "<" + strings.Join(words, " ") + ">", nil
}

// coroName is the qualified name of the task's coroutine.
func (task *Task) coroName() string {
	coro := task.Coro()
	g := exact[Gen](coro, &CoroutineType)
	switch {
	case g == nil:
		return coro.Type().Name
	case g.ext != nil && g.ext.qualname != nil:
		return g.ext.qualname.s
	case g.fn != nil:
		return g.fn.qualname.s
	case g.ext != nil && g.ext.builtin != nil:
		return g.ext.builtin.qualname()
	}
	return "coroutine"
}

// origin is where a task was created and what it waits on, for a report.
func (t *Thread) origin(v Value) []string {
	task := AsTask(v)
	if task == nil {
		return nil
	}
	var lines []string
	if at := t.VM.place(task.site); at != "" {
		lines = append(lines, "created at "+at)
	}
	if task.state == futurePending {
		if on := t.waitsOn(task); on != "" {
			lines = append(lines, "waiting on "+on)
		}
	}
	return lines
}

// place is the file and line of the instruction before ip, and the function it
// is in.
func (vm *VM) place(ip unsafe.Pointer) string {
	p, line := vm.placeOf(ip)
	if p == nil || p.hidden {
		return ""
	}
	at := p.prog.File + ":" + strconv.Itoa(int(line))
	if name := p.code.Qualname; name != "" && name != "<module>" {
		at += " in " + name
	}
	return at
}

// waitsOn says in words what a suspended task waits on, where and since when.
func (t *Thread) waitsOn(task *Task) string {
	switch {
	case task.sleep == sleepTimer:
		return "a sleep" + atSince("", task)
	case task.on == nil:
		return ""
	}
	w := t.blocker(task)
	return w.text() + atSince(t.lineOf(task), task)
}

// lineAt is the file and line of the instruction before ip.
func (vm *VM) lineAt(ip unsafe.Pointer) string {
	p, line := vm.placeOf(ip)
	if p == nil {
		return ""
	}
	return p.prog.File + ":" + strconv.Itoa(int(line))
}

// lineOf is the innermost line of the program that a suspended task is at.
func (t *Thread) lineOf(task *Task) string {
	if task.gen == nil || task.gen.state != genSuspended {
		return ""
	}
	g := task.gen
	if g.leaf != nil {
		g = g.leaf
	}
	for ; g != nil; g = g.parent {
		if g.fn != nil && !g.fn.proto.hidden {
			p := g.fn.proto
			return p.prog.File + ":" + strconv.Itoa(int(p.line(g.ip)))
		}
	}
	return ""
}

// formatSeconds is a time of the clock as reports show it.
func formatSeconds(s float64) string {
	return strconv.FormatFloat(s, 'f', -1, 64) + " s"
}

// idle sees to a loop that has nothing to run.
func (el *EventLoop) idle(t *Thread, state loop.State) error {
	switch state {
	case loop.Horizon:
		t.VM.horizonReached()
	case loop.Deadlock:
		return t.deadlock()
	}
	if t.stop.Load() != 0 {
		return t.interrupted()
	}
	return nil
}

// destroyedPending is said of a task that is left over.
const destroyedPending = "Task was destroyed but it is pending!"

// maxReported bounds how many tasks one report lists.
const maxReported = 50

// pendingTasks are the program's tasks of all loops that are not done, in the
// order of creation.
func (vm *VM) pendingTasks() []*Task {
	var tasks []*Task
	for _, el := range vm.loops {
		tasks = append(tasks, el.Tasks()...)
	}
	slices.SortFunc(tasks, func(a, b *Task) int { return cmp.Compare(a.number, b.number) })
	return tasks
}

// ReportLeftovers says at the end of the program what it left behind: tasks that
// are pending, exceptions that nobody retrieved, coroutines that nobody awaited.
// It says whether there was anything that no exception handler of the program took.
func (vm *VM) ReportLeftovers() (bool, error) {
	if vm.reported {
		return true, nil
	}
	vm.reported = true
	t := vm.Main
	type leftover struct {
		f   *Future
		msg string
	}
	var all []leftover
	for _, task := range vm.pendingTasks() {
		el := task.loop
		onStrand := el.running && el.thread.strand != nil // it would go on, had the program not ended
		if task.flags&flagQuiet == 0 && !onStrand {
			all = append(all, leftover{&task.Future, destroyedPending})
		}
	}
	for _, f := range vm.unretrieved() {
		all = append(all, leftover{f, unretrievedText(f)})
	}
	slices.SortFunc(all, func(a, b leftover) int { return cmp.Compare(a.f.number, b.f.number) })
	before := vm.logged
	for _, l := range all {
		key := "task"
		var e *Exception
		if l.f.state == futureFinished {
			key, e = "future", (*Exception)(l.f.val.p)
		}
		if err := l.f.loop.callHandler(t, l.msg, e, key, l.f.Value(), nil); err != nil {
			return true, err
		}
	}
	n := vm.reportUnawaited()
	more := vm.reportAtEnd()
	return vm.logged > before || n > 0 || more, nil
}

// unretrieved are the futures whose exception nobody retrieved, in the order of
// creation.
func (vm *VM) unretrieved() []*Future {
	var list []*Future
	for _, f := range vm.failed {
		if f.flags&flagLog != 0 {
			list = append(list, f)
		}
	}
	slices.SortFunc(list, func(a, b *Future) int { return cmp.Compare(a.number, b.number) })
	return list
}

// reportFailed reports the exceptions that nobody retrieved.
func (t *Thread) reportFailed() error {
	for _, f := range t.VM.unretrieved() {
		if err := t.reportUnretrieved(f); err != nil {
			return err
		}
	}
	return nil
}

// reportUnretrieved reports the exception of a future that nobody will retrieve.
func (t *Thread) reportUnretrieved(f *Future) error {
	f.flags &^= flagLog
	return f.loop.callHandler(t, unretrievedText(f), (*Exception)(f.val.p), "future", f.Value(), nil)
}

// unretrievedText is the message about a future whose exception nobody retrieved.
func unretrievedText(f *Future) string { return f.typ.ShortName() + " exception was never retrieved" }

// reportUnawaited reports the program's coroutines that never ran, and counts
// them.
func (vm *VM) reportUnawaited() int {
	started := map[*Gen]bool{}
	for _, task := range vm.pendingTasks() {
		started[task.gen] = true
	}
	n := 0
	for _, c := range vm.created {
		g := c.g
		if g.state != genCreated || started[g] || g.fn != nil && g.fn.proto.hidden {
			continue
		}
		text := "RuntimeWarning: coroutine '" + g.Qualname() + "' was never awaited"
		if g.ext != nil && g.ext.origin != nil {
			text += "\nCoroutine created at (most recent call last)\n" + strings.TrimSuffix(strings.Join(FormatStack(g.ext.origin), ""), "\n")
		} else if at := vm.place(c.site); at != "" {
			text += "\ncreated at " + at
		}
		vm.emit(text)
		n++
	}
	return n
}

// stillLimit is how many passes at one instant of a virtual clock make a note.
const stillLimit = 10_000_000

// noteStill says once that time does not pass. In a test it is an exception, which
// fails the test alone.
func (t *Thread) noteStill(el *EventLoop) error {
	el.q.Still = 0
	if t.VM.toldStill && !t.VM.testing || el.q.Clock.Moving() {
		return nil
	}
	t.VM.toldStill = true
	who := "the program"
	for _, task := range el.Tasks() {
		if task.on == nil && task.sleep == awake {
			who = task.Name()
			if at := t.lineOf(task); at != "" {
				who += " at " + at
			}
			break
		}
	}
	text := fmt.Sprintf("%s has run %d passes at %s and the virtual clock stands still meanwhile; sleep(0.001) moves it, or run with --clock real",
		who, stillLimit, formatSeconds(el.q.Now()))
	if t.VM.testing {
		return t.RuntimeErrorf("%s", text)
	}
	t.VM.emit("note: " + text)
	return nil
}

// limitReached ends a run that a limit ends.
func limitReached(flag string, limit int64, what string) *Fatal {
	return &Fatal{Status: 124, Msg: fmt.Sprintf("the run was ended by %s: more than %d %s", flag, limit, what)}
}
