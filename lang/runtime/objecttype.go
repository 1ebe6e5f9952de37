package runtime

import (
	"fmt"
	"sort"

	"github.com/coro-lang/coro/lang/compiler"
)

// object, and the singletons' types.

var objectSpec = Spec{
	Name:   "object",
	Doc:    "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n",
	Layout: true,
	Slots: Slots{
		New:  newObject,
		Repr: objectRepr,
		Hash: objectHash,
	},
	Methods: []Method{
		{Name: "__class__", Kind: Getter, Fn: objectClass, Set: setObjectClass},
		{Name: "__dir__", Fn: objectDir},
		{Name: "__format__", Sig: "format_spec, /", Fn: objectFormat},
		{Name: "__getstate__", Fn: objectGetState},
		{Name: "__init_subclass__", Kind: ClassMethod, Fn: func(*Thread, []Value) (Value, error) { return None, nil }},
		{Name: "__subclasshook__", Sig: "subclass, /", Kind: ClassMethod, Fn: func(*Thread, []Value) (Value, error) { return NotImplemented, nil }},
	},
}

var missingSpec = Spec{Name: "<unbound>", Final: true, NoNew: true, Layout: true}

func init() {
	Define(&ObjectType, &objectSpec)
	Define(&missingType, &missingSpec)
}

// objectRepr is the default repr: the class and the object's number.
func objectRepr(t *Thread, v Value) (string, error) {
	typ := v.Type()
	return "<" + typ.fullName() + " object" + t.at(v) + ">", nil
}

// at is the part of a default repr that tells the object's number.
func (t *Thread) at(v Value) string { return fmt.Sprintf(" at 0x%x", t.ID(v)) }

// objectGetState is what a copy of v needs beside its class: its __dict__, None if
// that is empty, and in a pair with it, if there are any, the values of its slots.
func objectGetState(t *Thread, a []Value) (Value, error) {
	v := a[0]
	state := InstanceDict(v)
	if d := AsDict(state); d != nil && d.Len() == 0 {
		state = None
	}
	slots := NewDict()
	for _, c := range v.Type().mro {
		if err := t.slotsOf(v, c, slots); err != nil {
			return Value{}, err
		}
	}
	if slots.Len() > 0 {
		state = NewTuple([]Value{state, slots.Value()})
	}
	return state, nil
}

// slotsOf puts into slots what v has under the names of c's __slots__, whatever stands
// there by now.
func (t *Thread) slotsOf(v Value, c *Type, slots *Dict) error {
	if c.dict == nil {
		return nil
	}
	names, ok := c.dict.GetStr("__slots__")
	if !ok {
		return nil
	}
	if AsStr(names) != nil {
		names = NewTuple([]Value{names})
	}
	return t.Each(names, func(x Value) error {
		s := AsStr(x)
		if s == nil || s.s == "__dict__" || s.s == "__weakref__" {
			return nil
		}
		name := t.VM.Intern(mangle(c.Name, s.s))
		val, err := t.GetAttr(v, name)
		switch {
		case err == nil:
			slots.setStr(name, val)
		case !Is(err, &AttributeErrorType):
			return err
		}
		return nil
	})
}

// fullName is the class's name with its module, which builtins go without.
func (typ *Type) fullName() string {
	if typ.Module == "builtins" || typ.Module == "" {
		return typ.Qualname
	}
	return typ.Module + "." + typ.Qualname
}

// qualifiedName is fullName as C code gives it with %T: classes of the program itself
// have no module before them.
func (typ *Type) qualifiedName() string {
	if typ.Module == "__main__" {
		return typ.Qualname
	}
	return typ.fullName()
}

// objectHash is the hash of identity. It may differ from run to run: sets and
// dicts keep insertion order, so nothing shows it (hash() itself answers the
// object's number).
func objectHash(t *Thread, v Value) (uint64, error) {
	return hashWord(uint64(v.addr()) ^ uint64(v.n)), nil
}

func hashWord(x uint64) uint64 {
	x ^= x >> 29
	x *= 0xbf58476d1ce4e5b9
	return x ^ x>>32
}

// ID is id(v): objects are counted from 1 in order of first use. Values that are
// no objects are told apart by a number of their own.
func (t *Thread) ID(v Value) int64 {
	id, ok := t.VM.ids[v]
	if !ok {
		id = t.VM.IDs + int64(len(t.VM.ids)+1)
		if t.VM.ids == nil {
			t.VM.ids = map[Value]int64{}
		}
		t.VM.ids[v] = id
	}
	return id
}

