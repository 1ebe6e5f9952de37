package runtime

import (
	"fmt"
	"slices"
	"strings"
)

// Deadlocks: who waits for whom when nothing is left that could wake anyone.

// Wait is what a task or a thread waits on, for a report.
type Wait struct {
	What string  // the thing in words: "a Lock"
	By   []*Task // the tasks that would have to act, if they are known
	Held bool    // they hold the thing; otherwise it is their end that is waited for
	Help string  // what to do if nobody is left who acts; "" if By tells
}

// Blocking is what a coroutine written in Go answers when a report asks what its
// task waits on, and an object of the module threading what a thread waits on.
type Blocking interface {
	Blocked(t *Thread) Wait
}

// text is the wait in words, with the holders of the thing.
func (w *Wait) text() string {
	if w.Held && len(w.By) > 0 {
		return w.What + " held by " + taskNames(w.By)
	}
	return w.What
}

// lost says whether no task is left that would have to act.
func (w *Wait) lost() bool {
	return !slices.ContainsFunc(w.By, func(t *Task) bool { return !t.Done() })
}

// blocker says what a task that waits on a future waits on.
func (t *Thread) blocker(task *Task) Wait {
	g := task.gen
	if g != nil && g.leaf != nil {
		g = g.leaf
	}
	if g != nil && g.state == genSuspended && g.ext != nil && (g.fn == nil || g.mode == resumeInline) {
		if b, ok := g.ext.native.(Blocking); ok {
			return b.Blocked(t)
		}
	}
	f := task.on
	if other := f.Task(); other != nil {
		return Wait{What: other.Name(), By: []*Task{other}}
	}
	if f.typ.IsSubclass(&GatheringFutureType) {
		return WaitForAll("a gather of ", f.ext.children)
	}
	if s := t.VM.strandOf(f); s != nil {
		return Wait{What: "a call on the thread " + s.name}
	}
	for _, c := range f.callbacks() {
		if s, ok := c.(Guard); ok {
			if other := s.Guarded().Task(); other != nil {
				return Wait{What: "a shield of " + other.Name(), By: []*Task{other}}
			}
		}
	}
	return Wait{What: "a future", Help: futureHelp}
}

const futureHelp = "whoever was to call set_result() or set_exception() of the future has ended, waits itself, or never began"

// Guard is a callback of a future that stands for another one.
type Guard interface {
	Guarded() *Future
}

// WaitForAll is the wait for those of some futures that are not done; prefix says
// what they are together.
func WaitForAll(prefix string, futures []*Future) Wait {
	var names []string
	var w Wait
	for _, f := range futures {
		if f.Done() {
			continue
		}
		if task := f.Task(); task != nil {
			w.By = append(w.By, task)
			names = append(names, task.Name())
		} else {
			names = append(names, "a future")
			w.Help = futureHelp
		}
	}
	w.What = prefix + shortList(names)
	return w
}

func taskNames(tasks []*Task) string {
	names := make([]string, len(tasks))
	for i, task := range tasks {
		names[i] = task.Name()
		if task.Done() {
			names[i] += " (ended)"
		}
	}
	return shortList(names)
}

// shortList joins names, of which it shows five at most.
func shortList(names []string) string {
	if n := len(names); n > 5 {
		names = append(names[:4:4], fmt.Sprintf("%d more", n-4))
	}
	return strings.Join(names, ", ")
}

