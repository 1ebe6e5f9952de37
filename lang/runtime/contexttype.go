package runtime

import "github.com/coro-lang/coro/lang/compiler"

// contextvars as programs see it.

// The types of the module contextvars.
var ContextType, ContextVarType, ContextTokenType Type

// tokenMissing is Token.MISSING.
var tokenMissingType Type

var tokenMissing = obj(&Hdr{&tokenMissingType})

var tokenMissingSpec = Spec{
	Name: "Token.MISSING", Module: "_contextvars", NoNew: true, Final: true,
	Slots: Slots{Repr: func(*Thread, Value) (string, error) { return "<Token.MISSING>", nil }},
}

var contextVarSpec = Spec{
	Name: "ContextVar", Module: "_contextvars", Dotted: true, Layout: true, Final: true,
	Slots: Slots{New: newContextVar, Repr: contextVarRepr},
	Methods: []Method{
		{Name: "get", Sig: "default=None, /", Fn: contextVarGet},
		{Name: "set", Sig: "value, /", Fn: contextVarSet},
		{Name: "reset", Sig: "token, /", Fn: contextVarReset},
		{Name: "name", Kind: ReadOnly, Fn: func(t *Thread, a []Value) (Value, error) {
			return NewStr((*ContextVar)(a[0].p).name), nil
		}},
		{Name: "__class_getitem__", Sig: "item, /", Kind: ClassMethod, Fn: classGetItemAlias},
	},
}

var contextTokenSpec = Spec{
	Name: "Token", Module: "_contextvars", Dotted: true, Layout: true, Final: true,
	Slots: Slots{
		New: func(t *Thread, _ *Type, _ []Value, _ []*Str) (Value, error) {
			return Value{}, t.RuntimeErrorf("Tokens can only be created by ContextVars")
		},
		Repr: contextTokenRepr,
	},
	Methods: []Method{
		{Name: "var", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) {
			return obj((*ContextToken)(a[0].p).key), nil
		}},
		{Name: "old_value", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) {
			return (*ContextToken)(a[0].p).old.Or(tokenMissing), nil
		}},
		{Name: "__class_getitem__", Sig: "item, /", Kind: ClassMethod, Fn: classGetItemAlias},
	},
	Consts: map[string]Value{"MISSING": tokenMissing},
}

var contextSpec = Spec{
	Name: "Context", Module: "_contextvars", Dotted: true, Layout: true, Final: true,
	Slots: Slots{
		New:      newContextValue,
		Len:      func(_ *Thread, v Value) (int, error) { return len((*Context)(v.p).vars), nil },
		GetItem:  contextGetItem,
		Contains: contextContains,
		Compare:  compareContexts,
		Iter:     func(_ *Thread, v Value) (Value, error) { return newContextIter(v, &contextKeysType), nil },
	},
	Methods: []Method{
		{Name: "run", Sig: "*args, **kwargs", Fn: contextRun},
		{Name: "copy", Fn: func(t *Thread, a []Value) (Value, error) {
			c := newContext()
			c.vars = (*Context)(a[0].p).vars
			return obj(c), nil
		}},
		{Name: "get", Sig: "key, default=None, /", Fn: contextGet},
		{Name: "keys", Fn: func(_ *Thread, a []Value) (Value, error) { return newContextIter(a[0], &contextKeysType), nil }},
		{Name: "values", Fn: func(_ *Thread, a []Value) (Value, error) { return newContextIter(a[0], &contextValuesType), nil }},
		{Name: "items", Fn: func(_ *Thread, a []Value) (Value, error) { return newContextIter(a[0], &contextItemsType), nil }},
	},
}

var contextvarsModule = ModuleDef{
	Name: "contextvars",
	Doc:  "Variables that every task has its own value of.",
	Funcs: []Method{
		{Name: "copy_context", Fn: func(t *Thread, a []Value) (Value, error) { return obj(t.CopyContext()), nil }},
	},
	Types: []*Type{&ContextVarType, &ContextType, &ContextTokenType},
}

