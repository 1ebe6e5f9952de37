package runtime

import (
	"unsafe"

	"github.com/coro-lang/coro/lang/compiler"
)

// The operators: each asks the operands' slots in Python's order.

var binarySymbols = [...]string{"+", "-", "*", "/", "//", "%", "** or pow()", "@", "<<", ">>", "&", "|", "^"}

// Binary is a op b; in place (a op= b) if inplace.
func (t *Thread) Binary(op compiler.BinaryOp, a, b Value, inplace bool) (Value, error) {
	ta, tb := a.Type(), b.Type()
	if (ta.flags|tb.flags)&flagHeap != 0 && (op == compiler.Add || op == compiler.Mul) && (isRepeatable(a) || isRepeatable(b)) {
		return t.sequenceBinary(op, a, b, inplace)
	}
	if inplace && ta.InPlace != nil {
		v, err := ta.InPlace(t, op, a, b)
		if err != nil || !v.IsNotImplemented() {
			return v, err
		}
	}
	// A subclass on the right that overrides the operation goes first.
	reflectedFirst := ta != tb && tb.Binary != nil && tb.IsSubclass(ta) && tb.overridesReflected(op, ta)
	if reflectedFirst {
		v, err := t.binarySide(op, a, b, true)
		if err != nil || !v.IsNotImplemented() {
			return v, err
		}
	}
	if ta.Binary != nil {
		v, err := t.binarySide(op, a, b, false)
		if err != nil || !v.IsNotImplemented() {
			return v, err
		}
	}
	if tb.Binary != nil && ta != tb && !reflectedFirst {
		v, err := t.binarySide(op, a, b, true)
		if err != nil || !v.IsNotImplemented() {
			return v, err
		}
	}
	return Value{}, t.unsupported(op, a, b, inplace)
}

// unsupported is the error for operands of builtin types without an op between them.
func (t *Thread) unsupported(op compiler.BinaryOp, a, b Value, inplace bool) error {
	switch {
	case op == compiler.Add && isRepeatable(a):
		return t.concatError(a, b)
	case op == compiler.Mul && isRepeatable(a):
		return t.repeatError(b)
	case op == compiler.Mul && isRepeatable(b) && !(inplace && a.Type().Len != nil):
		return t.repeatError(a)
	}
	return t.unsupportedTypes(op, a, b, inplace)
}

func (t *Thread) unsupportedTypes(op compiler.BinaryOp, a, b Value, inplace bool) error {
	sym := binarySymbols[op]
	if inplace {
		if op == compiler.Pow {
			sym = "**"
		}
		sym += "="
	}
	hint := ""
	if f := exact[Builtin](a, &BuiltinType); op == compiler.RShift && !inplace && f != nil && f.name == "print" {
		hint = `. Did you mean "print(<message>, file=<output_stream>)"?`
	}
	return t.TypeErrorf("unsupported operand type(s) for %s: '%s' and '%s'%s", sym, a.Type().Name, b.Type().Name, hint)
}

var unarySymbols = [...]string{"-", "+", "~"}

// Unary is -v, +v or ~v.
func (t *Thread) Unary(op UnaryOp, v Value) (Value, error) {
	if typ := v.Type(); typ.Unary != nil {
		r, err := typ.Unary(t, op, v)
		if err != nil || !r.IsNotImplemented() {
			return r, err
		}
		// Of a program's method it is a result like any other.
		if typ.flags&flagHeap != 0 {
			if m := typ.special[dunderNeg+dunder(op)]; !m.IsMissing() && !isSlotMethod(m) {
				return r, nil
			}
		}
	}
	return Value{}, t.badOperand(op, v)
}

func (t *Thread) badOperand(op UnaryOp, v Value) error {
	return t.TypeErrorf("bad operand type for unary %s: '%s'", unarySymbols[op], v.Type().Name)
}

var compareSymbols = [...]string{"==", "!=", "<", "<=", ">", ">="}

// swapped is the comparison with its operands exchanged.
var swapped = [...]compiler.CompareOp{compiler.Eq, compiler.Ne, compiler.Gt, compiler.Ge, compiler.Lt, compiler.Le}

