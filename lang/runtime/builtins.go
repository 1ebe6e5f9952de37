package runtime

import "github.com/coro-lang/coro/lang/compiler"

// The builtin functions, but for those on iterables and for print and input.

var plainBuiltins = []Method{
	{Name: "abs", Sig: "x, /", Fn: func(t *Thread, a []Value) (Value, error) { return t.abs(a[0]) }},
	{Name: "ascii", Sig: "obj, /", Fn: builtinASCII},
	{Name: "bin", Sig: "number, /", Fn: func(t *Thread, a []Value) (Value, error) { return t.inBase(a[0], 2, "0b") }},
	{Name: "callable", Sig: "obj, /", Fn: builtinCallable},
	{Name: "chr", Sig: "i, /", Fn: builtinChr},
	{Name: "delattr", Sig: "obj, name, /", Fn: builtinDelAttr},
	{Name: "dir", Sig: "object=<unrepresentable>, /", Fn: builtinDir},
	{Name: "divmod", Sig: "x, y, /", Fn: func(t *Thread, a []Value) (Value, error) { return t.divmod(a[0], a[1]) }},
	{Name: "format", Sig: "value, format_spec='', /", Fn: builtinFormat},
	{Name: "getattr", Sig: "object, name, default=<unrepresentable>, /", Fn: builtinGetAttr},
	{Name: "hasattr", Sig: "obj, name, /", Fn: builtinHasAttr},
	{Name: "hash", Sig: "obj, /", Fn: builtinHash},
	{Name: "hex", Sig: "number, /", Fn: func(t *Thread, a []Value) (Value, error) { return t.inBase(a[0], 16, "0x") }},
	{Name: "id", Sig: "obj, /", Fn: func(t *Thread, a []Value) (Value, error) { return Int(t.ID(a[0])), nil }},
	{Name: "isinstance", Sig: "obj, class_or_tuple, /", Fn: builtinIsInstance},
	{Name: "issubclass", Sig: "cls, class_or_tuple, /", Fn: builtinIsSubclass},
	{Name: "len", Sig: "obj, /", Fn: builtinLen},
	{Name: "oct", Sig: "number, /", Fn: func(t *Thread, a []Value) (Value, error) { return t.inBase(a[0], 8, "0o") }},
	{Name: "ord", Sig: "c, /", Fn: builtinOrd},
	{Name: "pow", Sig: "base, exp, mod=None", Fn: builtinPow},
	{Name: "repr", Sig: "obj, /", Fn: builtinRepr},
	{Name: "round", Sig: "number, ndigits=None", Fn: func(t *Thread, a []Value) (Value, error) { return t.round(a[0], a[1]) }},
	{Name: "setattr", Sig: "obj, name, value, /", Fn: builtinSetAttr},
	{Name: "vars", Sig: "object=<unrepresentable>, /", Fn: builtinVars},
}

func init() {
	RegisterBuiltins(plainBuiltins)
	registerTypes(map[string]*Type{
		"bool": &BoolType, "bytes": &BytesType, "dict": &DictType, "enumerate": &enumerateType, "filter": &filterType,
		"float": &FloatType, "frozenset": &FrozenSetType, "int": &IntType, "list": &ListType, "map": &mapType,
		"range": &RangeType, "reversed": &reversedType, "set": &SetType, "slice": &SliceType, "str": &StrType,
		"tuple": &TupleType, "zip": &zipType,
	})
}

func builtinASCII(t *Thread, a []Value) (Value, error) {
	s, err := t.convert(a[0], 'a')
	if err != nil {
		return Value{}, err
	}
	return NewStr(s), nil
}

// Callable says whether v can be called.
func Callable(v Value) bool { return v.Type().Call != nil }

func builtinCallable(_ *Thread, a []Value) (Value, error) { return Bool(Callable(a[0])), nil }

func builtinChr(t *Thread, a []Value) (Value, error) {
	n, err := t.anyInt(a[0])
	if err != nil {
		return Value{}, err
	}
	if n.p != nil || n.n < 0 || n.n > 0x10ffff {
		return Value{}, t.ValueErrorf("chr() arg not in range(0x110000)")
	}
	return strChar(rune(n.n)), nil
}

// attrName is the argument that names an attribute.
func (t *Thread) attrName(v Value) (*Str, error) {
	s := AsStr(v)
	if s == nil {
		return nil, t.TypeErrorf("attribute name must be string, not '%s'", v.Type().Name)
	}
	return s, nil
}

func builtinGetAttr(t *Thread, a []Value) (Value, error) {
	name, err := t.attrName(a[1])
	if err != nil {
		return Value{}, err
	}
	v, err := t.GetAttr(a[0], name)
	if err != nil && !a[2].IsMissing() && Is(err, &AttributeErrorType) {
		return a[2], nil
	}
	return v, err
}