func init() {
	Define(&tokenMissingType, &tokenMissingSpec)
	Define(&ContextVarType, &contextVarSpec)
	Define(&ContextTokenType, &contextTokenSpec)
	Define(&ContextType, &contextSpec)
	iter := func(typ *Type, name string, part func(contextVar) Value) {
		Define(typ, &Spec{Name: name, Layout: true, NoNew: true, Final: true, Slots: Slots{
			Iter: iterSelf,
			Len:  func(_ *Thread, v Value) (int, error) { return len((*contextIter)(v.p).vars), nil },
			Next: func(_ *Thread, v Value) (Value, bool, error) {
				it := (*contextIter)(v.p)
				if it.i == len(it.vars) {
					return Value{}, false, nil
				}
				it.i++
				return part(it.vars[it.i-1]), true, nil
			},
		}})
	}
	iter(&contextKeysType, "keys", func(v contextVar) Value { return obj(v.key) })
	iter(&contextValuesType, "values", func(v contextVar) Value { return v.val })
	iter(&contextItemsType, "items", func(v contextVar) Value { return newPair(obj(v.key), v.val) })
	RegisterModule(&contextvarsModule)
}

// Value is the context as a value.
func (c *Context) Value() Value { return obj(c) }

// orNewContext is c, or a new context if it is nil.
func orNewContext(c *Context) *Context {
	if c == nil {
		return newContext()
	}
	return c
}

// givenContext is a context argument; nil for None.
func (t *Thread) givenContext(v Value) (*Context, error) {
	if v.IsMissing() || v.IsNone() {
		return nil, nil
	}
	if c := exact[Context](v, &ContextType); c != nil {
		return c, nil
	}
	return nil, t.TypeErrorf("a Context was expected, got %s", v.Type().Name)
}

// GivenContext is a context argument; nil for None.
func (t *Thread) GivenContext(v Value) (*Context, error) { return t.givenContext(v) }

// contextArg is a context argument; None stands for a copy of the current one.
func (t *Thread) contextArg(v Value) (*Context, error) {
	c, err := t.givenContext(v)
	if c == nil && err == nil {
		c = t.ctx.copy()
	}
	return c, err
}

var contextVarSig = parseSig("name, /, *, default=None")

func newContextVar(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	a, err := contextVarSig.bind(t, "ContextVar", args, kwnames)
	if err != nil {
		return Value{}, err
	}
	name := AsStr(a[0])
	if name == nil {
		return Value{}, t.TypeErrorf("context variable name must be a str")
	}
	return obj(&ContextVar{Hdr{cls}, name.s, a[1]}), nil
}

func contextVarRepr(t *Thread, v Value) (string, error) {
	c := (*ContextVar)(v.p)
	name, err := t.Repr(NewStr(c.name))
	if err != nil {
		return "", err
	}
	s := "<ContextVar name=" + name
	if !c.def.IsMissing() {
		d, err := t.Repr(c.def)
		if err != nil {
			return "", err
		}
		s += " default=" + d
	}
	return s + t.at(v) + ">", nil
}

func contextVarGet(t *Thread, args []Value) (Value, error) {
	c := (*ContextVar)(args[0].p)
	if v, ok := t.ctx.get(c); ok {
		return v, nil
	}
	if v := args[1].Or(c.def); !v.IsMissing() {
		return v, nil
	}
	return Value{}, &Exception{Hdr: Hdr{&LookupErrorType}, args: []Value{args[0]}}
}

func contextVarSet(t *Thread, args []Value) (Value, error) {
	c := (*ContextVar)(args[0].p)
	ctx := t.Context()
	old, ok := ctx.get(c)
	if !ok {
		old = Missing
	}
	ctx.set(c, args[1])
	return obj(&ContextToken{Hdr: Hdr{&ContextTokenType}, ctx: ctx, key: c, old: old}), nil
}