// Compare is a op b; the result need not be a bool.
func (t *Thread) Compare(op compiler.CompareOp, a, b Value) (Value, error) {
	if err := t.enter(" in comparison"); err != nil {
		return Value{}, err
	}
	defer t.leave()
	ta, tb := a.Type(), b.Type()
	reflectedFirst := ta != tb && tb.Compare != nil && tb.IsSubclass(ta)
	if reflectedFirst {
		v, err := tb.Compare(t, swapped[op], b, a)
		if err != nil || !v.IsNotImplemented() {
			return v, err
		}
	}
	if ta.Compare != nil {
		v, err := ta.Compare(t, op, a, b)
		if err != nil || !v.IsNotImplemented() {
			return v, err
		}
	}
	if tb.Compare != nil && !reflectedFirst {
		v, err := tb.Compare(t, swapped[op], b, a)
		if err != nil || !v.IsNotImplemented() {
			return v, err
		}
	}
	switch op {
	case compiler.Eq:
		return Bool(a.Is(b)), nil
	case compiler.Ne:
		return Bool(!a.Is(b)), nil
	}
	return Value{}, t.TypeErrorf("'%s' not supported between instances of '%s' and '%s'", compareSymbols[op], ta.Name, tb.Name)
}

// CompareBool is the truth of a op b.
func (t *Thread) CompareBool(op compiler.CompareOp, a, b Value) (bool, error) {
	if a.p == nil && b.p == nil {
		switch op {
		case compiler.Lt:
			return a.n < b.n, nil
		case compiler.Gt:
			return a.n > b.n, nil
		case compiler.Eq:
			return a.n == b.n, nil
		}
	}
	if x, y := exact[Str](a, &StrType), exact[Str](b, &StrType); x != nil && y != nil && op <= compiler.Ne {
		return (x.s == y.s) == (op == compiler.Eq), nil
	}
	v, err := t.Compare(op, a, b)
	if err != nil {
		return false, err
	}
	return t.Truth(v)
}

// Equal says whether a is b or a == b: what containers ask.
func (t *Thread) Equal(a, b Value) (bool, error) {
	if a == b {
		return true, nil
	}
	if a.p == nil && b.p == nil {
		return false, nil
	}
	if x, y := exact[Str](a, &StrType), exact[Str](b, &StrType); x != nil && y != nil {
		return x.s == y.s, nil
	}
	return t.CompareBool(compiler.Eq, a, b)
}

// Truth is bool(v).
func (t *Thread) Truth(v Value) (bool, error) {
	if v.p == nil || v.p == unsafe.Pointer(&boolTag) {
		return v.n != 0, nil
	}
	typ := v.Type()
	if typ.Bool != nil {
		return typ.Bool(t, v)
	}
	if typ.Len != nil {
		n, err := typ.Len(t, v)
		return n != 0, err
	}
	return true, nil
}

// Hash is hash(v) as containers use it.
func (t *Thread) Hash(v Value) (uint64, error) {
	if s := exact[Str](v, &StrType); s != nil {
		return s.Hash(), nil
	}
	typ := v.Type()
	if typ.Hash == nil {
		return 0, t.TypeErrorf("unhashable type: '%s'", typ.Name)
	}
	return typ.Hash(t, v)
}

// Repr is repr(v).
func (t *Thread) Repr(v Value) (string, error) {
	if err := t.enter(" while getting the repr of an object"); err != nil {
		return "", err
	}
	defer t.leave()
	return v.Type().Repr(t, v)
}

// Str is str(v).
func (t *Thread) Str(v Value) (string, error) {
	if s := exact[Str](v, &StrType); s != nil {
		return s.s, nil
	}
	typ := v.Type()
	if typ.Str == nil && (typ.flags&flagHeap == 0 || isSlotMethod(typ.special[dunderRepr])) {
		return t.Repr(v)
	}
	if err := t.enter(" while getting the str of an object"); err != nil {
		return "", err
	}
	defer t.leave()
	if typ.Str == nil {
		return t.stringSpecial(dunderRepr, v, "__str__") // which is the one that was asked for
	}
	return typ.Str(t, v)
}

// Len is len(v).
func (t *Thread) Len(v Value) (int, error) {
	typ := v.Type()
	if typ.Len == nil {
		return 0, t.TypeErrorf("object of type '%s' has no len()", typ.Name)
	}
	return typ.Len(t, v)
}

