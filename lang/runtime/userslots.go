package runtime

import "github.com/coro-lang/coro/lang/compiler"

// The slots of classes whose special methods a program defines: each calls the
// method and checks its result as CPython does.

// callBound calls the class attribute m as a method of self.
func (t *Thread) callBound(m, self Value, args []Value, kwnames []*Str) (Value, error) {
	switch m.Type() {
	case &FunctionType, &MethodDescriptorType:
		if len(kwnames) == 0 {
			return t.callMethod(m, self, args...)
		}
		return t.CallKw(m, append([]Value{self}, args...), kwnames)
	}
	f, err := t.bindSpecial(m, self)
	if err != nil {
		return Value{}, err
	}
	return t.CallKw(f, args, kwnames)
}

// bindSpecial is the class attribute m seen through the instance self.
func (t *Thread) bindSpecial(m, self Value) (Value, error) {
	if get := m.Type().DescrGet; get != nil {
		return get(t, m, self, self.Type())
	}
	return m, nil
}

// special calls the special method d of v.
func (t *Thread) special(d dunder, v Value, args ...Value) (Value, error) {
	return t.callBound(v.Type().special[d], v, args, nil)
}

// LookupSpecial finds a method that the language calls by itself: on the type
// of v, never on v.
func (t *Thread) LookupSpecial(v Value, name *Str) (Value, bool) {
	return v.Type().Lookup(name)
}

// CallSpecial calls v's special method name; ok is false if its type has none.
func (t *Thread) CallSpecial(v Value, name *Str, args ...Value) (r Value, ok bool, err error) {
	m, ok := v.Type().Lookup(name)
	if !ok {
		return Value{}, false, nil
	}
	r, err = t.callBound(m, v, args, nil)
	return r, true, err
}

// dunderIndex is v.__index__(); ok is false if v's type has none.
func (t *Thread) dunderIndex(v Value) (Value, bool, error) {
	r, ok, err := t.CallSpecial(v, strIndex)
	if err != nil || !ok {
		return Value{}, false, err
	}
	if !isInt(r) {
		return Value{}, false, t.TypeErrorf("__index__ returned non-int (type %s)", r.Type().Name)
	}
	return intOf(r), true, t.warnDerived(r, &IntType, "__index__")
}

var strIndex = NewStrObj("__index__")

func userRepr(t *Thread, v Value) (string, error) { return t.stringSpecial(dunderRepr, v, "__repr__") }

func userStr(t *Thread, v Value) (string, error) { return t.stringSpecial(dunderStr, v, "__str__") }

// stringSpecial is the str that v's special method d gives; shown is its name for the
// error if it gives something else.
func (t *Thread) stringSpecial(d dunder, v Value, shown string) (string, error) {
	r, err := t.textSpecial(d, v, shown)
	if err != nil {
		return "", err
	}
	return AsStr(r).s, nil
}

// textSpecial is stringSpecial as it was given: it may be of a subclass of str.
func (t *Thread) textSpecial(d dunder, v Value, shown string) (Value, error) {
	r, err := t.special(d, v)
	if err == nil && AsStr(r) == nil {
		err = t.TypeErrorf("%s returned non-string (type %s)", shown, r.Type().Name)
	}
	return r, err
}

// writes says whether the special method d of the class is a program's own.
func (typ *Type) writes(d dunder) bool {
	return typ.flags&flagHeap != 0 && !typ.special[d].IsMissing() && slotOwnerAs(d, typ.special[d]) == nil
}

func userFormat(t *Thread, v Value, spec string) (string, error) {
	r, err := t.formatSpecial(v, spec)
	if err != nil {
		return "", err
	}
	return AsStr(r).s, nil
}

// formatSpecial is what v's __format__ gives: a str, maybe of a subclass.
func (t *Thread) formatSpecial(v Value, spec string) (Value, error) {
	r, err := t.special(dunderFormat, v, NewStr(spec))
	if err == nil && AsStr(r) == nil {
		err = t.TypeErrorf("__format__ must return a str, not %s", r.Type().Name)
	}
	return r, err
}

