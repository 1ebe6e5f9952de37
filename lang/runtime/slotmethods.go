package runtime

import (
	"slices"
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
)

// The special methods of builtin types (int.__add__, [].__len__), made from
// their slots: they call the slot of the type that they belong to, so a class's
// super().__len__() is its builtin base's.

// slotMethod is a row of the table: what a special method does with the slots of
// the type that defines it.
type slotMethod struct {
	d    dunder
	sig  string
	has  func(s *Slots) bool
	call func(t *Thread, s *Slots, args []Value) (Value, error)
}

var slotMethods []slotMethod

func init() {
	add := func(d dunder, sig string, has func(*Slots) bool, call func(*Thread, *Slots, []Value) (Value, error)) {
		slotMethods = append(slotMethods, slotMethod{d, sig, has, call})
	}
	add(dunderRepr, "", func(s *Slots) bool { return s.Repr != nil }, func(t *Thread, s *Slots, a []Value) (Value, error) {
		r, err := s.Repr(t, a[0])
		return NewStr(r), err
	})
	add(dunderStr, "", func(s *Slots) bool { return s.Str != nil }, func(t *Thread, s *Slots, a []Value) (Value, error) {
		r, err := s.Str(t, a[0])
		return strAs(a[0], r), err
	})
	add(dunderHash, "", func(s *Slots) bool { return s.Hash != nil }, func(t *Thread, s *Slots, a []Value) (Value, error) {
		h, err := s.Hash(t, a[0])
		return Int(int64(h)), err
	})
	add(dunderFormat, "format_spec, /", func(s *Slots) bool { return s.Format != nil }, func(t *Thread, s *Slots, a []Value) (Value, error) {
		spec, err := t.StrArg("__format__", a[1])
		if err != nil {
			return Value{}, err
		}
		r, err := s.Format(t, a[0], spec)
		return strAs(a[0], r), err
	})
	add(dunderBool, "", func(s *Slots) bool { return s.Bool != nil }, func(t *Thread, s *Slots, a []Value) (Value, error) {
		b, err := s.Bool(t, a[0])
		return Bool(b), err
	})
	add(dunderLen, "", func(s *Slots) bool { return s.Len != nil }, func(t *Thread, s *Slots, a []Value) (Value, error) {
		n, err := s.Len(t, a[0])
		return Int(int64(n)), err
	})
	for op := compiler.Eq; op <= compiler.Ge; op++ {
		add(dunderEq+dunder(op), "value, /", func(s *Slots) bool { return s.Compare != nil },
			func(t *Thread, s *Slots, a []Value) (Value, error) { return s.Compare(t, op, a[0], a[1]) })
	}
	for op := compiler.Add; op <= compiler.Xor; op++ {
		sig := "value, /"
		if op == compiler.Pow {
			sig = "value, mod=None, /"
		}
		binary := func(t *Thread, s *Slots, x, y, self Value, rest []Value) (Value, error) {
			if len(rest) > 0 && !rest[0].Or(None).IsNone() {
				return t.powSlot(self, x, y, rest[0])
			}
			return s.Binary(t, op, x, y)
		}
		add(dunderAdd+dunder(op), sig, func(s *Slots) bool { return s.Binary != nil },
			func(t *Thread, s *Slots, a []Value) (Value, error) {
				v, err := binary(t, s, a[0], a[1], a[0], a[2:])
				return t.sequenceResult(op, a[0], a[1], v, err)
			})
		add(dunderRAdd+dunder(op), sig, func(s *Slots) bool { return s.Binary != nil },
			func(t *Thread, s *Slots, a []Value) (Value, error) {
				v, err := binary(t, s, a[1], a[0], a[0], a[2:])
				return t.sequenceResult(op, a[0], a[1], v, err)
			})
		add(dunderIAdd+dunder(op), "value, /", func(s *Slots) bool { return s.InPlace != nil },
			func(t *Thread, s *Slots, a []Value) (Value, error) {
				v, err := s.InPlace(t, op, a[0], a[1])
				return t.sequenceResult(op, a[0], a[1], v, err)
			})
	}
	for op := Neg; op <= Invert; op++ {
		add(dunderNeg+dunder(op), "", func(s *Slots) bool { return s.Unary != nil },
			func(t *Thread, s *Slots, a []Value) (Value, error) { return s.Unary(t, op, a[0]) })
	}
	add(dunderGetItem, "key, /", func(s *Slots) bool { return s.GetItem != nil },
		func(t *Thread, s *Slots, a []Value) (Value, error) {
			key, err := t.keyByName(a[0], a[1])
			if err != nil {
				return Value{}, err
			}
			return s.GetItem(t, a[0], key)
		})
	add(dunderSetItem, "key, value, /", func(s *Slots) bool { return s.SetItem != nil },
		func(t *Thread, s *Slots, a []Value) (Value, error) {
			key, err := t.keyByName(a[0], a[1])
			if err != nil {
				return Value{}, err
			}
			return None, s.SetItem(t, a[0], key, a[2])
		})
	add(dunderDelItem, "key, /", func(s *Slots) bool { return s.DelItem != nil },
		func(t *Thread, s *Slots, a []Value) (Value, error) {
			key, err := t.keyByName(a[0], a[1])
			if err != nil {
				return Value{}, err
			}
			return None, s.DelItem(t, a[0], key)
		})
	add(dunderContains, "key, /", func(s *Slots) bool { return s.Contains != nil },
		func(t *Thread, s *Slots, a []Value) (Value, error) {
			in, err := s.Contains(t, a[0], a[1])
			return Bool(in), err
		})
	add(dunderIter, "", func(s *Slots) bool { return s.Iter != nil },
		func(t *Thread, s *Slots, a []Value) (Value, error) { return s.Iter(t, a[0]) })
	add(dunderNext, "", func(s *Slots) bool { return s.Next != nil }, func(t *Thread, s *Slots, a []Value) (Value, error) {
		v, ok, err := s.Next(t, a[0])
		if err == nil && !ok {
			return Value{}, t.NewException(&StopIterationType)
		}
		return v, err
	})
	add(dunderGetAttribute, "name, /", func(s *Slots) bool { return s.GetAttr != nil },
		func(t *Thread, s *Slots, a []Value) (Value, error) {
			name, err := t.attrName(a[1])
			if err != nil {
				return Value{}, err
			}
			return s.GetAttr(t, a[0], name)
		})
	add(dunderSetAttr, "name, value, /", func(s *Slots) bool { return s.SetAttr != nil },
		func(t *Thread, s *Slots, a []Value) (Value, error) {
			name, err := t.attrName(a[1])
			if err != nil {
				return Value{}, err
			}
			return None, s.SetAttr(t, a[0], name, a[2])
		})
	add(dunderDelAttr, "name, /", func(s *Slots) bool { return s.SetAttr != nil },
		func(t *Thread, s *Slots, a []Value) (Value, error) {
			name, err := t.attrName(a[1])
			if err != nil {
				return Value{}, err
			}
			return None, s.SetAttr(t, a[0], name, Missing)
		})
	add(dunderGet, "instance, owner=None, /", func(s *Slots) bool { return s.DescrGet != nil },
		func(t *Thread, s *Slots, a []Value) (Value, error) {
			inst, owner := a[1], As[Type](a[2].Or(None), &TypeType)
			if inst.IsNone() {
				if err := t.checkDescriptorCall(a[1], a[2].Or(None)); err != nil {
					return Value{}, err
				}
				inst = Missing
			}
			if owner == nil {
				owner = a[1].Type()
			}
			return s.DescrGet(t, a[0], inst, owner)
		})
	add(dunderSet, "instance, value, /", func(s *Slots) bool { return s.DescrSet != nil },
		func(t *Thread, s *Slots, a []Value) (Value, error) { return None, s.DescrSet(t, a[0], a[1], a[2]) })
	add(dunderDelete, "instance, /", func(s *Slots) bool { return s.DescrSet != nil },
		func(t *Thread, s *Slots, a []Value) (Value, error) { return None, s.DescrSet(t, a[0], a[1], Missing) })
}