// Iter is iter(v).
func (t *Thread) Iter(v Value) (Value, error) {
	typ := v.Type()
	if typ.Iter != nil {
		return typ.Iter(t, v)
	}
	if typ.GetItem != nil && typ.flags&flagHeap != 0 {
		return newSeqIter(v), nil
	}
	return Value{}, t.TypeErrorf("'%s' object is not iterable", typ.Name)
}

// Next is next(it); ok is false when it is exhausted.
func (t *Thread) Next(it Value) (v Value, ok bool, err error) {
	typ := it.Type()
	if typ.Next == nil {
		return Value{}, false, t.TypeErrorf("'%s' object is not an iterator", typ.Name)
	}
	return typ.Next(t, it)
}

// iterOf is Iter for a function that says why there is no iterator in its own words.
func (t *Thread) iterOf(v Value, words string) (Value, error) {
	it, err := t.Iter(v)
	if Is(err, &TypeErrorType) {
		err = t.TypeErrorf("%s", words)
	}
	return it, err
}

// Each calls f with every item of the iterable v, until f returns an error.
func (t *Thread) Each(v Value, f func(Value) error) error {
	switch v.Type() {
	case &TupleType:
		for _, x := range AsTuple(v).items {
			if err := f(x); err != nil {
				return err
			}
		}
		return nil
	case &ListType:
		l := AsList(v)
		for i := 0; i < len(l.items); i++ {
			if err := f(l.items[i]); err != nil {
				return err
			}
		}
		return nil
	}
	it, err := t.Iter(v)
	if err != nil {
		return err
	}
	return t.eachNext(it, f)
}

// eachNext is Each of an iterator, which is not asked for one.
func (t *Thread) eachNext(it Value, f func(Value) error) error {
	for {
		x, ok, err := t.Next(it)
		if err != nil || !ok {
			return err
		}
		if err := f(x); err != nil {
			return err
		}
		if err := t.poll(); err != nil {
			return err
		}
	}
}

// Collect returns the items of the iterable v in a new slice.
func (t *Thread) Collect(v Value) ([]Value, error) {
	switch v.Type() {
	case &TupleType:
		return append([]Value(nil), AsTuple(v).items...), nil
	case &ListType:
		return append([]Value(nil), AsList(v).items...), nil
	}
	var items []Value
	if tellsLength(v) {
		return t.collectHeap(v)
	}
	if v.Type() == &RangeType {
		n, err := rangeLen(t, v)
		if err != nil {
			return nil, err
		}
		if err := t.reserveTimes(valueSize, int64(n)); err != nil {
			return nil, err
		}
		items = makeValues(0, n)
	}
	err := t.Each(v, func(x Value) error {
		items = append(items, x)
		return t.reserveGrowth(items)
	})
	return items, err
}

// collectHeap is Collect of an instance of a program's class, or of an iterator over
// one: it is asked how many items it has.
func (t *Thread) collectHeap(v Value) (items []Value, err error) {
	it, err := t.Iter(v)
	if err != nil {
		return nil, err
	}
	if err := t.askLength(v); err != nil {
		return nil, err
	}
	err = t.eachNext(it, func(x Value) error {
		items = append(items, x)
		return t.reserveGrowth(items)
	})
	return items, err
}

// LengthHint is how many items v says it has; ok is false if it does not say.
func (t *Thread) LengthHint(v Value) (n int, ok bool, err error) {
	if v.Type().Len != nil {
		n, err := t.Len(v)
		if err == nil || !Is(err, &TypeErrorType) {
			return n, true, err
		}
	}
	r, ok, err := t.CallSpecial(v, lengthHintName)
	switch {
	case Is(err, &TypeErrorType):
		return 0, false, nil
	case err != nil || !ok || r.IsNotImplemented():
		return 0, false, err
	case !isInt(r):
		return 0, false, t.TypeErrorf("__length_hint__ must be an integer, not %s", r.Type().Name)
	}
	left, err := t.IntArg(r)
	if err == nil && left < 0 {
		err = t.ValueErrorf("__length_hint__() should return >= 0")
	}
	return int(left), true, err
}

var lengthHintName = NewStrObj("__length_hint__")

// GetItem is v[key].
func (t *Thread) GetItem(v, key Value) (Value, error) {
	typ := v.Type()
	if typ.GetItem != nil {
		return typ.GetItem(t, v, key)
	}
	if c := As[Type](v, &TypeType); c != nil {
		return t.classGetItem(c, key)
	}
	return Value{}, t.TypeErrorf("'%s' object is not subscriptable", typ.Name)
}

