package runtime

import (
	"errors"
	"slices"
	"strings"
	"sync"

	"github.com/coro-lang/coro/lang/compiler"
	"github.com/coro-lang/coro/lang/diag"
)

// Importing: builtin modules from their tables, the program's own from files
// that the Loader finds.

// Loader finds and compiles source. It is the VM's way to the parser and to the
// files beside the program.
type Loader interface {
	// Compile compiles a builtin module's source.
	Compile(file, source string) (*compiler.Program, error)
	// Find compiles the file that a program's import of a dotted name means; nil
	// if there is none. pkg says that it is a package's __init__ file.
	Find(name string) (prog *compiler.Program, pkg bool, err error)
	// Names lists what Find can find, for suggestions.
	Names() []string
}

// SourceError is Find's error for a file that does not compile: its first fault.
// The program gets a SyntaxError.
type SourceError struct {
	Fault  *diag.Diagnostic
	Source string
}

func (e *SourceError) Error() string { return e.Fault.Error() }

func (e *SourceError) exception(t *Thread) error {
	pos := e.Fault.Pos
	lines := strings.Split(e.Source, "\n")
	text := None
	if i := int(pos.Line) - 1; i >= 0 && i < len(lines) {
		text = NewStr(strings.ToValidUTF8(lines[i], "\ufffd") + "\n")
	}
	place := NewTuple([]Value{NewStr(e.Fault.File), Int(int64(pos.Line)), Int(int64(pos.Col)), text})
	v, err := t.Call(SyntaxErrorType.Value(), NewStr(e.Fault.Msg), place)
	if err != nil {
		return err
	}
	return AsException(v)
}

type compiledOnce struct {
	once sync.Once
	prog *compiler.Program
	err  error
}

// Import returns the builtin module called name (dotted names included), running it
// if it is new. Its packages are imported before it. What a program does to
// sys.modules and what it has in files of that name makes no difference.
func (t *Thread) Import(name string) (*Module, error) {
	if m := t.VM.own[name]; m != nil {
		return m, nil
	}
	var parent *Module
	leaf := strings.LastIndexByte(name, '.') + 1
	if leaf > 0 {
		var err error
		if parent, err = t.Import(name[:leaf-1]); err != nil {
			return nil, err
		}
		if m := t.VM.own[name]; m != nil { // its package has imported it
			return m, nil
		}
	}
	def := moduleDefs[name]
	if def == nil {
		return nil, t.moduleNotFound(name, parent)
	}
	m, err := t.importBuiltin(def)
	if err == nil && parent != nil {
		parent.Set(name[leaf:], m.Value())
	}
	return m, err
}

// ImportName is what a program imports by name: what sys.modules has, else the
// module of a file, else a builtin one.
func (t *Thread) ImportName(full *Str) (Value, error) {
	name := full.s
	if v, ok := t.VM.imported(full); ok {
		if v.IsNone() {
			return Value{}, t.importError(&ModuleNotFoundErrorType, "import of "+name+" halted; None in sys.modules", NewStr(name))
		}
		return v, nil
	}
	leaf := strings.LastIndexByte(name, '.') + 1
	if leaf == 0 {
		return t.importNew(name, nil)
	}
	parent, err := t.ImportName(t.VM.Intern(name[:leaf-1]))
	if err != nil {
		return Value{}, err
	}
	if v, ok := t.VM.imported(full); ok { // its package has imported it
		return v, nil
	}
	m := exact[Module](parent, &ModuleType)
	if m == nil || m.def == nil {
		if _, ok, err := t.LookupAttr(parent, names.path); err != nil {
			return Value{}, err
		} else if !ok {
			return Value{}, t.importError(&ModuleNotFoundErrorType, "No module named '"+name+"'; '"+name[:leaf-1]+"' is not a package", NewStr(name))
		}
	}
	v, err := t.importNew(name, m)
	if err != nil {
		return Value{}, err
	}
	// What stands for the package need not take attributes.
	if err := t.SetAttr(parent, t.VM.Intern(name[leaf:]), v); err != nil && !Is(err, &AttributeErrorType) {
		return Value{}, err
	}
	return v, nil
}

// imported is what sys.modules has under name. A builtin module that only others of
// them have imported does not count: a file of that name comes first.
func (vm *VM) imported(name *Str) (Value, bool) {
	v, ok := vm.modules.getStr(name)
	if m := exact[Module](v, &ModuleType); ok && m != nil && m.def != nil && !m.named {
		return Value{}, false
	}
	return v, ok
}

// loadedAtStart are the builtin modules before which no file comes, as CPython has
// them before it runs a program.
var loadedAtStart = map[string]bool{"__future__": true, "abc": true, "builtins": true, "coro": true, "gc": true,
	"io": true, "itertools": true, "os": true, "sys": true, "_thread": true, "time": true}