// deadlock reports a run that waits for ever and ends it: first the exceptions
// that nobody retrieved, which are usually the cause, then who waits for whom,
// then the circles in which tasks wait for one another, then what to do.
func (t *Thread) deadlock() error {
	vm := t.VM
	if !vm.testing {
		if err := t.reportFailed(); err != nil {
			return err
		}
	}
	waiting := vm.pendingTasks()
	r := &deadlockReport{t: t, shown: map[*Task]bool{}}
	r.waits = make(map[*Task]Wait, len(waiting))
	for _, task := range waiting {
		switch {
		case task.on != nil:
			r.waits[task] = t.blocker(task)
		case task == t.currentTask() && t.waits != nil:
			r.waits[task] = r.blocksLoop(t.waits.Blocked(t))
		}
	}
	who := plural(len(waiting), "task")
	if len(waiting) == 0 {
		who = plural(len(r.blocked()), "thread")
	}
	r.line(0, "deadlock: %s waiting and nothing left to wake them", who)
	if err := r.trees(waiting); err != nil {
		return err
	}
	r.threads()
	r.circles(waiting)
	r.helps(waiting)
	text := strings.TrimSuffix(r.b.String(), "\n")
	if vm.testing {
		return t.RuntimeErrorf("%s", text)
	}
	vm.emit(text)
	vm.reportUnawaited()
	vm.reportAtEnd()
	vm.reported = true
	return &Fatal{Status: 1}
}

// deadlockReport is the report of a deadlock while it is written.
type deadlockReport struct {
	t     *Thread
	b     strings.Builder
	waits map[*Task]Wait
	shown map[*Task]bool
	lines int // tasks shown
	help  []string
}

func (r *deadlockReport) line(depth int, format string, args ...any) {
	r.b.WriteString(strings.Repeat("  ", depth))
	fmt.Fprintf(&r.b, format, args...)
	r.b.WriteByte('\n')
}

// blocksLoop is the wait of a task whose thread waits, and its loop with it.
func (r *deadlockReport) blocksLoop(w Wait) Wait {
	w.What += " while it blocks its event loop"
	w.Help = "no task of the loop runs meanwhile: wait for it on another thread (to_thread), or await something of asyncio's"
	return w
}

// trees shows the tasks, each beneath the one that waits for its end.
func (r *deadlockReport) trees(waiting []*Task) error {
	inner := map[*Task]bool{}
	for _, task := range waiting {
		if w := r.waits[task]; !w.Held {
			for _, by := range w.By {
				inner[by] = by != task
			}
		}
	}
	var roots []*Task
	for _, task := range waiting {
		if !inner[task] {
			roots = append(roots, task)
		}
	}
	if err := r.siblings(roots, 1); err != nil {
		return err
	}
	// What is left waits in a circle that nobody outside waits for.
	for _, task := range waiting {
		if err := r.siblings([]*Task{task}, 1); err != nil {
			return err
		}
	}
	if left := len(waiting) - len(r.shown); left > 0 {
		r.line(1, "… and %d more", left)
	}
	return nil
}

