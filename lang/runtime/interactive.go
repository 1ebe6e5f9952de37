package runtime

import (
	"math"
	"slices"
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
)

// Running a program input by input: what a prompt needs.

// Session is a run whose inputs share one module and one loop. The loop counts as
// running while an input runs, so that it may create tasks without an await; time
// passes only while an input awaits.
type Session struct {
	vm *VM
	m  *Module
	el *EventLoop
}

// NewSession begins a session. coro says whether the prelude is predeclared.
func (vm *VM) NewSession(coro bool) *Session {
	m := vm.newFileModule("__main__", &compiler.Program{Coro: coro})
	m.Set("__name__", NewStr("__main__"))
	m.Set("__doc__", None)
	vm.main = m
	vm.modules.SetStr("__main__", m.Value())
	s := &Session{vm, m, vm.Main.NewLoop()}
	vm.Main.SetDefaultLoop(s.el.Value())
	return s
}

// Globals are the names of the module's slots, which the next input's compilation
// must begin with.
func (s *Session) Globals() []string {
	names := make([]string, len(s.m.names))
	for i, n := range s.m.names {
		names[i] = n.s
	}
	return names
}

// Run runs one input, and then whatever is ready. ended says that the session is
// over, with that status; any other error has been told.
func (s *Session) Run(prog *compiler.Program) (status int, ended bool) {
	s.m.prog = prog
	for _, name := range prog.Globals[len(s.m.names):] {
		s.m.slot(s.vm, name)
	}
	in := &sessionInput{s: s, prog: prog}
	err := s.vm.Main.warnOfText(prog)
	if err == nil {
		s.el.Soon(in)
		err = s.until(func() bool { return in.done })
	}
	if in.task != nil {
		switch {
		case err == nil:
			_, err = in.task.take(s.vm.Main)
		case !in.task.Done():
			s.drop(in.task)
		default:
			in.task.Future.flags &^= flagLog
		}
		if s.vm.interrupts > 0 && Is(err, &CancelledErrorType) {
			err = &Exception{Hdr: Hdr{&KeyboardInterruptType}}
		}
	} else if err == nil {
		err = in.err
	}
	s.vm.runner = Value{}
	if status, ended = s.tell(err); ended {
		return status, true
	}
	return s.settle()
}

// sessionInput is the callback that runs an input.
type sessionInput struct {
	s    *Session
	prog *compiler.Program
	task *Task // of an input that awaits
	done bool
	err  error
}

func (in *sessionInput) Run(t *Thread) error {
	s := in.s
	fn := t.bodyFunc(s.m)
	if !in.prog.Async {
		_, in.err = t.callFuncGo(fn, nil, nil)
		in.done, s.el.stopping = true, true
		if fatal(in.err) {
			return in.err
		}
		return nil
	}
	task, err := t.NewTask(s.el, obj(t.newGen(fn, nil)), Missing, nil)
	if err != nil {
		return err
	}
	task.flags |= flagQuiet
	in.task = task
	t.VM.runner = obj(task)
	task.AddCallback((*inputDone)(in))
	return nil
}

// inputDone is the callback of an input's task.
type inputDone sessionInput

func (in *inputDone) Run(*Thread) error {
	in.done, in.s.el.stopping = true, true
	return nil
}

// until runs the loop until done or an error.
func (s *Session) until(done func() bool) error {
	t := s.vm.Main
	t.stop.And(^stopInterrupt) // of a Ctrl-C that came too late for the last input
	s.vm.interrupts = 0
	for !done() {
		if err := s.el.RunForever(t); err != nil {
			return err
		}
	}
	return nil
}

// drop cancels the task of an input that an error has ended, and lets it clean
// up.
func (s *Session) drop(task *Task) {
	t := s.vm.Main
	if _, err := task.cancel(t, Missing); err != nil {
		return
	}
	for i := 0; i < settlePasses && !task.Done(); i++ {
		s.el.stopping = true
		if s.el.RunForever(t) != nil {
			return
		}
	}
	task.Future.flags &^= flagLog
}

// settlePasses bounds how long what is ready may go on after an input: a task
// that never waits for anything would for ever.
const settlePasses = 1000

// settle runs whatever is ready.
func (s *Session) settle() (status int, ended bool) {
	for i := 0; i < settlePasses && s.el.q.Ready() > 0; i++ {
		s.el.stopping = true
		if status, ended := s.tell(s.el.RunForever(s.vm.Main)); ended {
			return status, true
		}
	}
	s.vm.Out.Flush()
	return 0, false
}

