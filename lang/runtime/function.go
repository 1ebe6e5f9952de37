package runtime

import (
	"fmt"

	"github.com/coro-lang/coro/lang/compiler"
)

// Functions of the program as objects: their attributes, their code objects.

var functionSpec = Spec{
	Name: "function", Final: true, Layout: true, Attrs: true,
	Slots: Slots{
		New: newFunction,
		Repr: func(t *Thread, v Value) (string, error) {
			return fmt.Sprintf("<function %s at 0x%x>", (*Func)(v.p).qualname.s, t.ID(v)), nil
		},
		DescrGet: bindFunction,
		Call: func(t *Thread, v Value, args []Value, kwnames []*Str) (Value, error) {
			return t.CallKw(v, args, kwnames)
		},
	},
	Methods: []Method{
		{Name: "__name__", Kind: Getter,
			Fn:  func(t *Thread, a []Value) (Value, error) { return obj((*Func)(a[0].p).name), nil },
			Set: setFuncName},
		{Name: "__qualname__", Kind: Getter,
			Fn:  func(t *Thread, a []Value) (Value, error) { return obj((*Func)(a[0].p).qualname), nil },
			Set: setFuncQualname},
		{Name: "__doc__", Kind: Getter,
			Fn:  func(t *Thread, a []Value) (Value, error) { return (*Func)(a[0].p).docString(), nil },
			Set: func(t *Thread, f, v Value) error { (*Func)(f.p).doc = v.Or(None); return nil }},
		{Name: "__module__", Kind: Getter, Fn: funcModule, Set: setFuncModule},
		{Name: "__defaults__", Kind: Getter, Fn: funcDefaults, Set: setFuncDefaults},
		{Name: "__kwdefaults__", Kind: Getter, Fn: funcKwDefaults, Set: setFuncKwDefaults},
		{Name: "__annotations__", Kind: Getter, Fn: funcAnnotations, Set: setFuncAnnotations},
		{Name: "__closure__", Kind: ReadOnly, Fn: funcClosure},
		{Name: "__code__", Kind: Getter, Fn: funcCode},
		{Name: "__type_params__", Kind: Getter, Fn: funcTypeParams, Set: setFuncTypeParams},
	},
}

var codeSpec = Spec{
	Name: "code", Final: true, Layout: true,
	Slots: Slots{New: newCode, Repr: codeRepr, Compare: compareCode, Hash: func(t *Thread, v Value) (uint64, error) {
		return objectHash(t, obj((*Code)(v.p).proto))
	}},
	Methods: codeRows,
}

var cellSpec = Spec{
	Name: "cell", Final: true, Layout: true,
	Slots: Slots{
		New: func(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
			switch {
			case len(kwnames) > 0:
				return Value{}, t.TypeErrorf("cell() takes no keyword arguments")
			case len(args) > 1:
				return Value{}, t.TypeErrorf("cell expected at most 1 argument, got %d", len(args))
			}
			c := &Cell{Hdr{cls}, Missing}
			if len(args) == 1 {
				c.v = args[0]
			}
			return obj(c), nil
		},
		Repr:    cellRepr,
		Compare: compareCells,
	},
	Methods: []Method{{Name: "cell_contents", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) {
		if c := (*Cell)(a[0].p); !c.v.IsMissing() {
			return c.v, nil
		}
		return Value{}, t.ValueErrorf("Cell is empty")
	}, Set: func(_ *Thread, self, val Value) error {
		(*Cell)(self.p).v = val
		return nil
	}}},
}

func init() {
	Define(&FunctionType, &functionSpec)
	Define(&CodeType, &codeSpec)
	Define(&CellType, &cellSpec)
}

func cellRepr(t *Thread, v Value) (string, error) {
	held := "empty"
	if x := (*Cell)(v.p).v; !x.IsMissing() {
		held = fmt.Sprintf("%s object at 0x%x", x.Type().Name, t.ID(x))
	}
	return fmt.Sprintf("<cell at 0x%x: %s>", t.ID(v), held), nil
}