// siblings shows tasks side by side. Of those that are alike only the first is
// shown, and how many there are.
func (r *deadlockReport) siblings(tasks []*Task, depth int) error {
	type group struct {
		first *Task
		names []string
	}
	var groups []*group
	byText := map[string]*group{}
	seen := map[*Task]bool{}
	for _, task := range tasks {
		if task.Done() || r.shown[task] || seen[task] {
			continue
		}
		seen[task] = true
		w := r.waits[task]
		if len(w.By) > 0 && !w.Held {
			groups = append(groups, &group{first: task})
			continue
		}
		text := task.coroName() + "\n" + strings.Join(r.about(task), "\n")
		g := byText[text]
		if g == nil {
			g = &group{first: task}
			byText[text] = g
			groups = append(groups, g)
		} else {
			r.shown[task] = true
			g.names = append(g.names, task.Name())
		}
	}
	for _, g := range groups {
		if r.lines >= maxReported || depth > maxReported {
			for range g.names {
				r.lines++
			}
			continue
		}
		r.lines++
		r.shown[g.first] = true
		text, err := r.t.describe(obj(g.first))
		if err != nil {
			return err
		}
		r.line(depth, "%s", text)
		if len(g.names) > 0 {
			r.line(depth+1, "like it: %s", shortList(g.names))
		}
		for _, about := range r.about(g.first) {
			r.line(depth+1, "%s", about)
		}
		if w := r.waits[g.first]; !w.Held {
			if err := r.siblings(w.By, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// about says where a task was created and what it waits on, where and since when.
func (r *deadlockReport) about(task *Task) []string {
	t := r.t
	var lines []string
	if at := t.VM.place(task.site); at != "" {
		lines = append(lines, "created at "+at)
	}
	w, ok := r.waits[task]
	if !ok {
		return lines
	}
	at := t.lineOf(task)
	if task.on == nil { // it runs, and its thread waits
		at = t.VM.lineAt(t.ip)
	}
	return append(lines, "waiting on "+w.text()+atSince(at, task))
}

// atSince is the place and time of a task's wait.
func atSince(at string, task *Task) string {
	if at != "" {
		at = " at " + at
	}
	return at + " since " + formatSeconds(task.since())
}

// blocked are the threads that wait.
func (r *deadlockReport) blocked() []*Thread {
	var list []*Thread
	if t := r.t; t.strand == nil && t.waits != nil && t.currentTask() == nil {
		list = append(list, t)
	}
	for _, s := range r.t.VM.strands {
		if s.state == strandWaiting && s.thread.waits != nil {
			list = append(list, s.thread)
		}
	}
	return list
}

// threads shows the threads that wait.
func (r *deadlockReport) threads() {
	for _, on := range r.blocked() {
		r.thread(on)
	}
}

func (r *deadlockReport) thread(on *Thread) {
	w := on.waits.Blocked(on)
	at := on.VM.lineAt(on.ip)
	if at != "" {
		at = " at " + at
	}
	r.line(1, "the thread %s is waiting on %s%s", on.threadName(), w.text(), at)
	if w.lost() {
		r.advise(w.Help)
	}
}

// circles shows the circles in which the tasks wait for one another: "Task-2
// waits for a Lock held by Task-3, which waits for a Lock held by Task-2".
func (r *deadlockReport) circles(waiting []*Task) {
	const (
		fresh = iota
		onPath
		done
	)
	state := map[*Task]int{}
	found := 0
	var path []*Task
	var visit func(task *Task)
	visit = func(task *Task) {
		if len(path) > maxReported {
			return
		}
		state[task] = onPath
		path = append(path, task)
		w := r.waits[task]
		for _, n := range w.By {
			switch {
			case n.Done():
			case state[n] == onPath:
				if found++; found <= maxCircles {
					r.circle(path[slices.Index(path, n):])
				}
			case state[n] == fresh:
				visit(n)
			}
		}
		path = path[:len(path)-1]
		state[task] = done
	}
	for _, task := range waiting {
		if state[task] == fresh {
			visit(task)
		}
	}
	switch more := found - maxCircles; {
	case more == 1:
		r.line(1, "… and 1 more circle")
	case more > 1:
		r.line(1, "… and %d more circles", more)
	}
}

// maxCircles bounds how many circles one report shows.
const maxCircles = 5

// circle shows one circle: each of its tasks waits for the next, the last one for
// the first.
func (r *deadlockReport) circle(tasks []*Task) {
	var b strings.Builder
	b.WriteString(tasks[0].Name())
	locks := 0
	for i, task := range tasks {
		w := r.waits[task]
		if i > 0 {
			b.WriteString(", which")
		}
		b.WriteString(" waits for " + w.text())
		if w.Held {
			locks++
		}
	}
	r.line(1, "in a circle: %s", b.String())
	switch {
	case locks == len(tasks) && locks == 1:
		r.advise("the task holds it already, and cannot take it twice: acquire it once, outside of what needs it")
	case locks == len(tasks):
		r.advise("take the locks in the same order everywhere")
	case locks > 0:
		r.advise("let go of the lock before awaiting a task that needs it")
	default:
		r.advise("one of the tasks must not await the others")
	}
}

// helps collects what to do about the waits that nobody is left to end.
func (r *deadlockReport) helps(waiting []*Task) {
	for _, task := range waiting {
		if w := r.waits[task]; w.lost() {
			r.advise(w.Help)
		}
	}
	for _, help := range r.help {
		r.line(1, "help: %s", help)
	}
}

func (r *deadlockReport) advise(help string) {
	if help != "" && !slices.Contains(r.help, help) {
		r.help = append(r.help, help)
	}
}
