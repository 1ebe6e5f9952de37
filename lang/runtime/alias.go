package runtime

import (
	"slices"
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
)

// Annotations as objects: list[int] and int | str.

// GenericAliasType is types.GenericAlias, UnionType types.UnionType.
var GenericAliasType, UnionType Type

// GenericAlias is a class with arguments, such as list[int].
type GenericAlias struct {
	Hdr
	origin Value
	args   []Value
	star   bool // it is *list[int], as iterating gives it
	// callable says that it is one of collections.abc.Callable: the arguments are
	// those of the function and the result.
	callable bool
}

// Union is a union of classes, such as int | None.
type Union struct {
	Hdr
	args []Value
}

var genericAliasSpec = Spec{
	Name: "GenericAlias", Module: "types", Dotted: true, Layout: true,
	Slots: Slots{
		New: func(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
			if len(kwnames) > 0 {
				return Value{}, t.TypeErrorf("GenericAlias() takes no keyword arguments")
			}
			if len(args) != 2 {
				return Value{}, t.TypeErrorf("GenericAlias expected 2 arguments, got %d", len(args))
			}
			return newGenericAlias(args[0], args[1]), nil
		},
		Repr:    aliasRepr,
		Compare: compareAliases,
		Hash:    func(t *Thread, v Value) (uint64, error) { return t.Hash(NewTuple((*GenericAlias)(v.p).args)) },
		Binary:  typeBinary,
		GetAttr: aliasGetAttr,
		GetItem: func(t *Thread, v, key Value) (Value, error) {
			g := (*GenericAlias)(v.p)
			args, err := t.substitute(v, g.args, key)
			if err == nil && g.callable {
				args = flattened(args)
			}
			return obj(&GenericAlias{Hdr{&GenericAliasType}, g.origin, args, g.star, g.callable}), err
		},
		Iter: func(t *Thread, v Value) (Value, error) {
			g := *(*GenericAlias)(v.p)
			g.star = true
			return t.Iter(NewTuple([]Value{obj(&g)}))
		},
		Call: func(t *Thread, v Value, args []Value, kwnames []*Str) (Value, error) {
			made, err := t.CallKw((*GenericAlias)(v.p).origin, args, kwnames)
			if err != nil {
				return Value{}, err
			}
			err = t.SetAttr(made, names.origClass, v) // what has no room for it goes without
			if err != nil && !Is(err, &AttributeErrorType) && !Is(err, &TypeErrorType) {
				return Value{}, err
			}
			return made, nil
		},
	},
	Methods: []Method{
		{Name: "__origin__", Kind: ReadOnly, Fn: func(t *Thread, a []Value) (Value, error) { return (*GenericAlias)(a[0].p).origin, nil }},
		{Name: "__args__", Kind: ReadOnly, Fn: func(t *Thread, a []Value) (Value, error) { return NewTuple((*GenericAlias)(a[0].p).args), nil }},
		{Name: "__parameters__", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) {
			params, err := t.typeParameters((*GenericAlias)(a[0].p).args)
			return NewTuple(params), err
		}},
		{Name: "__unpacked__", Kind: ReadOnly, Fn: func(t *Thread, a []Value) (Value, error) {
			return Bool((*GenericAlias)(a[0].p).star), nil
		}},
		{Name: "__mro_entries__", Sig: "bases, /", Fn: func(t *Thread, a []Value) (Value, error) {
			return NewTuple([]Value{(*GenericAlias)(a[0].p).origin}), nil
		}},
	},
}

var unionSpec = Spec{
	Name: "UnionType", Module: "types", Dotted: true, Final: true, NoNew: true, Layout: true,
	Slots: Slots{
		Repr: func(t *Thread, v Value) (string, error) {
			args := slices.Clone((*Union)(v.p).args)
			for i, arg := range args {
				if AsType(arg) == &NoneType {
					args[i] = None
				}
			}
			return t.joinTypes(args, " | ")
		},
		Compare: compareUnions,
		Hash: func(t *Thread, v Value) (uint64, error) {
			h := uint64(0)
			for _, x := range (*Union)(v.p).args {
				n, err := t.Hash(x)
				if err != nil {
					return 0, err
				}
				h ^= n
			}
			return h, nil
		},
		Binary:  typeBinary,
		GetItem: unionGetItem,
	},
	Methods: []Method{
		{Name: "__args__", Kind: ReadOnly, Fn: func(t *Thread, a []Value) (Value, error) { return NewTuple((*Union)(a[0].p).args), nil }},
		{Name: "__parameters__", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) {
			params, err := t.typeParameters((*Union)(a[0].p).args)
			return NewTuple(params), err
		}},
	},
}