// keyByName is the key that v.__getitem__ and its kin are called with. Types whose
// items have a position only, which CPython keeps in a machine integer, want an int.
func (t *Thread) keyByName(v, key Value) (Value, error) {
	if v.Type().layout.flags&flagPositions == 0 {
		return key, nil
	}
	return t.indexSized(key, &OverflowErrorType)
}

// sequenceResult is what a sequence's __add__ or __mul__ with other gives: these do
// not leave it to the other operand, but raise.
func (t *Thread) sequenceResult(op compiler.BinaryOp, self, other, v Value, err error) (Value, error) {
	if err != nil || !v.IsNotImplemented() || !isRepeatable(self) {
		return v, err
	}
	switch op {
	case compiler.Add:
		return Value{}, t.concatError(self, other)
	case compiler.Mul:
		return Value{}, t.TypeErrorf("'%s' object cannot be interpreted as an integer", other.Type().Name)
	}
	return v, nil
}

// powSlot is x.__pow__(y, m) or y.__rpow__(x, m) of numbers, self being x or y.
func (t *Thread) powSlot(self, x, y, m Value) (Value, error) {
	switch {
	case self.Type().layout == &FloatType:
		return Value{}, t.TypeErrorf("pow() 3rd argument not allowed unless all arguments are integers")
	case isInt(x) && isInt(y) && isInt(m):
		return t.powMod(BigOf(x), BigOf(y), BigOf(m))
	}
	return NotImplemented, nil
}