// tell writes an error, and says whether it ends the session.
func (s *Session) tell(err error) (status int, ended bool) {
	s.vm.Out.Flush()
	s.vm.reported = false // a deadlock ends an input only
	if err == nil {
		return 0, false
	}
	f, isFatal := err.(*Fatal)
	if Is(err, &KeyboardInterruptType) {
		s.vm.emit("KeyboardInterrupt")
		return 0, false
	}
	status = s.vm.exitStatus(err)
	if isFatal && f.Status == 1 {
		s.vm.ended = false
		return 0, false
	}
	return status, isFatal || Is(err, &SystemExitType)
}

// Step runs n passes of the loop; a pass that has nothing to run lets time pass
// to the next timer.
func (s *Session) Step(n int) (status int, ended bool) {
	for range n {
		if s.el.q.Ready() == 0 {
			if s.el.q.Timers() == 0 {
				break
			}
			s.el.At(s.el.q.NextTimer(), (*stopPass)(s.el))
		} else {
			s.el.stopping = true
		}
		if status, ended := s.tell(s.el.RunForever(s.vm.Main)); ended {
			return status, true
		}
	}
	s.vm.Out.Flush()
	return 0, false
}

// Advance lets time pass.
func (s *Session) Advance(seconds float64) (status int, ended bool) {
	done := false
	s.el.At(s.el.Time()+seconds, &stopAt{s.el, &done})
	status, ended = s.tell(s.until(func() bool { return done }))
	if ended {
		return status, true
	}
	return s.settle()
}

// stopPass is the callback that stops a loop.
type stopPass EventLoop

func (el *stopPass) Run(*Thread) error {
	el.stopping = true
	return nil
}

// stopAt stops a loop and notes that it has.
type stopAt struct {
	el   *EventLoop
	done *bool
}

func (s *stopAt) Run(*Thread) error {
	*s.done, s.el.stopping = true, true
	return nil
}

// End reports what is left over, as the end of a program does.
func (s *Session) End() {
	s.vm.atEnd(0)
	s.vm.Out.Flush()
}

// Now is the clock.
func (s *Session) Now() float64 { return s.el.Time() }

// Tasks describes the tasks that are not done: name, coroutine, what it waits on
// and since when.
func (s *Session) Tasks() []string {
	t := s.vm.Main
	var lines []string
	for _, task := range s.el.Tasks() {
		line := task.Name() + "  " + task.coroName() + "()"
		switch on := t.waitsOn(task); {
		case on != "":
			line += "  waits on " + on
			if math.IsNaN(task.since()) {
				line = strings.TrimSuffix(line, " since NaN s")
			}
		case task.gen != nil && task.gen.state == genCreated:
			line += "  has yet to start"
		default:
			line += "  is ready"
		}
		lines = append(lines, line)
	}
	return lines
}

// Names are the names that an input can use, in alphabetical order.
func (s *Session) Names() []string {
	var names []string
	for i, n := range s.m.names {
		if s.m.bound[i] {
			names = append(names, n.s)
		}
	}
	for n := range builtinNames {
		names = append(names, n)
	}
	if s.m.coro {
		for n := range preludeNames {
			names = append(names, n)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Attributes are the names of the attributes of what a dotted name stands for.
// Nothing of the program runs, so an attribute that is computed leads nowhere.
func (s *Session) Attributes(dotted string) []string {
	t := s.vm.Main
	path := strings.Split(dotted, ".")
	v, ok := s.m.Get(path[0])
	if !ok {
		if v, ok = builtinNamed(path[0]); !ok {
			get, found := preludeNames[path[0]]
			if !found || !s.m.coro {
				return nil
			}
			var err error
			if v, err = get(t); err != nil {
				return nil
			}
		}
	}
	for _, name := range path[1:] {
		m := exact[Module](v, &ModuleType)
		if m == nil {
			return nil
		}
		if v, ok = m.Get(name); !ok {
			return nil
		}
	}
	if d, _ := v.Type().Lookup(dirName); d.Type() == &FunctionType {
		return nil
	}
	if m := exact[Module](v, &ModuleType); m != nil && m.has("__dir__") {
		return nil
	}
	list, err := builtinDir(t, []Value{v})
	if err != nil {
		return nil
	}
	var out []string
	for _, n := range AsList(list).items {
		out = append(out, strOrEmpty(n))
	}
	return out
}