func userHash(t *Thread, v Value) (uint64, error) {
	r, err := t.special(dunderHash, v)
	if err != nil {
		return 0, err
	}
	if !isInt(r) {
		return 0, t.TypeErrorf("__hash__ method should return an integer")
	}
	if n := intOf(r); n.p == nil {
		if n.n == -1 {
			return ^uint64(1), nil
		}
		return uint64(n.n), nil
	}
	return t.Hash(intOf(r))
}

func userBool(t *Thread, v Value) (bool, error) {
	r, err := t.special(dunderBool, v)
	if err != nil {
		return false, err
	}
	if !r.IsBool() {
		return false, t.TypeErrorf("__bool__ should return bool, returned %s", r.Type().Name)
	}
	return r == True, nil
}

func userLen(t *Thread, v Value) (int, error) {
	r, err := t.special(dunderLen, v)
	if err != nil {
		return 0, err
	}
	n, ok, err := t.Index(r)
	if err != nil {
		return 0, err
	}
	if !ok {
		return 0, t.TypeErrorf("'%s' object cannot be interpreted as an integer", r.Type().Name)
	}
	negative, err := t.CompareBool(compiler.Lt, n, Int(0))
	if err != nil {
		return 0, err
	}
	if negative {
		return 0, t.ValueErrorf("__len__() should return >= 0")
	}
	if n.p != nil {
		return 0, t.OverflowErrorf("cannot fit 'int' into an index-sized integer")
	}
	return int(n.n), nil
}

func userCompare(t *Thread, op compiler.CompareOp, a, b Value) (Value, error) {
	m := a.Type().special[dunderEq+dunder(op)]
	if slotOwner(m) == &ObjectType {
		return objectCompare(t, op, a, b)
	}
	if m.IsMissing() {
		return NotImplemented, nil
	}
	return t.callBound(m, a, []Value{b}, nil)
}

// objectCompare is what object itself answers: only identity is equal, and !=
// is the opposite of what == says.
func objectCompare(t *Thread, op compiler.CompareOp, a, b Value) (Value, error) {
	switch op {
	case compiler.Eq:
		if a.Is(b) {
			return True, nil
		}
	case compiler.Ne:
		compare := a.Type().Compare
		if compare == nil {
			compare = objectCompare
		}
		v, err := compare(t, compiler.Eq, a, b)
		if err != nil || v.IsNotImplemented() {
			return v, err
		}
		eq, err := t.Truth(v)
		return Bool(!eq), err
	}
	return NotImplemented, nil
}

// userBinary answers for the left operand if its type defines the operators,
// else for the right one.
func userBinary(t *Thread, op compiler.BinaryOp, a, b Value) (Value, error) {
	return t.binarySide(op, a, b, !a.Type().definesBinary())
}

// definesBinary says whether the type's binary operators are methods of a
// program.
func (typ *Type) definesBinary() bool { return typ.flags&flagBinary != 0 }

// binarySide asks one operand's type for a op b: the right one's if reflected.
func (t *Thread) binarySide(op compiler.BinaryOp, a, b Value, reflected bool) (Value, error) {
	typ, d := a.Type(), dunderAdd+dunder(op)
	if reflected {
		typ, d = b.Type(), dunderRAdd+dunder(op)
	}
	if !typ.definesBinary() {
		if typ.Binary == nil {
			return NotImplemented, nil
		}
		return typ.Binary(t, op, a, b)
	}
	m := typ.special[d]
	if m.IsMissing() {
		return NotImplemented, nil
	}
	if owner := slotOwnerAs(d, m); owner != nil && owner.Binary != nil {
		return owner.Binary(t, op, a, b)
	}
	if reflected {
		a, b = b, a
	}
	return t.callBound(m, a, []Value{b}, nil)
}

// overridesReflected says whether typ, a subclass of base, defines the reflected
// method of op otherwise than base does.
func (typ *Type) overridesReflected(op compiler.BinaryOp, base *Type) bool {
	d := dunderRAdd + dunder(op)
	m := typ.specialMethods()[d]
	return !m.IsMissing() && m != base.specialMethods()[d]
}