func init() {
	Define(&GenericAliasType, &genericAliasSpec)
	Define(&UnionType, &unionSpec)
}

func newGenericAlias(origin, args Value) Value {
	list := []Value{args}
	if tuple := exact[Tuple](args, &TupleType); tuple != nil {
		list = tuple.items
	}
	return obj(&GenericAlias{Hdr: Hdr{&GenericAliasType}, origin: origin, args: list})
}

// CallableAlias is collections.abc.Callable[[int], str], whose arguments are int and
// str. Instead of a list there may be what stands for one: ..., a ParamSpec, a
// Concatenate[...].
func CallableAlias(t *Thread, a []Value) (Value, error) {
	pair := AsTuple(a[1])
	if pair == nil || len(pair.items) != 2 {
		return Value{}, t.TypeErrorf("Callable must be used as Callable[[arg, ...], result].")
	}
	if params := pair.items[0]; AsList(params) == nil && AsTuple(params) == nil && !t.standsForParameters(params) {
		text, err := t.Repr(params)
		if err != nil {
			return Value{}, err
		}
		return Value{}, t.TypeErrorf("Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got %s", text)
	}
	g := &GenericAlias{Hdr: Hdr{&GenericAliasType}, origin: a[0], args: flattened(pair.items), callable: true}
	return obj(g), nil
}

// standsForParameters says whether v may stand for all the parameters of a Callable.
// The classes of typing are known by their names, as CPython knows them here.
func (t *Thread) standsForParameters(v Value) bool {
	if v == Ellipsis || v.Type().Name == "ParamSpec" {
		return true
	}
	if v.Type().Name != "_GenericAlias" {
		return false
	}
	name, _, _ := t.LookupAttr(v, names.name)
	s := AsStr(name)
	return s != nil && s.s == "Concatenate"
}

// flattened is the arguments of a Callable with those of a list, which comes first,
// among them.
func flattened(args []Value) []Value {
	var first []Value
	if l := AsList(args[0]); l != nil {
		first = l.items
	} else if tuple := AsTuple(args[0]); tuple != nil {
		first = tuple.items
	} else {
		return args
	}
	return append(slices.Clone(first), args[1:]...)
}

// unionGetItem puts types in for the type variables of a union.
func unionGetItem(t *Thread, v, key Value) (Value, error) {
	args, err := t.substitute(v, (*Union)(v.p).args, key)
	if err != nil {
		return Value{}, err
	}
	u := args[0]
	for _, arg := range args[1:] {
		if u, err = t.Binary(compiler.Or, u, arg, false); err != nil {
			return Value{}, err
		}
	}
	return u, nil
}

// classGetItemAlias is __class_getitem__ of a builtin generic class: list[int].
func classGetItemAlias(t *Thread, a []Value) (Value, error) { return newGenericAlias(a[0], a[1]), nil }

// classGetItem is c[key] for a class whose metaclass says nothing of it.
func (t *Thread) classGetItem(c *Type, key Value) (Value, error) {
	f, ok, err := t.findTypeAttr(c, names.classGetItem)
	if err != nil {
		return Value{}, err
	}
	if ok {
		return t.Call(f, key)
	}
	if c == &TypeType {
		return newGenericAlias(obj(c), key), nil
	}
	return Value{}, t.TypeErrorf("type '%s' is not subscriptable", c.Name)
}

// typeRepr is how a class or another annotation is written inside one.
func (t *Thread) typeName(v Value) (string, error) {
	switch {
	case v == Ellipsis:
		return "...", nil
	case v.IsNone():
		return "None", nil
	}
	if c := AsType(v); c != nil {
		return c.fullName(), nil
	}
	switch v.Type() {
	case &FunctionType, &BuiltinType, &MethodType, &builtinMethodType:
		return t.functionName(v)
	}
	return t.Repr(v)
}

// functionName is the module and the qualified name of a function, its repr if it has
// no module.
func (t *Thread) functionName(v Value) (string, error) {
	module, _, err := t.LookupAttr(v, names.module)
	if err != nil {
		return "", err
	}
	name, _, err := t.LookupAttr(v, names.qualname)
	if err != nil {
		return "", err
	}
	switch m, n := AsStr(module), AsStr(name); {
	case m == nil || n == nil:
		return t.Repr(v)
	case m.s == "builtins":
		return n.s, nil
	default:
		return m.s + "." + n.s, nil
	}
}