// compareCells compares what two cells hold; an empty one is less than any other.
func compareCells(t *Thread, op compiler.CompareOp, a, b Value) (Value, error) {
	x, y := exact[Cell](a, &CellType), exact[Cell](b, &CellType)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	if x.v.IsMissing() || y.v.IsMissing() {
		return t.Compare(op, Bool(!x.v.IsMissing()), Bool(!y.v.IsMissing()))
	}
	return t.Compare(op, x.v, y.v)
}

var newFunctionSig = NewSignature("function", "code, globals, name=None, argdefs=None, closure=None, kwdefaults=None")

// newFunction refuses to make a function of a code object, for which a module's globals
// would have to be a dict. It finds fault with the arguments first, as CPython does.
func newFunction(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	a, err := newFunctionSig.Bind(t, args, kwnames)
	if err != nil {
		return Value{}, err
	}
	code := exact[Code](a[0], &CodeType)
	name, defaults, closure, kwdefaults := a[2].Or(None), a[3].Or(None), a[4].Or(None), a[5].Or(None)
	switch {
	case code == nil:
		return Value{}, t.TypeErrorf("function() argument 'code' must be code, not %s", shownType(a[0], true))
	case AsDict(a[1]) == nil:
		return Value{}, t.TypeErrorf("function() argument 'globals' must be dict, not %s", shownType(a[1], true))
	case !name.IsNone() && AsStr(name) == nil:
		return Value{}, t.TypeErrorf("arg 3 (name) must be None or string")
	case !defaults.IsNone() && AsTuple(defaults) == nil:
		return Value{}, t.TypeErrorf("arg 4 (defaults) must be None or tuple")
	case closure.IsNone() && len(code.proto.code.Free) > 0:
		return Value{}, t.TypeErrorf("arg 5 (closure) must be tuple")
	case !closure.IsNone() && AsTuple(closure) == nil:
		return Value{}, t.TypeErrorf("arg 5 (closure) must be None or tuple")
	case !kwdefaults.IsNone() && AsDict(kwdefaults) == nil:
		return Value{}, t.TypeErrorf("arg 6 (kwdefaults) must be None or dict")
	}
	return Value{}, t.cannotCreate(cls)
}

// newCode refuses to make a code object; what is in one is an implementation's own.
func newCode(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	const least, most = 16, 18
	switch n := len(args); {
	case len(kwnames) > 0:
		return Value{}, t.TypeErrorf("code() takes no keyword arguments")
	case n < least:
		return Value{}, t.TypeErrorf("code expected at least %d arguments, got %d", least, n)
	case n > most:
		return Value{}, t.TypeErrorf("code expected at most %d arguments, got %d", most, n)
	}
	return Value{}, t.cannotCreate(cls)
}

func bindFunction(t *Thread, d, inst Value, owner *Type) (Value, error) {
	if inst.IsMissing() {
		return d, nil
	}
	return newBoundMethod(d, inst), nil
}

// checkDescriptorCall finds fault with a call of __get__ that says neither of what the
// attribute is nor of which class.
func (t *Thread) checkDescriptorCall(inst, owner Value) error {
	if inst.IsNone() && owner.IsNone() {
		return t.TypeErrorf("__get__(None, None) is invalid")
	}
	return nil
}

// docString is the function's __doc__.
func (f *Func) docString() Value {
	if f.doc != (Value{}) {
		return f.doc
	}
	if f.proto.code.HasDoc {
		return NewStr(f.proto.code.Doc)
	}
	return None
}

func setFuncName(t *Thread, self, val Value) error {
	s, err := t.newName("__name__", val)
	if err == nil {
		(*Func)(self.p).name = s
	}
	return err
}

// newName is what an attribute that is a name is set to.
func (t *Thread) newName(attr string, val Value) (*Str, error) {
	s := AsStr(val)
	if s == nil {
		return nil, t.TypeErrorf("%s must be set to a string object", attr)
	}
	return s, nil
}