func userInPlace(t *Thread, op compiler.BinaryOp, a, b Value) (Value, error) {
	m := a.Type().special[dunderIAdd+dunder(op)]
	if m.IsMissing() {
		return NotImplemented, nil
	}
	if owner := slotOwnerAs(dunderIAdd+dunder(op), m); owner != nil && owner.InPlace != nil {
		return owner.InPlace(t, op, a, b)
	}
	return t.callBound(m, a, []Value{b}, nil)
}

func userUnary(t *Thread, op UnaryOp, v Value) (Value, error) {
	m := v.Type().special[dunderNeg+dunder(op)]
	if m.IsMissing() {
		return Value{}, t.badOperand(op, v)
	}
	return t.callBound(m, v, nil, nil)
}

func userGetItem(t *Thread, v, key Value) (Value, error) { return t.special(dunderGetItem, v, key) }

func userSetItem(t *Thread, v, key, val Value) error {
	_, err := t.special(dunderSetItem, v, key, val)
	return err
}

func userDelItem(t *Thread, v, key Value) error {
	_, err := t.special(dunderDelItem, v, key)
	return err
}

func userContains(t *Thread, v, item Value) (bool, error) {
	if v.Type().special[dunderContains].IsNone() {
		return false, t.TypeErrorf("'%s' object is not a container", v.Type().Name)
	}
	r, err := t.special(dunderContains, v, item)
	if err != nil {
		return false, err
	}
	return t.Truth(r)
}

func userIter(t *Thread, v Value) (Value, error) {
	if v.Type().special[dunderIter].IsNone() {
		return Value{}, t.TypeErrorf("'%s' object is not iterable", v.Type().Name)
	}
	it, err := t.special(dunderIter, v)
	if err == nil && it.Type().Next == nil {
		return Value{}, t.TypeErrorf("iter() returned non-iterator of type '%s'", it.Type().Name)
	}
	return it, err
}

func userNext(t *Thread, v Value) (Value, bool, error) {
	r, err := t.special(dunderNext, v)
	if err == nil {
		return r, true, nil
	}
	if Is(err, &StopIterationType) {
		return Value{}, false, nil
	}
	return Value{}, false, err
}

func userGetAttr(t *Thread, v Value, name *Str) (Value, error) {
	s := v.Type().special
	var r Value
	var err error
	ok := false
	switch owner := slotOwner(s[dunderGetAttribute]); {
	case owner == nil:
		r, err = t.callBound(s[dunderGetAttribute], v, []Value{obj(name)}, nil)
		ok = err == nil
	case owner.GetAttr != nil:
		r, err = owner.GetAttr(t, v, name)
		ok = err == nil
	default:
		// No AttributeError is made for __getattr__ to be thrown away.
		r, ok, err = t.findAttr(v, name)
		if err == nil && !ok && s[dunderGetAttr].IsMissing() {
			err = t.noAttribute(v, name)
		}
	}
	if ok || err != nil && !Is(err, &AttributeErrorType) || s[dunderGetAttr].IsMissing() {
		return r, err
	}
	return t.callBound(s[dunderGetAttr], v, []Value{obj(name)}, nil)
}

func userSetAttr(t *Thread, v Value, name *Str, val Value) error {
	if val.IsMissing() {
		_, err := t.special(dunderDelAttr, v, obj(name))
		return err
	}
	_, err := t.special(dunderSetAttr, v, obj(name), val)
	return err
}

func userCall(t *Thread, v Value, args []Value, kwnames []*Str) (Value, error) {
	return t.callBound(v.Type().special[dunderCall], v, args, kwnames)
}

func userDescrGet(t *Thread, d, inst Value, owner *Type) (Value, error) {
	return t.special(dunderGet, d, inst.Or(None), obj(owner))
}

func userDescrSet(t *Thread, d, inst, val Value) error {
	which, args := dunderSet, []Value{inst, val}
	if val.IsMissing() {
		which, args = dunderDelete, args[:1]
	}
	m := d.Type().special[which]
	if m.IsMissing() {
		return t.Errorf(&AttributeErrorType, "%s", dunderNames[which].s)
	}
	_, err := t.callBound(m, d, args, nil)
	return err
}

func userInit(t *Thread, self Value, args []Value, kwnames []*Str) error {
	return t.callInit(self.Type(), self, args, kwnames)
}
