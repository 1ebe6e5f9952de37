package runtime

// What the module sys shows and sets of the machine.

// CurrentException is the exception being handled where the program is, or nil.
func (t *Thread) CurrentException() *Exception { return t.exc }

// TracebackValue is the exception's __traceback__.
func (e *Exception) TracebackValue() Value {
	if e.tb == nil {
		return None
	}
	return obj(e.tb)
}

// RecursionLimit is how deep calls may nest.
func (vm *VM) RecursionLimit() int { return vm.recursionLimit }

// SetRecursionLimit changes how deep calls may nest; RecursionError if they are
// deeper already.
func (t *Thread) SetRecursionLimit(n int) error {
	if t.fp >= n {
		return t.Errorf(&RecursionErrorType, "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", n, t.fp)
	}
	t.VM.recursionLimit = n
	for _, s := range t.VM.threads {
		s.setFrameLimit()
	}
	return nil
}

// MaxIntDigits is how many decimal digits int and str convert; 0: any number.
func (vm *VM) MaxIntDigits() int { return vm.maxIntDigits }

// SetMaxIntDigits changes how many decimal digits int and str convert.
func (vm *VM) SetMaxIntDigits(n int) { vm.maxIntDigits = n }

// Modules is sys.modules: the imported modules by their names.
func (vm *VM) Modules() *Dict { return vm.modules }