// isWrapper says whether a special method of a builtin type is in CPython the
// wrapper of a slot, which words its errors in its own way, and not a method.
func isWrapper(typ *Type, row *Method) bool {
	switch row.Name {
	case "__abs__", "__divmod__", "__float__", "__index__", "__int__", "__rdivmod__":
		return true
	case "__format__":
		return false
	case "__getitem__":
		return row.slot && typ != &ListType && typ != &DictType
	case "__contains__":
		return row.slot && typ != &DictType && typ != &SetType && typ != &FrozenSetType
	}
	return row.slot
}

// addSlotMethods adds the special methods that the builtin type's own slots
// give it.
func addSlotMethods(typ *Type) {
	slots := &typ.Slots
	for i := range slotMethods {
		m := &slotMethods[i]
		if !m.has(typ.defined) || !hasOperator(typ, m.d) {
			continue
		}
		typ.addSlotMethod(&Method{Name: dunderNames[m.d].s, Sig: m.sig, slot: true, Fn: func(t *Thread, args []Value) (Value, error) {
			return m.call(t, slots, args)
		}})
	}
	for _, name := range strings.Fields(restated[typ]) {
		if v, ok := ObjectType.builtinMember(name); ok {
			typ.addSlotMethod((*Builtin)(v.p).row)
		}
	}
	if typ.defined.Compare != nil && typ.Hash == nil {
		typ.members["__hash__"] = None
	}
	if typ.defined.Call != nil {
		typ.addSlotMethod(&Method{Name: "__call__", slot: true, raw: func(t *Thread, args []Value, kwnames []*Str) (Value, error) {
			return slots.Call(t, args[0], args[1:], kwnames)
		}})
	}
	if typ.defined.Initialize != nil || typ.refill != nil && typ.defined.New != nil {
		typ.addSlotMethod(&Method{Name: "__init__", slot: true, raw: func(t *Thread, args []Value, kwnames []*Str) (Value, error) {
			return None, t.initBuiltin(typ, args[0], args[1:], kwnames)
		}})
	}
	if typ.defined.New != nil {
		b := &Builtin{Hdr: Hdr{&BuiltinType}, owner: typ, name: typ.Qualname + ".__new__", row: &Method{Name: "__new__", Kind: StaticMethod, slot: true}}
		b.row.raw = func(t *Thread, args []Value, kwnames []*Str) (Value, error) {
			return t.newByName(typ, args, kwnames)
		}
		typ.members["__new__"] = obj(b)
	}
	if typ == &ObjectType {
		addObjectMethods()
	}
	if _, ok := typ.members["__doc__"]; !ok {
		typ.members["__doc__"] = None
		if typ.Doc != "" {
			typ.members["__doc__"] = NewStr(typ.Doc)
		}
	}
}

