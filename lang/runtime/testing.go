package runtime

import "github.com/coro-lang/coro/lang/loop"

// What the modules that run tests need of the scheduler.

// BeginTest gives the loops to come a clock that starts at 0, and tasks their
// numbers from 1, as in a run of the test alone.
func (vm *VM) BeginTest() {
	if vm.Main.running != nil {
		return
	}
	if !vm.Real {
		vm.clock = &loop.Virtual{}
	}
	vm.asyncVM.tasks = 0
	vm.Main.setLoop = Missing
}

// InTest calls a step of a test: a deadlock in it, which ends any other run, is an
// error of the test alone.
func (t *Thread) InTest(step func() (Value, error)) (Value, error) {
	outer := t.VM.testing
	t.VM.testing = true
	defer func() { t.VM.testing = outer }()
	return step()
}
