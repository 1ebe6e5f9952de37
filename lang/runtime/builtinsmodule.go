package runtime

// The module builtins: the names that every module falls back to. A program that
// sets one there, as tests do that take print() for themselves, has it changed in
// all its modules.

const builtinsName = "builtins"

func init() {
	RegisterModule(&ModuleDef{Name: builtinsName, Init: func(t *Thread, m *Module) error {
		for _, name := range BuiltinNames() {
			m.Set(name, builtinNames[name].value())
		}
		m.Set("None", None)
		m.Set("True", True)
		m.Set("False", False)
		m.Set("__debug__", True)
		return nil
	}})
}

// builtin is what a name means that no module binds.
func (vm *VM) builtin(name string) (Value, bool) {
	if vm.builtins != nil {
		return vm.builtins.Get(name)
	}
	return builtinNamed(name)
}

// builtinChanged has all modules look a name up again that was set or deleted in
// the module builtins.
func (vm *VM) builtinChanged(builtins *Module, name string) {
	vm.builtins = builtins
	for _, p := range vm.protos {
		m := p.module
		if i, ok := m.index[name]; ok && !m.bound[i] {
			m.vals[i] = Missing
		}
	}
}