// SetItem is v[key] = val.
func (t *Thread) SetItem(v, key, val Value) error {
	typ := v.Type()
	if typ.SetItem == nil {
		if typ.DelItem != nil && typ.flags&flagHeap != 0 {
			return t.Errorf(&AttributeErrorType, "__setitem__")
		}
		if err := t.badPosition(typ, key); err != nil {
			return err
		}
		return t.TypeErrorf("'%s' object does not support item assignment", typ.Name)
	}
	return typ.SetItem(t, v, key, val)
}

// badPosition is the error of a key that is no position in any sequence of a
// builtin type, which comes before that of an immutable one.
func (t *Thread) badPosition(typ *Type, key Value) error {
	if key.p == nil || typ.flags&flagHeap == 0 && (typ.Len == nil || typ == &DictType) {
		return nil
	}
	n, ok, err := t.Index(key)
	if ok && n.p != nil {
		err = t.IndexErrorf("cannot fit '%s' into an index-sized integer", key.Type().Name)
	}
	return err
}

// DelItem is del v[key].
func (t *Thread) DelItem(v, key Value) error {
	typ := v.Type()
	if typ.DelItem == nil {
		if typ.SetItem != nil && typ.flags&flagHeap != 0 {
			return t.Errorf(&AttributeErrorType, "__delitem__")
		}
		if err := t.badPosition(typ, key); err != nil {
			return err
		}
		// CPython asks types with sequence slots in another place, with other words.
		if _, ok, _ := t.Index(key); ok && (typ.flags&flagHeap != 0 || typ.Len != nil) {
			return t.TypeErrorf("'%s' object doesn't support item deletion", typ.Name)
		}
		return t.TypeErrorf("'%s' object does not support item deletion", typ.Name)
	}
	return typ.DelItem(t, v, key)
}

// Contains is item in v.
func (t *Thread) Contains(v, item Value) (bool, error) {
	typ := v.Type()
	if typ.Contains != nil {
		return typ.Contains(t, v, item)
	}
	each := t.Each
	if typ.flags&flagHeap != 0 || typ.Iter == nil {
		it, err := t.iterOf(v, "argument of type '"+typ.Name+"' is not iterable")
		if err != nil {
			return false, err
		}
		each, v = t.eachNext, it
	}
	found := false
	err := each(v, func(x Value) error {
		eq, err := t.Equal(x, item)
		if err == nil && eq {
			found = true
			return errStop
		}
		return err
	})
	if err == errStop {
		err = nil
	}
	return found, err
}

// Index is operator.index(v): an int for an int, bool, subclass or __index__.
// The error of other values is nil and ok false.
func (t *Thread) Index(v Value) (n Value, ok bool, err error) {
	if v.p == nil {
		return v, true, nil
	}
	if v.IsBool() {
		return Int(v.n), true, nil
	}
	if isInt(v) {
		return intOf(v), true, nil
	}
	if v.Type().flags&flagHeap != 0 {
		return t.dunderIndex(v)
	}
	return Value{}, false, nil
}

// IntArg is the argument v as an int64: TypeError if it is no integer,
// OverflowError if it is too large.
func (t *Thread) IntArg(v Value) (int64, error) {
	n, ok, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	if !ok {
		return 0, t.TypeErrorf("'%s' object cannot be interpreted as an integer", v.Type().Name)
	}
	if n.p != nil {
		return 0, t.OverflowErrorf("Python int too large to convert to C ssize_t")
	}
	return n.n, nil
}

// cIntArg is IntArg for what CPython keeps in a C int.
func (t *Thread) cIntArg(v Value) (int, error) {
	n, ok, err := t.Index(v)
	switch {
	case err != nil || !ok:
		_, err = t.IntArg(v)
	case n.p != nil || n.n != int64(int32(n.n)):
		err = t.OverflowErrorf("Python int too large to convert to C int")
	}
	return int(n.n), err
}

// StrArg is the argument v of the function called name as a Go string;
// TypeError if it is no str.
func (t *Thread) StrArg(name string, v Value) (string, error) {
	s := AsStr(v)
	if s == nil {
		return "", t.TypeErrorf("%s() argument must be str, not %s", name, shownType(v, true))
	}
	return s.s, nil
}
