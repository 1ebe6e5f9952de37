package runtime

import (
	"errors"
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

// Import returns the module called name (dotted names included), running it if
// it is new. Its packages are imported before it.
func (t *Thread) Import(name string) (*Module, error) {
	if m := t.VM.modules[name]; m != nil {
		return m, nil
	}
	var parent *Module
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		var err error
		if parent, err = t.Import(name[:i]); err != nil {
			return nil, err
		}
	}
	m, err := t.importNew(name)
	if err != nil {
		return nil, err
	}
	if m == nil {
		if parent != nil && moduleDefs[name[:strings.LastIndexByte(name, '.')]] != nil {
			// A dotted builtin module that is not there, or its package is none.
			return nil, t.moduleNotFound(name, parent)
		}
		return nil, t.moduleNotFound(name, parent)
	}
	if parent != nil {
		parent.Set(name[strings.LastIndexByte(name, '.')+1:], m.Value())
	}
	return m, nil
}

func (t *Thread) importNew(name string) (*Module, error) {
	if def := moduleDefs[name]; def != nil {
		return t.importBuiltin(def)
	}
	if t.VM.Loader == nil {
		return nil, nil
	}
	prog, pkg, err := t.VM.Loader.Find(name)
	if fault := (*SourceError)(nil); errors.As(err, &fault) {
		err = fault.exception(t)
	}
	if prog == nil || err != nil {
		return nil, err
	}
	if err := t.warnOfText(prog); err != nil {
		return nil, err
	}
	m := t.VM.newFileModule(name, prog)
	m.Set("__name__", NewStr(name))
	m.Set("__file__", NewStr(prog.File))
	if pkg {
		m.Set("__path__", NewList([]Value{NewStr(name)}))
		m.Set("__package__", NewStr(name))
	} else {
		i := max(strings.LastIndexByte(name, '.'), 0)
		m.Set("__package__", NewStr(name[:i]))
	}
	t.VM.addModule(name, m)
	if _, err := t.runModule(m); err != nil {
		delete(t.VM.modules, name)
		return nil, err
	}
	return m, nil
}

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
	t.VM.addModule(def.Name, m)
	if def.Init != nil {
		if err := def.Init(t, m); err != nil {
			delete(t.VM.modules, def.Name)
			return nil, err
		}
	}
	if def.Source != "" {
		m.attach(t.VM, def.prog.compile(t, def.Name, def.Source, def.More...))
		if _, err := t.runModule(m); err != nil {
			delete(t.VM.modules, def.Name)
			return nil, err
		}
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

// pythonPackages are the builtin modules that CPython has as packages.
var pythonPackages = map[string]bool{"asyncio": true, "collections": true, "concurrent": true, "concurrent.futures": true,
	"json": true, "logging": true, "re": true, "unittest": true, "urllib": true}

// moduleNotFound is the ModuleNotFoundError for name.
func (t *Thread) moduleNotFound(name string, parent *Module) error {
	msg := "No module named '" + name + "'"
	if parent != nil {
		if _, isPkg := parent.Get("__path__"); !isPkg && !pythonPackages[parent.Name] {
			msg += "; '" + parent.Name + "' is not a package"
		}
	}
	e := t.NewError(&ModuleNotFoundErrorType, msg)
	e.extra = newNameExtra(NewStr(name), Missing)
	return e
}

// importName does IMPORT: `import a.b` binds a, so first asks for the outermost
// package.
func (t *Thread) importName(name string, level int, first bool) (Value, error) {
	if level > 0 {
		base, err := t.relativeBase(level)
		if err != nil {
			return Value{}, err
		}
		if name == "" {
			name = base
		} else {
			name = base + "." + name
		}
	}
	m, err := t.Import(name)
	if err != nil {
		return Value{}, err
	}
	if first && level == 0 {
		if i := strings.IndexByte(name, '.'); i >= 0 {
			if m, err = t.Import(name[:i]); err != nil {
				return Value{}, err
			}
		}
	}
	return m.Value(), nil
}

// relativeBase is the package that a relative import starts from.
func (t *Thread) relativeBase(level int) (string, error) {
	pkg := ""
	if v, ok := t.module.Get("__package__"); ok {
		if s := AsStr(v); s != nil {
			pkg = s.s
		}
	}
	if pkg == "" {
		return "", t.Errorf(&ImportErrorType, "attempted relative import with no known parent package")
	}
	for ; level > 1; level-- {
		i := strings.LastIndexByte(pkg, '.')
		if i < 0 {
			return "", t.Errorf(&ImportErrorType, "attempted relative import beyond top-level package")
		}
		pkg = pkg[:i]
	}
	return pkg, nil
}

// importFrom does IMPORTFROM.
func (t *Thread) importFrom(v Value, name *Str) (Value, error) {
	m := exact[Module](v, &ModuleType)
	if m == nil {
		return t.GetAttr(v, name)
	}
	if x, ok := m.Get(name.s); ok {
		return x, nil
	}
	if x, err := t.GetAttr(v, name); err == nil {
		return x, nil
	} else if !Is(err, &AttributeErrorType) {
		return Value{}, err
	}
	if sub := m.Name + "." + name.s; moduleDefs[sub] != nil || m.prog != nil && m.def == nil {
		x, err := t.Import(sub)
		if err == nil {
			return x.Value(), nil
		}
		if !Is(err, &ModuleNotFoundErrorType) {
			return Value{}, err
		}
	}
	return Value{}, t.cannotImport(m, name)
}

// cannotImport is the ImportError for a name that a module lacks.
func (t *Thread) cannotImport(m *Module, name *Str) error {
	where := "unknown location"
	if m.prog != nil && m.def == nil {
		where = m.prog.File
	}
	msg := "cannot import name '" + name.s + "' from '" + m.Name + "' (" + where + ")"
	if m.def != nil {
		msg = "cannot import name '" + name.s + "' from '" + m.Name + "' (not in Coro's part of it)"
	}
	e := t.NewError(&ImportErrorType, msg)
	e.extra = &NameExtra{Name: NewStr(m.Name), Obj: m.Value(), From: obj(name), Path: Missing, self: Missing}
	return e
}

// importStar binds the public names of a module in the one that runs.
func (t *Thread) importStar(v Value) error {
	m := exact[Module](v, &ModuleType)
	if m == nil {
		return t.TypeErrorf("import * needs a module")
	}
	if err := t.loadLazy(m); err != nil {
		return err
	}
	if all, ok := m.Get("__all__"); ok {
		return t.Each(all, func(n Value) error {
			s := AsStr(n)
			if s == nil {
				return t.TypeErrorf("Item in %s.__all__ must be str, not %s", m.Name, n.Type().Name)
			}
			x, err := t.GetAttr(v, s)
			if err == nil {
				t.module.Set(s.s, x)
			}
			return err
		})
	}
	for _, n := range m.Names() {
		if !strings.HasPrefix(n, "_") {
			x, _ := m.Get(n)
			t.module.Set(n, x)
		}
	}
	return nil
}

// LoadedModule is the module called name if it was imported, or nil.
func (t *Thread) LoadedModule(name string) *Module { return t.VM.modules[name] }

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

// Evaluate is the value of an expression kept as text, over the names of its module
// and those of names, which may be nil.
func (t *Thread) Evaluate(text, module string, names *Dict) (Value, error) {
	f, err := t.CompileFunction("typing", "def value(): return (\n"+strings.TrimSpace(text)+"\n)\n", "value", func(m *Module) {
		if from := t.VM.modules[module]; from != nil {
			for _, name := range from.Names() {
				v, _ := from.Get(name)
				m.Set(name, v)
			}
		}
		if names == nil {
			return
		}
		names.Each(func(k, v Value, _ uint64) bool {
			if s := AsStr(k); s != nil {
				m.Set(s.s, v)
			}
			return true
		})
	})
	if err != nil {
		return Value{}, err
	}
	return t.Call(f)
}