func builtinHasAttr(t *Thread, a []Value) (Value, error) {
	name, err := t.attrName(a[1])
	if err != nil {
		return Value{}, err
	}
	_, err = t.GetAttr(a[0], name)
	if err != nil && Is(err, &AttributeErrorType) {
		return False, nil
	}
	return True, err
}

func builtinSetAttr(t *Thread, a []Value) (Value, error) {
	name, err := t.attrName(a[1])
	if err != nil {
		return Value{}, err
	}
	return None, t.SetAttr(a[0], name, a[2])
}

func builtinDelAttr(t *Thread, a []Value) (Value, error) {
	name, err := t.attrName(a[1])
	if err != nil {
		return Value{}, err
	}
	return None, t.SetAttr(a[0], name, Missing)
}

var (
	dirName  = NewStrObj("__dir__")
	dictName = NewStrObj("__dict__")
)

func builtinDir(t *Thread, a []Value) (Value, error) {
	if a[0].IsMissing() {
		ns, err := t.namespace("dir")
		if err != nil {
			return Value{}, err
		}
		return t.sortedList(ns.Value())
	}
	names, ok, err := t.CallSpecial(a[0], dirName)
	if err != nil {
		return Value{}, err
	}
	if !ok {
		return Value{}, t.TypeErrorf("object does not provide __dir__")
	}
	return t.sortedList(names)
}

// sortedList is a sorted list of the iterable v.
func (t *Thread) sortedList(v Value) (Value, error) {
	items, err := t.Collect(v)
	if err == nil {
		err = t.SortValues(items, None, false)
	}
	return NewList(items), err
}

// builtinVars is vars(v), v.__dict__; without argument the names of the module
// that calls, a copy.
func builtinVars(t *Thread, a []Value) (Value, error) {
	if a[0].IsMissing() {
		ns, err := t.namespace("vars")
		return ns.Value(), err
	}
	d, err := t.GetAttr(a[0], dictName)
	if err != nil && Is(err, &AttributeErrorType) {
		err = t.TypeErrorf("vars() argument must have __dict__ attribute")
	}
	return d, err
}

// namespace is a dict of the names of the module or class whose body runs. Those of
// a function are registers, in which nothing says whether they hold a value yet.
func (t *Thread) namespace(function string) (*Dict, error) {
	if t.module == nil || t.fn == nil {
		return NewDict(), nil
	}
	switch flags := t.fn.proto.code.Flags; {
	case flags&compiler.FlagModule != 0:
		return t.module.namespace(), nil
	case flags&compiler.FlagClass != 0:
		return AsDict(t.regs[0]), nil
	}
	return NewDict(), t.NewError(&NotImplementedErrorType, "Coro has "+function+"() without an argument in modules and classes only, not in functions")
}

func builtinFormat(t *Thread, a []Value) (Value, error) {
	spec := ""
	if !a[1].IsMissing() {
		s := AsStr(a[1])
		if s == nil {
			return Value{}, t.TypeErrorf("format() argument 2 must be str, not %s", shownType(a[1], true))
		}
		spec = s.s
	}
	return t.formatValue(a[0], spec)
}

func builtinHash(t *Thread, a []Value) (Value, error) {
	h, err := t.keyHash(a[0])
	if err == nil && a[0].p != nil {
		// What goes by its address shows its number instead: no run may differ from
		// another.
		if byAddress, _ := objectHash(t, a[0]); h == byAddress {
			return Int(t.ID(a[0])), nil
		}
	}
	return Int(int64(h)), err
}

func builtinIsInstance(t *Thread, a []Value) (Value, error) {
	is, err := t.IsInstance(a[0], a[1])
	return Bool(is), err
}

func builtinIsSubclass(t *Thread, a []Value) (Value, error) {
	is, err := t.IsSubclassOf(a[0], a[1])
	return Bool(is), err
}

func builtinLen(t *Thread, a []Value) (Value, error) {
	n, err := t.Len(a[0])
	return Int(int64(n)), err
}

func builtinOrd(t *Thread, a []Value) (Value, error) {
	if s := AsStr(a[0]); s != nil {
		if s.n == 1 {
			c, _ := decodeCodePoint(s.s)
			return Int(int64(c)), nil
		}
		return Value{}, t.TypeErrorf("ord() expected a character, but string of length %d found", s.n)
	}
	if b := As[BytesObj](a[0], &BytesType); b != nil {
		if len(b.b) == 1 {
			return Int(int64(b.b[0])), nil
		}
		return Value{}, t.TypeErrorf("ord() expected a character, but string of length %d found", len(b.b))
	}
	return Value{}, t.TypeErrorf("ord() expected string of length 1, but %s found", a[0].Type().Name)
}

func builtinPow(t *Thread, a []Value) (Value, error) { return t.power(a[0], a[1], a[2].Or(None)) }

func builtinRepr(t *Thread, a []Value) (Value, error) {
	return t.reprValue(a[0])
}
