package runtime

import (
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
)

// The statements that import, and their errors.

// importName does IMPORT. Builtin modules that import get builtin modules, and so do
// statements that stand for a use of one.
func (t *Thread) importName(name *Str, level int, what uint8) (Value, error) {
	if level > 0 {
		base, err := t.relativeBase(level)
		if err != nil {
			return Value{}, err
		}
		if name.s != "" {
			base += "." + name.s
		}
		name = t.VM.Intern(base)
	}
	if t.module.def != nil || what == compiler.ImportBuiltin {
		m, err := t.Import(name.s)
		if err == nil && what == compiler.ImportFirst {
			first, _, _ := strings.Cut(name.s, ".")
			m, err = t.Import(first)
		}
		if err != nil {
			return Value{}, err
		}
		return m.Value(), nil
	}
	v, err := t.ImportName(name)
	if err != nil || what == compiler.ImportLast {
		return v, err
	}
	first, rest, dotted := strings.Cut(name.s, ".")
	if !dotted {
		return v, nil
	}
	v, err = t.ImportName(t.VM.Intern(first))
	// `import a.b as c` is what a has under b, though that need not be the module a.b.
	for what == compiler.ImportAs && dotted && err == nil {
		first, rest, dotted = strings.Cut(rest, ".")
		v, err = t.importFrom(v, t.VM.Intern(first))
	}
	return v, err
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
		if pkg = parentOf(pkg); pkg == "" {
			return "", t.Errorf(&ImportErrorType, "attempted relative import beyond top-level package")
		}
	}
	return pkg, nil
}

// importFrom does IMPORTFROM.
func (t *Thread) importFrom(v Value, name *Str) (Value, error) {
	x, ok, err := t.LookupAttr(v, name)
	if !ok && err == nil {
		x, ok, err = t.submodule(v, name)
	}
	if !ok && err == nil {
		err = t.cannotImport(v, name)
	}
	return x, err
}

// submodule imports the submodule of v that is called name; ok is false if there is
// none.
func (t *Thread) submodule(v Value, name *Str) (sub Value, ok bool, err error) {
	of, ok := t.moduleNameOf(v)
	if !ok {
		return Value{}, false, nil
	}
	full := t.VM.Intern(of + "." + name.s)
	if m := exact[Module](v, &ModuleType); m != nil && m.def != nil {
		if moduleDefs[full.s] == nil {
			return Value{}, false, nil
		}
		sub, err = t.importName(full, 0, compiler.ImportLast)
		return sub, err == nil, err
	}
	if _, ok, err := t.LookupAttr(v, names.path); err != nil {
		return Value{}, false, err
	} else if !ok { // no package
		sub, ok = t.VM.modules.getStr(full)
		return sub, ok, nil
	}
	sub, err = t.ImportName(full)
	if e, _ := err.(*Exception); e != nil && Is(e, &ModuleNotFoundErrorType) {
		if missing := AsStr(e.nameExtra().Name); missing != nil && missing.s == full.s {
			return Value{}, false, nil
		}
	}
	return sub, err == nil, err
}

// moduleNameOf is the name by which v, imported from, calls itself.
func (t *Thread) moduleNameOf(v Value) (string, bool) {
	x, _, err := t.LookupAttr(v, names.name)
	if s := AsStr(x); s != nil && err == nil {
		return s.s, true
	}
	return "", false
}

// importStar binds the public names of v in the module that runs.
func (t *Thread) importStar(v Value) error {
	m := exact[Module](v, &ModuleType)
	if m != nil {
		if err := t.loadLazy(m); err != nil {
			return err
		}
	}
	all, listed, err := t.LookupAttr(v, allName)
	if err != nil {
		return err
	}
	if !listed {
		if m != nil {
			all = obj(m.namespace())
		} else if all, listed, err = t.LookupAttr(v, names.dict); err != nil {
			return err
		} else if !listed {
			return t.Errorf(&ImportErrorType, "from-import-* object has no __dict__ and no __all__")
		}
	}
	return t.Each(all, func(n Value) error {
		s := AsStr(n)
		if s == nil {
			of, _ := t.moduleNameOf(v)
			where := "Key in " + of + ".__dict__"
			if listed {
				where = "Item in " + of + ".__all__"
			}
			return t.TypeErrorf("%s must be str, not %s", where, n.Type().Name)
		}
		if !listed && strings.HasPrefix(s.s, "_") {
			return nil
		}
		x, ok, err := t.LookupAttr(v, s)
		if !ok && err == nil {
			x, ok, err = t.submodule(v, s)
		}
		if !ok && err == nil {
			err = t.noAttribute(v, s)
		}
		if err == nil {
			t.module.Set(s.s, x)
		}
		return err
	})
}

var allName = NewStrObj("__all__")

// pythonPackages are the builtin modules that CPython has as packages.
var pythonPackages = map[string]bool{"asyncio": true, "collections": true, "concurrent": true, "concurrent.futures": true,
	"json": true, "logging": true, "re": true, "unittest": true, "urllib": true}

// moduleNotFound is the ModuleNotFoundError for name.
func (t *Thread) moduleNotFound(name string, parent *Module) error {
	msg := "No module named '" + name + "'"
	if parent != nil && parent.def != nil && !pythonPackages[parent.Name] {
		msg += "; '" + parent.Name + "' is not a package"
	}
	return t.importError(&ModuleNotFoundErrorType, msg, NewStr(name))
}

// importError is an ImportError about the module called name.
func (t *Thread) importError(typ *Type, msg string, name Value) *Exception {
	e := t.NewError(typ, msg)
	e.extra = newNameExtra(name, Missing)
	return e
}

// cannotImport is the ImportError for a name that v, imported from, lacks.
func (t *Thread) cannotImport(v Value, name *Str) error {
	of, ok := t.moduleNameOf(v)
	module := NewStr(of)
	if !ok {
		of, module = "<unknown module name>", Missing
	}
	from, where, path := "'"+of+"'", " (unknown location)", Missing
	if m := exact[Module](v, &ModuleType); m != nil {
		file, _ := m.Get("__file__")
		switch s := AsStr(file); {
		case m.def != nil:
			where = " (not in Coro's part of it)"
		case s != nil:
			where, path = " ("+s.s+")", file
		}
		if m.initializing {
			from = "partially initialized module " + from + " (most likely due to a circular import)"
		}
	}
	e := t.importError(&ImportErrorType, "cannot import name '"+name.s+"' from "+from+where, module)
	x := e.extra.(*NameExtra)
	x.Obj, x.From, x.Path = v, obj(name), path
	return e
}

// noModuleAttribute is the AttributeError for a name that m lacks, or has not yet.
func (t *Thread) noModuleAttribute(m *Module, name *Str) error {
	v, _ := t.VM.modules.GetStr(m.Name + "." + name.s)
	sub := exact[Module](v, &ModuleType)
	switch {
	case m.initializing:
		return t.attributeErrorf(m.Value(), name, "partially initialized module '%s' from '%s' has no attribute '%s' (most likely due to a circular import)",
			m.Name, m.prog.File, name.s)
	case sub != nil && sub.initializing:
		return t.attributeErrorf(m.Value(), name, "cannot access submodule '%s' of module '%s' (most likely due to a circular import)", name.s, m.Name)
	}
	return t.attributeErrorf(m.Value(), name, "module '%s' has no attribute '%s'", m.Name, name.s)
}