func (typ *Type) addSlotMethod(row *Method) {
	if _, ok := typ.members[row.Name]; !ok {
		typ.members[row.Name] = newMember(typ, row)
	}
}

// newByName is typ.__new__(cls, …), typ being a builtin type.
func (t *Thread) newByName(typ *Type, args []Value, kwnames []*Str) (Value, error) {
	if len(args) == len(kwnames) {
		return Value{}, t.TypeErrorf("%s.__new__(): not enough arguments", typ.Name)
	}
	cls := As[Type](args[0], &TypeType)
	switch {
	case cls == nil:
		return Value{}, t.TypeErrorf("%s.__new__(X): X is not a type object (%s)", typ.Name, args[0].Type().Name)
	case !cls.IsSubclass(typ):
		return Value{}, t.TypeErrorf("%s.__new__(%s): %s is not a subtype of %s", typ.Name, cls.Name, cls.Name, typ.Name)
	case cls.layout != typ.layout:
		return Value{}, t.TypeErrorf("%s.__new__(%s) is not safe, use %s.__new__()", typ.Name, cls.Name, cls.layout.Name)
	}
	return t.newBuiltin(typ, cls, args[1:], kwnames)
}

// restated are the special methods that a builtin type has of its own although they do
// what object's do.
var restated = map[*Type]string{
	&NoneType:    "__lt__ __le__ __eq__ __ne__ __gt__ __ge__",
	&BuiltinType: "__lt__ __le__ __eq__ __ne__ __gt__ __ge__",

	&IntType: ownGetAttr, &BytesType: ownGetAttr,
	&ListType: ownGetAttr, &TupleType: ownGetAttr, &DictType: ownGetAttr, &SetType: ownGetAttr,
	&RangeType: ownGetAttr, &SliceType: ownGetAttr, &PropertyType: ownGetAttr, &BaseExceptionType: ownGetAttr,
	&enumerateType: ownGetAttr, &zipType: ownGetAttr, &mapType: ownGetAttr, &filterType: ownGetAttr, &reversedType: ownGetAttr,
}

// ownGetAttr matters to classes with several bases: of those the first one's counts.
const ownGetAttr = "__getattribute__"

// numeric are the operators of numbers: all but @.
const numeric = "add sub mul truediv floordiv mod pow lshift rshift and or xor"

// operators are the binary operators that a builtin type with a Binary slot
// has; a type that is not listed has all.
var operators = map[*Type]string{
	&IntType: numeric, &BoolType: "and or xor", &FloatType: "add sub mul truediv floordiv mod pow",
	&StrType: "add mul mod", &BytesType: "add mul mod", &ListType: "add mul", &TupleType: "add mul",
	&DictType: "or", &SetType: "sub and or xor", &FrozenSetType: "sub and or xor", &TypeType: "or",
	&UnionType: "or", &GenericAliasType: "or", &MappingProxyType: "or",
}

// hasOperator says whether the builtin type has the special method d, as far as
// d is an operator.
func hasOperator(typ *Type, d dunder) bool {
	if d < dunderAdd || d >= dunderNeg {
		return !(typ == &FloatType && d == dunderNeg+dunder(Invert) || typ == &BoolType && (d == dunderNeg+dunder(Neg) || d == dunderNeg+dunder(Pos)) || (typ == &StrType || typ == &EllipsisType) && d == dunderBool)
	}
	op := (d - dunderAdd) % numBinary
	list, ok := operators[typ]
	if typ.operators != "" {
		list, ok = typ.operators, true
	}
	if typ.flags&flagRepeats != 0 && d == dunderRAdd {
		return false
	}
	return !ok || hasWord(list, binaryNames[op])
}

func hasWord(list, word string) bool { return slices.Contains(strings.Fields(list), word) }