func setFuncQualname(t *Thread, self, val Value) error {
	s, err := t.newName("__qualname__", val)
	if err == nil {
		(*Func)(self.p).qualname = s
	}
	return err
}

func funcModule(t *Thread, a []Value) (Value, error) {
	f := (*Func)(a[0].p)
	if f.attrs != nil {
		if v, ok := f.attrs.getSlot(funcModuleKey); ok {
			return v, nil
		}
	}
	return NewStr(f.proto.module.Name), nil
}

// What few functions have set is kept beside their attributes, as slots are.
var (
	funcModuleKey     = NewStrObj(slotMark + "__module__")
	funcTypeParamsKey = NewStrObj(slotMark + "__type_params__")
)

func setFuncModule(t *Thread, self, val Value) error {
	attrsOf(self, true).setSlot(newShape(), funcModuleKey, val.Or(None))
	return nil
}

func funcTypeParams(t *Thread, a []Value) (Value, error) {
	if f := (*Func)(a[0].p); f.attrs != nil {
		if v, ok := f.attrs.getSlot(funcTypeParamsKey); ok {
			return v, nil
		}
	}
	return NewTuple(nil), nil
}

func setFuncTypeParams(t *Thread, self, val Value) error {
	if AsTuple(val) == nil {
		return t.TypeErrorf("__type_params__ must be set to a tuple")
	}
	attrsOf(self, true).setSlot(newShape(), funcTypeParamsKey, val)
	return nil
}

func funcDefaults(t *Thread, a []Value) (Value, error) {
	f := (*Func)(a[0].p)
	if len(f.defaults) == 0 {
		return None, nil
	}
	return NewTuple(f.defaults), nil
}

func setFuncDefaults(t *Thread, self, val Value) error {
	f := (*Func)(self.p)
	if val = val.Or(None); val.IsNone() {
		f.defaults = nil
		return nil
	}
	tuple := AsTuple(val)
	if tuple == nil {
		return t.TypeErrorf("__defaults__ must be set to a tuple object")
	}
	f.defaults = tuple.items
	return nil
}

func funcKwDefaults(t *Thread, a []Value) (Value, error) {
	if f := (*Func)(a[0].p); f.kwdefs != nil {
		return f.kwdefs.Value(), nil
	}
	return None, nil
}

func setFuncKwDefaults(t *Thread, self, val Value) error {
	f := (*Func)(self.p)
	if val = val.Or(None); val.IsNone() {
		f.kwdefs = nil
		return nil
	}
	d := AsDict(val)
	if d == nil {
		return t.TypeErrorf("__kwdefaults__ must be set to a dict object")
	}
	f.kwdefs = d
	return nil
}

func funcAnnotations(t *Thread, a []Value) (Value, error) {
	f := (*Func)(a[0].p)
	if f.annots == nil {
		f.annots = NewDict()
	}
	return f.annots.Value(), nil
}

func setFuncAnnotations(t *Thread, self, val Value) error {
	f := (*Func)(self.p)
	if val = val.Or(None); val.IsNone() {
		f.annots = nil
		return nil
	}
	d := AsDict(val)
	if d == nil {
		return t.TypeErrorf("__annotations__ must be set to a dict object")
	}
	f.annots = d
	return nil
}

func funcClosure(t *Thread, a []Value) (Value, error) {
	f := (*Func)(a[0].p)
	if len(f.free) == 0 {
		return None, nil
	}
	cells := make([]Value, len(f.free))
	for i, c := range f.free {
		cells[i] = obj(c)
	}
	return NewTuple(cells), nil
}

// Code is a code object: what a program can ask about a function's code.
type Code struct {
	Hdr
	proto     *FuncProto
	coroutine bool // it is that of a function which types.coroutine marked
}

func funcCode(_ *Thread, a []Value) (Value, error) { return newFuncCode((*Func)(a[0].p)), nil }

func newFuncCode(f *Func) Value {
	return obj(&Code{Hdr: Hdr{&CodeType}, proto: f.proto, coroutine: f.coroutine})
}

