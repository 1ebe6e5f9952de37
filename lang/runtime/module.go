package runtime

import (
	"cmp"
	"maps"
	"slices"
	"sync"
	"unsafe"

	"github.com/coro-lang/coro/lang/compiler"
)

// Module is a module. The names that its code uses are in numbered slots; names
// that come later by other ways are in the same table.
type Module struct {
	Hdr
	Name   string
	names  []*Str
	vals   []Value        // Missing: unbound
	bound  []bool         // false: vals caches a builtin or prelude value, or is Missing
	base   unsafe.Pointer // of vals
	index  map[string]int32
	shared bool // the tables are the definition's: own before changing them
	coro   bool // a .coro file: names fall back to the prelude
	def    *ModuleDef
	prog   *compiler.Program // of the file it was made from
	lazy   bool              // def.Lazy has been run
	named  bool              // a builtin module that the program itself has imported
	State  any               // what a builtin module keeps for the run

	initializing bool // a file's, whose body has yet to end
}

// ModuleDef describes a builtin module: a table of functions, types and
// constants, or source in the language itself.
type ModuleDef struct {
	Name string
	Doc  string
	// CModule is the module that CPython has the functions in, if it is another:
	// their __module__, and in errors.
	CModule string
	Funcs   []Method
	// MakeFuncs gives more functions, when the module is first imported.
	MakeFuncs func() []Method
	Types     []*Type
	Consts    map[string]Value // constants shared by all runs
	// Init adds what belongs to one run; it is called when the module is first
	// imported.
	Init func(t *Thread, m *Module) error
	// Source is the text of a module written in the language; Init and the tables
	// are applied first.
	Source string
	More   []string // the rest of Source, where it is in several files
	// Lazy is more source, which is run when a program first asks for a name that
	// the module has not.
	Lazy string

	prog, lazy compiledOnce
	once       sync.Once
	made       *Module // what the tables make, shared by all runs; see tables
}

var moduleDefs = map[string]*ModuleDef{}

// RegisterModule makes a module importable. It is called from init functions
// only.
func RegisterModule(d *ModuleDef) {
	moduleDefs[d.Name] = d
}

// tables is the module of the tables alone.
func (d *ModuleDef) tables() *Module {
	d.once.Do(func() { d.made = d.fill() })
	return d.made
}

func (d *ModuleDef) fill() *Module {
	m := &Module{index: map[string]int32{}}
	m.Set("__name__", NewStr(d.Name))
	if d.Doc != "" {
		m.Set("__doc__", NewStr(d.Doc))
	}
	funcs := d.Funcs
	if d.MakeFuncs != nil {
		funcs = append(funcs[:len(funcs):len(funcs)], d.MakeFuncs()...)
	}
	for i := range funcs {
		home := d.Name
		if !funcs[i].Python {
			home = cmp.Or(d.CModule, d.Name)
		}
		m.Set(funcs[i].Name, NewBuiltin(home, &funcs[i]))
	}
	for _, typ := range d.Types {
		m.Set(typ.Qualname, obj(typ))
	}
	for _, name := range sortedKeys(d.Consts) {
		m.Set(name, d.Consts[name])
	}
	return m
}

// newModule makes the module of a run, as far as the tables have it.
func (d *ModuleDef) newModule() *Module {
	m := *d.tables()
	m.Hdr, m.Name, m.def, m.shared = Hdr{&ModuleType}, d.Name, d, true
	return &m
}

// own makes tables that this run alone has.
func (m *Module) own() {
	if !m.shared {
		return
	}
	m.shared = false
	m.names, m.vals, m.bound = slices.Clone(m.names), slices.Clone(m.vals), slices.Clone(m.bound)
	m.base = unsafe.Pointer(unsafe.SliceData(m.vals))
	m.index = maps.Clone(m.index)
}

// NewModule makes an empty module; importing does not find it yet.
func (vm *VM) NewModule(name string) *Module {
	return &Module{Hdr: Hdr{&ModuleType}, Name: name, index: map[string]int32{}}
}

// Value is the module as a value.
func (m *Module) Value() Value { return obj(m) }

// slot is the number of a name's slot, a new one if need be.
func (m *Module) slot(vm *VM, name string) int32 {
	if i, ok := m.index[name]; ok {
		return i
	}
	return m.add(vm.Intern(name), Missing, false)
}