// addObjectMethods adds the special methods of object that no slot stands
// behind: what happens without a slot.
func addObjectMethods() {
	for op := compiler.Eq; op <= compiler.Ge; op++ {
		ObjectType.addSlotMethod(&Method{Name: dunderNames[dunderEq+dunder(op)].s, Sig: "value, /", slot: true,
			Fn: func(t *Thread, a []Value) (Value, error) { return objectCompare(t, op, a[0], a[1]) }})
	}
	for _, row := range []*Method{
		{Name: "__str__", Fn: func(t *Thread, a []Value) (Value, error) {
			s, err := t.Repr(a[0])
			return NewStr(s), err
		}},
		{Name: "__getattribute__", Sig: "name, /", Fn: func(t *Thread, a []Value) (Value, error) {
			name, err := t.attrName(a[1])
			if err != nil {
				return Value{}, err
			}
			return t.GenericGetAttr(a[0], name)
		}},
		{Name: "__setattr__", Sig: "name, value, /", Fn: func(t *Thread, a []Value) (Value, error) {
			return t.objectSetAttr("__setattr__", a[0], a[1], a[2])
		}},
		{Name: "__delattr__", Sig: "name, /", Fn: func(t *Thread, a []Value) (Value, error) {
			return t.objectSetAttr("__delattr__", a[0], a[1], Missing)
		}},
		{Name: "__init__", raw: func(t *Thread, args []Value, kwnames []*Str) (Value, error) {
			return None, initObject(t, args[0], args[1:], kwnames)
		}},
	} {
		row.slot = true
		ObjectType.addSlotMethod(row)
	}
}

func (t *Thread) objectSetAttr(method string, v, name, val Value) (Value, error) {
	s, err := t.attrName(name)
	if err != nil {
		return Value{}, err
	}
	if As[Type](v, &TypeType) != nil {
		return Value{}, t.TypeErrorf("can't apply this %s to type object", method)
	}
	return None, t.GenericSetAttr(v, s, val)
}

func objectClass(t *Thread, args []Value) (Value, error) { return obj(args[0].class()), nil }

// setObjectClass assigns __class__: instances of program classes may change to
// another one whose instances look alike.
func setObjectClass(t *Thread, self, val Value) error {
	if val.IsMissing() {
		return t.TypeErrorf("can't delete __class__ attribute")
	}
	to, from := As[Type](val, &TypeType), self.Type()
	if to == nil {
		return t.TypeErrorf("__class__ must be set to a class, not '%s' object", val.Type().Name)
	}
	if to.flags&from.flags&flagHeap == 0 {
		return t.TypeErrorf("__class__ assignment only supported for mutable types or ModuleType subclasses")
	}
	if to.layout != from.layout || (to.flags^from.flags)&flagHasAttrs != 0 {
		return t.TypeErrorf("__class__ assignment: '%s' object layout differs from '%s'", to.Name, from.Name)
	}
	(*Hdr)(self.p).typ = to
	return nil
}

func objectFormat(t *Thread, args []Value) (Value, error) {
	spec, err := t.StrArg("__format__", args[1])
	if err != nil {
		return Value{}, err
	}
	if spec != "" {
		return Value{}, t.TypeErrorf("unsupported format string passed to %s.__format__", args[0].Type().Name)
	}
	return t.strValue(args[0])
}

func objectDir(t *Thread, args []Value) (Value, error) {
	found := map[string]bool{}
	if a := attrsOf(args[0], false); a != nil {
		a.each(func(name *Str, _ Value) { found[name.s] = true })
	}
	args[0].Type().eachName(found)
	return sortedNames(found), nil
}

// sortedNames is a list of the names in order.
func sortedNames(found map[string]bool) Value {
	var list []string
	for name := range found {
		list = append(list, name)
	}
	sort.Strings(list)
	items := make([]Value, len(list))
	for i, name := range list {
		items[i] = NewStr(name)
	}
	return NewList(items)
}

// eachName puts the names of the class's attributes, inherited ones included,
// into found.
func (typ *Type) eachName(found map[string]bool) {
	for _, c := range typ.mro {
		if c.dict == nil {
			c.builtinMember("")
			for name := range c.members {
				found[name] = true
			}
			continue
		}
		c.dict.Each(func(k, _ Value, _ uint64) bool {
			if s := AsStr(k); s != nil {
				found[s.s] = true
			}
			return true
		})
	}
}