func (t *Thread) newCode(p *FuncProto) Value { return obj(&Code{Hdr: Hdr{&CodeType}, proto: p}) }

func codeRepr(t *Thread, v Value) (string, error) {
	p := (*Code)(v.p).proto
	return fmt.Sprintf("<code object %s at 0x%x, file %q, line %d>", p.code.Name, t.ID(obj(p)), p.prog.File, p.code.Line), nil
}

func compareCode(t *Thread, op compiler.CompareOp, a, b Value) (Value, error) {
	x, y := As[Code](a, &CodeType), As[Code](b, &CodeType)
	if x == nil || y == nil || op > compiler.Ne {
		return NotImplemented, nil
	}
	return Bool((x.proto == y.proto) == (op == compiler.Eq)), nil
}

// codeRows are the attributes of code objects.
var codeRows = []Method{
	codeAttr("co_name", func(c *compiler.Code) Value { return NewStr(c.Name) }),
	codeAttr("co_qualname", func(c *compiler.Code) Value { return NewStr(c.Qualname) }),
	codeAttr("co_argcount", func(c *compiler.Code) Value { return Int(int64(c.Pos)) }),
	codeAttr("co_posonlyargcount", func(c *compiler.Code) Value { return Int(int64(c.PosOnly)) }),
	codeAttr("co_kwonlyargcount", func(c *compiler.Code) Value { return Int(int64(c.KwOnly)) }),
	codeAttr("co_nlocals", func(c *compiler.Code) Value { return Int(int64(len(varNames(c)))) }),
	codeAttr("co_varnames", func(c *compiler.Code) Value { return strTuple(varNames(c)) }),
	codeAttr("co_names", func(c *compiler.Code) Value { return strTuple(c.Names) }),
	codeAttr("co_freevars", func(c *compiler.Code) Value {
		free := make([]string, len(c.Free))
		for i, f := range c.Free {
			free[i] = f.Name
		}
		return strTuple(free)
	}),
	codeAttr("co_firstlineno", func(c *compiler.Code) Value { return Int(int64(c.Line)) }),
	{Name: "co_flags", Kind: ReadOnly, Fn: func(_ *Thread, a []Value) (Value, error) {
		c := (*Code)(a[0].p)
		flags := codeFlags(c.proto.code)
		if c.coroutine {
			flags |= 0x100
		}
		return Int(flags), nil
	}},
	{Name: "co_filename", Kind: ReadOnly, Fn: func(t *Thread, a []Value) (Value, error) {
		return NewStr((*Code)(a[0].p).proto.prog.File), nil
	}},
}

func codeAttr(name string, f func(c *compiler.Code) Value) Method {
	return Method{Name: name, Kind: ReadOnly, Fn: func(t *Thread, a []Value) (Value, error) {
		return f((*Code)(a[0].p).proto.code), nil
	}}
}

func strTuple(list []string) Value {
	vals := make([]Value, len(list))
	for i, s := range list {
		vals[i] = NewStr(s)
	}
	return NewTuple(vals)
}

// codeFlags is co_flags with the bits that inspect.CO_… name.
func codeFlags(c *compiler.Code) int64 {
	flags := int64(0x3) // optimized, new locals
	if c.Flags&compiler.FlagVarArgs != 0 {
		flags |= 0x4
	}
	if c.Flags&compiler.FlagVarKw != 0 {
		flags |= 0x8
	}
	if len(c.Free) > 0 {
		flags |= 0x10
	}
	switch c.Flags & compiler.FlagAsyncGen {
	case compiler.FlagGenerator:
		flags |= 0x20
	case compiler.FlagCoroutine:
		flags |= 0x80
	case compiler.FlagAsyncGen:
		flags |= 0x200
	}
	return flags
}

// varNames is the names of a function's parameters and variables.
func varNames(c *compiler.Code) []string {
	names := append([]string(nil), c.Params...)
	for _, name := range c.Locals[c.ArgRegs():] {
		if name != "" {
			names = append(names, name)
		}
	}
	return names
}