func (t *Thread) joinTypes(list []Value, sep string) (string, error) {
	return joinBy(list, sep, t.typeArgument)
}

// typeArgument is how an argument of an alias is shown: a list, as Callable takes one,
// by its items.
func (t *Thread) typeArgument(v Value) (string, error) {
	l := AsList(v)
	if l == nil {
		return t.typeName(v)
	}
	s, err := joinBy(l.items, ", ", t.typeName)
	return "[" + s + "]", err
}

func joinBy(list []Value, sep string, name func(Value) (string, error)) (string, error) {
	parts := make([]string, len(list))
	for i, v := range list {
		var err error
		if parts[i], err = name(v); err != nil {
			return "", err
		}
	}
	return strings.Join(parts, sep), nil
}

func aliasRepr(t *Thread, v Value) (string, error) {
	g := (*GenericAlias)(v.p)
	origin, err := t.typeName(g.origin)
	if err != nil {
		return "", err
	}
	args, err := t.joinTypes(g.args, ", ")
	if len(g.args) == 0 {
		args = "()"
	}
	if n := len(g.args) - 1; g.callable && err == nil && (n != 1 || !t.standsForParameters(g.args[0])) {
		var params, result string
		params, err = joinBy(g.args[:n], ", ", t.typeName)
		if err == nil {
			result, err = t.typeName(g.args[n])
		}
		args = "[" + params + "], " + result
	}
	if g.star {
		origin = "*" + origin
	}
	return origin + "[" + args + "]", err
}

func aliasGetAttr(t *Thread, v Value, name *Str) (Value, error) {
	if x, ok, err := t.findAttr(v, name); err != nil || ok && name.s != "__class__" && name.s != "__doc__" {
		return x, err
	}
	return t.GetAttr((*GenericAlias)(v.p).origin, name)
}

func compareAliases(t *Thread, op compiler.CompareOp, a, b Value) (Value, error) {
	x, y := exact[GenericAlias](a, &GenericAliasType), exact[GenericAlias](b, &GenericAliasType)
	if x == nil || y == nil || op > compiler.Ne {
		return NotImplemented, nil
	}
	eq, err := t.Equal(x.origin, y.origin)
	eq = eq && x.star == y.star
	if err == nil && eq {
		eq, err = t.Equal(NewTuple(x.args), NewTuple(y.args))
	}
	return Bool(eq == (op == compiler.Eq)), err
}

// newUnion is a | b; NotImplemented if one is nothing that a union may hold.
func (t *Thread) newUnion(a, b Value) (Value, error) {
	u := &Union{Hdr: Hdr{&UnionType}}
	for _, v := range []Value{a, b} {
		list := []Value{v}
		switch {
		case v.IsNone():
			list[0] = obj(&NoneType)
		case AsType(v) != nil || exact[GenericAlias](v, &GenericAliasType) != nil:
		case exact[Union](v, &UnionType) != nil:
			list = (*Union)(v.p).args
		default:
			return NotImplemented, nil
		}
		if len(u.args) == 0 && len(list) > 1 {
			u.args = append(u.args, list...)
			continue
		}
		for _, x := range list {
			if seen, err := t.among(u.args, x); err != nil || seen {
				if err != nil {
					return Value{}, err
				}
				continue
			}
			u.args = append(u.args, x)
		}
	}
	if len(u.args) == 1 {
		return u.args[0], nil
	}
	return obj(u), nil
}

// among says whether the list holds something equal to v.
func (t *Thread) among(list []Value, v Value) (bool, error) {
	for _, x := range list {
		if eq, err := t.Equal(x, v); err != nil || eq {
			return eq, err
		}
	}
	return false, nil
}

func compareUnions(t *Thread, op compiler.CompareOp, a, b Value) (Value, error) {
	x, y := exact[Union](a, &UnionType), exact[Union](b, &UnionType)
	if x == nil || y == nil || op > compiler.Ne {
		return NotImplemented, nil
	}
	eq := len(x.args) == len(y.args)
	for _, v := range x.args {
		if !eq {
			break
		}
		var err error
		if eq, err = t.among(y.args, v); err != nil {
			return Value{}, err
		}
	}
	return Bool(eq == (op == compiler.Eq)), nil
}