func contextVarReset(t *Thread, args []Value) (Value, error) {
	c := (*ContextVar)(args[0].p)
	tok := exact[ContextToken](args[1], &ContextTokenType)
	if tok == nil {
		s, err := t.Repr(args[1])
		if err != nil {
			return Value{}, err
		}
		return Value{}, t.TypeErrorf("expected an instance of Token, got %s", s)
	}
	wrong := ""
	switch {
	case tok.used:
		s, err := t.Repr(args[1])
		if err != nil {
			return Value{}, err
		}
		return Value{}, t.RuntimeErrorf("%s has already been used once", s)
	case tok.key != c:
		wrong = " was created by a different ContextVar"
	case tok.ctx != t.ctx:
		wrong = " was created in a different Context"
	}
	if wrong != "" {
		s, err := t.Repr(args[1])
		if err != nil {
			return Value{}, err
		}
		return Value{}, t.ValueErrorf("%s%s", s, wrong)
	}
	tok.used = true
	tok.ctx.set(c, tok.old)
	return None, nil
}

func contextTokenRepr(t *Thread, v Value) (string, error) {
	tok := (*ContextToken)(v.p)
	s := "<Token"
	if tok.used {
		s += " used"
	}
	r, err := t.Repr(obj(tok.key))
	return s + " var=" + r + t.at(v) + ">", err
}

func newContextValue(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	if len(args) > 0 {
		return Value{}, t.TypeErrorf("Context() does not accept any arguments")
	}
	return obj(newContext()), nil
}

func (t *Thread) contextKeyArg(v Value) (*ContextVar, error) {
	if c := exact[ContextVar](v, &ContextVarType); c != nil {
		return c, nil
	}
	s, err := t.Repr(v)
	if err != nil {
		return nil, err
	}
	return nil, t.TypeErrorf("a ContextVar key was expected, got %s", s)
}

func contextGetItem(t *Thread, v, key Value) (Value, error) {
	k, err := t.contextKeyArg(key)
	if err != nil {
		return Value{}, err
	}
	if x, ok := (*Context)(v.p).get(k); ok {
		return x, nil
	}
	return Value{}, t.KeyError(key)
}

func contextContains(t *Thread, v, key Value) (bool, error) {
	k, err := t.contextKeyArg(key)
	if err != nil {
		return false, err
	}
	_, ok := (*Context)(v.p).get(k)
	return ok, nil
}

func contextGet(t *Thread, args []Value) (Value, error) {
	k, err := t.contextKeyArg(args[1])
	if err != nil {
		return Value{}, err
	}
	if x, ok := (*Context)(args[0].p).get(k); ok {
		return x, nil
	}
	return args[2].Or(None), nil
}

func contextRun(t *Thread, args []Value) (Value, error) {
	pos := AsTuple(args[1]).items
	if len(pos) == 0 {
		return Value{}, t.TypeErrorf("run() missing 1 required positional argument")
	}
	fn, pos := pos[0], pos[1:]
	var names []*Str
	if kw := AsDict(args[2]); kw.Len() > 0 {
		pos = append([]Value(nil), pos...)
		err := t.Each(args[2], func(k Value) error {
			v, err := t.GetItem(args[2], k)
			names = append(names, AsStr(k))
			pos = append(pos, v)
			return err
		})
		if err != nil {
			return Value{}, err
		}
	}
	return t.RunIn((*Context)(args[0].p), fn, pos, names)
}

// contextIter iterates over the variables of a context as they were; its type says
// over what of them. It has a length, which stays that of the context.
type contextIter struct {
	Hdr
	vars []contextVar
	i    int
}

var contextKeysType, contextValuesType, contextItemsType Type

func newContextIter(v Value, typ *Type) Value {
	return obj(&contextIter{Hdr{typ}, (*Context)(v.p).vars, 0})
}

// compareContexts: contexts are equal if the same variables have equal values in them.
func compareContexts(t *Thread, op compiler.CompareOp, a, b Value) (Value, error) {
	x, y := exact[Context](a, &ContextType), exact[Context](b, &ContextType)
	if x == nil || y == nil || op > compiler.Ne {
		return NotImplemented, nil
	}
	equal := len(x.vars) == len(y.vars)
	for i := 0; i < len(x.vars) && equal; i++ {
		v := x.vars[i]
		other, ok := y.get(v.key)
		if equal = ok; ok {
			var err error
			if equal, err = t.Equal(v.val, other); err != nil {
				return Value{}, err
			}
		}
	}
	return Bool(equal == (op == compiler.Eq)), nil
}