// add makes a slot.
func (m *Module) add(name *Str, v Value, bound bool) int32 {
	m.own()
	i := int32(len(m.names))
	m.index[name.s] = i
	m.names = append(m.names, name)
	m.vals = append(m.vals, v)
	m.bound = append(m.bound, bound)
	m.base = unsafe.Pointer(unsafe.SliceData(m.vals))
	return i
}

// reserveSlots gives the names their slots, in order: a program's globals.
func (m *Module) reserveSlots(vm *VM, names []string) {
	n := len(names)
	m.names = append(make([]*Str, 0, n+8), m.names...)
	m.vals = append(make([]Value, 0, n+8), m.vals...)
	m.bound = append(make([]bool, 0, n+8), m.bound...)
	for _, name := range names {
		m.slot(vm, name)
	}
	m.base = unsafe.Pointer(unsafe.SliceData(m.vals))
}

// Get is the value that the module has under name.
func (m *Module) Get(name string) (Value, bool) {
	if i, ok := m.index[name]; ok && m.bound[i] {
		return m.vals[i], true
	}
	return Value{}, false
}

// Set binds name in the module.
func (m *Module) Set(name string, v Value) {
	if i, ok := m.index[name]; ok {
		m.setSlot(i, v)
		return
	}
	m.add(NewStrObj(name), v, true)
}

// Del unbinds name; false if it was not bound.
func (m *Module) Del(name string) bool {
	i, ok := m.index[name]
	return ok && m.delSlot(i)
}

func (m *Module) setSlot(i int32, v Value) {
	m.own()
	m.vals[i], m.bound[i] = v, true
}

func (m *Module) delSlot(i int32) bool {
	if !m.bound[i] {
		return false
	}
	m.own()
	m.vals[i], m.bound[i] = Missing, false
	return true
}

// Names is the names that are bound, in the order in which they came.
func (m *Module) Names() []string {
	var out []string
	for i, n := range m.names {
		if m.bound[i] {
			out = append(out, n.s)
		}
	}
	return out
}

// loadGlobal is the value of global slot i: the module's, or the builtin or
// prelude value of that name, which the slot then caches.
func (t *Thread) loadGlobal(i int32) (Value, error) {
	m := t.module
	name := m.names[i]
	v, ok, err := t.fallback(m, name)
	if err != nil {
		return Value{}, err
	}
	if !ok {
		return Value{}, t.nameError(name)
	}
	m = t.module
	if !m.bound[i] {
		m.vals[i] = v
	}
	return v, nil
}

// fallback is what a name that the module does not bind means in it.
func (t *Thread) fallback(m *Module, name *Str) (v Value, ok bool, err error) {
	if m.coro {
		if p, found := preludeNames[name.s]; found {
			v, err = p(t)
			return v, err == nil, err
		}
	}
	if v, ok = t.VM.builtin(name.s); ok {
		return v, true, nil
	}
	switch name.s {
	case "__name__":
		return NewStr(m.Name), true, nil
	case "__builtins__", "__doc__":
		return None, true, nil
	case "__package__", "__spec__":
		return None, m == t.VM.main, nil
	case "__debug__":
		return True, true, nil
	}
	return Value{}, false, nil
}

// loadName is a name in a class body: the class's, or a global one.
func (t *Thread) loadName(name *Str) (Value, error) {
	if v, ok := AsDict(t.regs[0]).getStr(name); ok {
		return v, nil
	}
	if v, ok := t.module.Get(name.s); ok {
		return v, nil
	}
	v, ok, err := t.fallback(t.module, name)
	if err == nil && !ok {
		err = t.nameError(name)
	}
	return v, err
}

// preludeNames are the names that a .coro file has besides; each is made when it
// is first used in a run.
var preludeNames = map[string]func(t *Thread) (Value, error){}

// RegisterPrelude adds a name to the prelude of .coro files, from init functions
// only. get is called at most once for each module that uses the name.
func RegisterPrelude(name string, get func(t *Thread) (Value, error)) { preludeNames[name] = get }

// PreludeNames are the names of the prelude, sorted.
func PreludeNames() []string { return sortedKeys(preludeNames) }

// ModuleNames are the names of the builtin modules, sorted.
func ModuleNames() []string { return sortedKeys(moduleDefs) }