// importNew is the module called name, which is new to the program. parent is its
// package, if that is a module.
func (t *Thread) importNew(name string, parent *Module) (Value, error) {
	inBuiltin := parent != nil && parent.def != nil
	if !inBuiltin && !loadedAtStart[name] && t.VM.Loader != nil {
		if v, err := t.importFile(name); err != nil || !v.IsMissing() {
			return v, err
		}
	}
	if !inBuiltin && parentOf(name) != "" || moduleDefs[name] == nil {
		return Value{}, t.moduleNotFound(name, parent)
	}
	m, err := t.Import(name)
	if err != nil {
		return Value{}, err
	}
	m.named = true
	t.VM.modules.SetStr(name, m.Value())
	return m.Value(), nil
}

// importFile runs the file that a program's import of name means; Missing if there
// is none.
func (t *Thread) importFile(name string) (Value, error) {
	prog, pkg, err := t.VM.Loader.Find(name)
	if fault := (*SourceError)(nil); errors.As(err, &fault) {
		err = fault.exception(t)
	}
	if prog == nil || err != nil {
		return Missing, err
	}
	if err := t.warnOfText(prog); err != nil {
		return Value{}, err
	}
	m := t.VM.newFileModule(name, prog)
	m.Set("__name__", NewStr(name))
	m.Set("__file__", NewStr(prog.File))
	if pkg {
		m.Set("__path__", NewList([]Value{NewStr(name)}))
		m.Set("__package__", NewStr(name))
	} else {
		m.Set("__package__", NewStr(parentOf(name)))
	}
	t.VM.modules.SetStr(name, m.Value())
	m.initializing = true
	_, err = t.runModule(m)
	m.initializing = false
	if err != nil {
		t.VM.modules.DelStr(name)
		return Value{}, err
	}
	v, ok := t.VM.modules.GetStr(name) // a module may have put something else in its place
	if !ok {
		return Value{}, t.NewException(&KeyErrorType, NewStr(name))
	}
	return v, nil
}

// parentOf is the name of the package that a dotted name is in, "" if it is in none.
func parentOf(name string) string { return name[:max(strings.LastIndexByte(name, '.'), 0)] }

// warnOfText passes on what was noticed when a file was compiled. A filter that makes
// such a warning an error makes it a SyntaxError.
func (t *Thread) warnOfText(prog *compiler.Program) error {
	if len(prog.Warnings) == 0 {
		return nil
	}
	m, err := t.Import("warnings")
	if err != nil {
		return err
	}
	for _, w := range prog.Warnings {
		text, file, line, source := NewStr(w.Text), NewStr(prog.File), Int(int64(w.Line)), NewStr(prog.Source[w.Line-1])
		_, err := t.CallMethod(m.Value(), "_of_text", text, file, line, source)
		if e, ok := err.(*Exception); ok && e.typ == &SyntaxWarningType {
			v, err := t.Call(obj(&SyntaxErrorType), text, NewTuple([]Value{file, line, None, source}))
			if err != nil {
				return err
			}
			return AsException(v)
		} else if err != nil {
			return err
		}
	}
	return nil
}

func (t *Thread) importBuiltin(def *ModuleDef) (*Module, error) {
	m := def.newModule()
	t.VM.own[def.Name] = m
	_, ofProgram := t.VM.modules.GetStr(def.Name) // a file of that name
	if !ofProgram {
		t.VM.modules.SetStr(def.Name, m.Value())
	}
	var err error
	if def.Init != nil {
		err = def.Init(t, m)
	}
	if err == nil && def.Source != "" {
		m.attach(t.VM, def.prog.compile(t, def.Name, def.Source, def.More...))
		_, err = t.runModule(m)
	}
	if err != nil {
		delete(t.VM.own, def.Name)
		if !ofProgram {
			t.VM.modules.DelStr(def.Name)
		}
		return nil, err
	}
	return m, nil
}

// compile compiles a part of a builtin module, once.
func (c *compiledOnce) compile(t *Thread, name, source string, more ...string) *compiler.Program {
	c.once.Do(func() {
		text := strings.Join(append([]string{source}, more...), "\n")
		c.prog, c.err = t.VM.Loader.Compile("<"+name+">", text)
	})
	if c.err != nil {
		panic("builtin module " + name + ": " + c.err.Error())
	}
	return c.prog
}

