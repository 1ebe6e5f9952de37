package runtime

import (
	"fmt"
	"strings"
)

// Deadlocks: who waits for whom when nothing is left that could wake anyone.

// Blocking is what a coroutine written in Go answers when a report asks what its
// task waits on: the thing in words, "a Lock", and the task that would have to
// act, if it is known.
type Blocking interface {
	Blocked(t *Thread) (what string, by *Task)
}

// blocker says what a task that waits on a future waits on, and which tasks would
// have to act.
func (t *Thread) blocker(task *Task) (string, []*Task) {
	g := task.gen
	if g != nil && g.leaf != nil {
		g = g.leaf
	}
	if g != nil && g.state == genSuspended && g.ext != nil && (g.fn == nil || g.mode == resumeInline) {
		if b, ok := g.ext.native.(Blocking); ok {
			what, by := b.Blocked(t)
			if by == nil {
				return what, nil
			}
			return what + " held by " + by.Name(), []*Task{by}
		}
	}
	f := task.on
	if other := f.Task(); other != nil {
		return other.Name(), []*Task{other}
	}
	if f.typ.IsSubclass(&GatheringFutureType) {
		what, left := pendingNames(f.ext.children)
		return "a gather of " + what, left
	}
	for _, c := range f.callbacks() {
		if s, ok := c.(Guard); ok {
			if other := s.Guarded().Task(); other != nil {
				return "a shield of " + other.Name(), []*Task{other}
			}
		}
	}
	return "a future", nil
}

// Guard is a callback of a future that stands for another one.
type Guard interface {
	Guarded() *Future
}

// pendingNames names those of some futures that are not done.
func pendingNames(futures []*Future) (string, []*Task) {
	var names []string
	var tasks []*Task
	for _, f := range futures {
		if f.Done() {
			continue
		}
		if task := f.Task(); task != nil {
			tasks = append(tasks, task)
			names = append(names, task.Name())
		} else {
			names = append(names, "a future")
		}
	}
	if n := len(names); n > 5 {
		names = append(names[:4], fmt.Sprintf("%d more", n-4))
	}
	return strings.Join(names, ", "), tasks
}

// PendingNames names those of some futures that are not done, for reports.
func PendingNames(futures []*Future) string {
	s, _ := pendingNames(futures)
	return s
}

// deadlock reports a run that waits for ever and ends it: first the exceptions
// that nobody retrieved, which are usually the cause, then who waits, then the
// circles in which tasks wait for one another, then the rest.
func (t *Thread) deadlock() error {
	vm := t.VM
	if err := t.reportFailed(); err != nil {
		return err
	}
	waiting := vm.pendingTasks()
	var b strings.Builder
	s := "s"
	if len(waiting) == 1 {
		s = ""
	}
	fmt.Fprintf(&b, "deadlock: %d task%s waiting and nothing left to wake them", len(waiting), s)
	for i, task := range waiting {
		if i == maxReported {
			fmt.Fprintf(&b, "\n  … and %d more", len(waiting)-i)
			break
		}
		line, err := t.describe(obj(task))
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "\n  %s", line)
		for _, o := range t.origin(obj(task)) {
			fmt.Fprintf(&b, "\n    %s", o)
		}
	}
	for _, c := range t.circles(waiting) {
		fmt.Fprintf(&b, "\n  in a circle: %s", c)
		if strings.Contains(c, "Lock held by") {
			b.WriteString("\n    help: take the locks in the same order everywhere")
		}
	}
	vm.emit(b.String())
	vm.reportUnawaited()
	vm.reported = true
	return &Fatal{Status: 1}
}

// circles describes the circles in which the tasks wait for one another: "Task-2
// waits for a Lock held by Task-3, which waits for …, which is Task-2 again".
func (t *Thread) circles(waiting []*Task) []string {
	const (
		fresh = iota
		onPath
		done
	)
	state := map[*Task]int{}
	var found []string
	var path []*Task
	var visit func(task *Task)
	visit = func(task *Task) {
		if len(path) > maxReported {
			return
		}
		state[task] = onPath
		path = append(path, task)
		if task.on != nil {
			_, next := t.blocker(task)
			for _, n := range next {
				switch {
				case n.Done():
				case state[n] == onPath:
					found = append(found, t.circle(path, n))
				case state[n] == fresh:
					visit(n)
				}
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
	return found
}

// circle describes the part of path from the task first on, which the last one
// waits for.
func (t *Thread) circle(path []*Task, first *Task) string {
	i := 0
	for path[i] != first {
		i++
	}
	var b strings.Builder
	b.WriteString(first.Name())
	for _, task := range path[i:] {
		what, _ := t.blocker(task)
		if task != first {
			b.WriteString(", which")
		}
		b.WriteString(" waits for " + what)
	}
	return b.String()
}