// loadLazy runs the lazy part of a builtin module and adds what it defines. The
// part has globals of its own, as the module's are in use by their numbers.
func (t *Thread) loadLazy(m *Module) error {
	if m.lazy || m.def == nil || m.def.Lazy == "" {
		return nil
	}
	m.lazy = true
	part := t.VM.NewModule(m.Name)
	part.def = m.def
	for _, name := range m.Names() {
		v, _ := m.Get(name)
		part.Set(name, v)
	}
	part.attach(t.VM, m.def.lazy.compile(t, m.Name, m.def.Lazy))
	if _, err := t.runModule(part); err != nil {
		m.lazy = false
		return err
	}
	for _, name := range part.Names() {
		if _, ok := m.Get(name); !ok {
			v, _ := part.Get(name)
			m.Set(name, v)
		}
	}
	return nil
}

// newFileModule makes the module of a program file.
func (vm *VM) newFileModule(name string, prog *compiler.Program) *Module {
	m := vm.NewModule(name)
	m.attach(vm, prog)
	return m
}

// attach gives the module the code of prog and its globals their slots.
func (m *Module) attach(vm *VM, prog *compiler.Program) {
	m.prog, m.coro = prog, prog.Coro
	if len(m.names) == 0 {
		m.reserveSlots(vm, prog.Globals)
		return
	}
	// Names from the tables came first: the program's slots must be its own
	// numbers, so the table is laid out anew.
	old := *m
	m.names, m.vals, m.bound, m.index, m.shared = nil, nil, nil, map[string]int32{}, false
	m.reserveSlots(vm, prog.Globals)
	for i, n := range old.names {
		if old.bound[i] {
			m.Set(n.s, old.vals[i])
		}
	}
}

// bodyFunc is the module's body as a function.
func (t *Thread) bodyFunc(m *Module) *Func {
	p := t.VM.newProto(m.prog.Module, m.prog, m)
	t.VM.protos = append(t.VM.protos, p)
	name := t.VM.Intern("<module>")
	return &Func{Hdr: Hdr{&FunctionType}, proto: p, name: name, qualname: name, doc: None}
}

// runModule runs the body of a module.
func (t *Thread) runModule(m *Module) (Value, error) {
	if m.prog.Async {
		return Value{}, t.Errorf(&ImportErrorType, "%s: await at the top level of an imported file", m.prog.File)
	}
	if d := m.prog.Module; d.HasDoc {
		m.Set("__doc__", NewStr(d.Doc))
	}
	return t.callFuncGo(t.bodyFunc(m), nil, nil)
}

// CompileFunction runs source, text of a builtin module, as a module of its own
// and returns what it binds to name. No frame of it shows in tracebacks. prepare
// may give the module names first.
func (t *Thread) CompileFunction(module, source, name string, prepare func(m *Module)) (Value, error) {
	prog, err := t.VM.Loader.Compile("<string>", source)
	if err != nil {
		return Value{}, t.Errorf(&SyntaxErrorType, "%s", err.Error())
	}
	m := t.VM.NewModule(module)
	m.def = moduleDefs[module]
	m.attach(t.VM, prog)
	if prepare != nil {
		prepare(m)
	}
	if _, err := t.runModule(m); err != nil {
		return Value{}, err
	}
	v, _ := m.Get(name)
	return v, nil
}

// Evaluate is the value of an expression kept as text, over the names of its module,
// of under, where the module has none, and of over, which go before the module's.
// Both dicts may be nil.
func (t *Thread) Evaluate(text string, under *Dict, module string, over *Dict) (Value, error) {
	f, err := t.CompileFunction("typing", "def value(): return (\n"+strings.TrimSpace(text)+"\n)\n", "value", func(m *Module) {
		add := func(names *Dict) {
			if names == nil {
				return
			}
			names.Each(func(k, v Value, _ uint64) bool {
				if s := AsStr(k); s != nil {
					m.Set(s.s, v)
				}
				return true
			})
		}
		add(under)
		loaded, _ := t.VM.modules.GetStr(module)
		if from := exact[Module](loaded, &ModuleType); from != nil {
			for _, name := range from.Names() {
				v, _ := from.Get(name)
				m.Set(name, v)
			}
		}
		add(over)
	})
	if err != nil {
		return Value{}, err
	}
	v, err := t.Call(f)
	if err == nil {
		t.VM.forget(f)
	}
	return v, err
}

// forget drops the code of a function that CompileFunction made and nobody has any
// more, unless functions in it may have outlived its call.
func (vm *VM) forget(f Value) {
	fn := exact[Func](f, &FunctionType)
	if fn == nil || len(fn.proto.funcs) > 0 {
		return
	}
	for i := len(vm.protos) - 1; i >= 0; i-- {
		if vm.protos[i].module == fn.proto.module {
			vm.protos = slices.Delete(vm.protos, i, i+1)
			return
		}
	}
}
