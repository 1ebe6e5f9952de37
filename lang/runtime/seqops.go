package runtime

import "github.com/coro-lang/coro/lang/compiler"

// + and * of sequences, where a class of a program is among the operands. In CPython
// a sequence joins and repeats in slots of its own, which are asked after those of
// numbers; a class derived from one has them as long as it does not define the
// methods itself, and has those of numbers as soon as it does.

const (
	dunderMul  = dunderAdd + dunder(compiler.Mul)
	dunderRMul = dunderRAdd + dunder(compiler.Mul)
	dunderIMul = dunderIAdd + dunder(compiler.Mul)
)

// isRepeatable says whether v is a sequence that `*` repeats.
func isRepeatable(v Value) bool { return v.Type().layout.flags&flagRepeats != 0 }

// keeps says whether typ has the special method d from a builtin type that it is
// derived from.
func (typ *Type) keeps(d dunder) bool {
	owner := slotOwnerAs(d, typ.specialMethods()[d])
	return owner != nil && typ.IsSubclass(owner)
}

// joins and repeats say whether + and * of typ's instances, which are sequences of
// some kind, are those of the builtin type.
func (typ *Type) joins() bool   { return typ.keeps(dunderAdd) }
func (typ *Type) repeats() bool { return typ.keeps(dunderMul) && typ.keeps(dunderRMul) }

// multiplies says whether a class of a program that typ is derived from defines
// __mul__ or __rmul__, even if the builtin type's come before.
func (typ *Type) multiplies() bool {
	for _, c := range typ.mro {
		if c.flags&flagHeap == 0 {
			continue
		}
		for _, d := range [...]dunder{dunderMul, dunderRMul} {
			if _, ok := c.dict.getStr(dunderNames[d]); ok {
				return true
			}
		}
	}
	return false
}

// sequenceBinary is a + b or a * b, one of them a sequence and one of a program's class.
func (t *Thread) sequenceBinary(op compiler.BinaryOp, a, b Value, inplace bool) (Value, error) {
	v, err := t.numberBinary(op, a, b, inplace)
	if err != nil || !v.IsNotImplemented() {
		return v, err
	}
	ta, tb := a.Type(), b.Type()
	switch {
	case op == compiler.Add && isRepeatable(a) && ta.joins():
		return t.joinSequences(a, b, inplace)
	case op == compiler.Mul && isRepeatable(a) && (ta.repeats() || inplace && ta.keeps(dunderIMul)):
		return t.repeat(a, b, inplace)
	case op == compiler.Mul && isRepeatable(b) && tb.repeats() && !(inplace && (ta.Len != nil || ta.flags&flagHeap != 0)):
		// In place, the right operand is not asked when the left one has any of a
		// sequence's slots, as what a class statement makes has.
		return t.repeat(b, a, false)
	}
	return Value{}, t.unsupportedTypes(op, a, b, inplace)
}

// numberBinary asks the slots of numbers: of sequences, the methods of a program and,
// in its classes, a builtin type's __iadd__, which fits there as well.
func (t *Thread) numberBinary(op compiler.BinaryOp, a, b Value, inplace bool) (Value, error) {
	ta, tb := a.Type(), b.Type()
	ofSequence := isRepeatable(a) && ta.keeps(dunderIAdd+dunder(op)) && !(op == compiler.Add && ta.flags&flagHeap != 0)
	if inplace && ta.InPlace != nil && !ofSequence {
		v, err := ta.InPlace(t, op, a, b)
		if err != nil || !v.IsNotImplemented() {
			return v, err
		}
	}
	reflectedFirst := ta != tb && tb.IsSubclass(ta) && tb.overridesReflected(op, ta)
	if reflectedFirst {
		v, err := t.numberSide(op, a, b, true)
		if err != nil || !v.IsNotImplemented() {
			return v, err
		}
	}
	v, err := t.numberSide(op, a, b, false)
	if err != nil || !v.IsNotImplemented() || ta == tb || reflectedFirst {
		return v, err
	}
	return t.numberSide(op, a, b, true)
}

// numberSide is binarySide for the slots of numbers. A sequence has them if its class
// defines one of the two methods; the other may be the builtin type's then.
func (t *Thread) numberSide(op compiler.BinaryOp, a, b Value, reflected bool) (Value, error) {
	self, other, d := a, b, dunderAdd+dunder(op)
	if reflected {
		self, other, d = b, a, dunderRAdd+dunder(op)
	}
	typ := self.Type()
	if typ.Binary == nil {
		return NotImplemented, nil
	}
	if !isRepeatable(self) {
		return t.binarySide(op, a, b, reflected)
	}
	kept := typ.joins()
	if op == compiler.Mul {
		kept = !typ.multiplies()
	}
	if op == compiler.Add && kept {
		kept = typ.specialMethods()[dunderRAdd].IsMissing()
	}
	m := typ.specialMethods()[d]
	if kept || m.IsMissing() {
		return NotImplemented, nil
	}
	return t.callBound(m, self, []Value{other}, nil)
}

// joinSequences is a + b as the sequence a does it.
func (t *Thread) joinSequences(a, b Value, inplace bool) (Value, error) {
	v, err := t.sequencesOwn(compiler.Add, a, b, inplace, dunderAdd, dunderIAdd)
	if err == nil && v.IsNotImplemented() {
		err = t.concatError(a, b)
	}
	return v, err
}

// repeat is seq * n as the sequence does it.
func (t *Thread) repeat(seq, n Value, inplace bool) (Value, error) {
	v, err := t.sequencesOwn(compiler.Mul, seq, n, inplace, dunderMul, dunderIMul)
	if err == nil && v.IsNotImplemented() {
		err = t.repeatError(n)
	}
	return v, err
}

// concatError is the error for a sequence to which b cannot be appended.
func (t *Thread) concatError(a, b Value) error {
	typ := a.Type().layout
	if typ == &BytesType {
		return t.TypeErrorf("can't concat %s to %s", b.Type().Name, a.Type().Name)
	}
	return t.TypeErrorf(`can only concatenate %s (not "%s") to %s`, typ.Qualname, b.Type().Name, typ.Qualname)
}

// repeatError is the error for a sequence and an n that is no number of times.
func (t *Thread) repeatError(n Value) error {
	return t.TypeErrorf("can't multiply sequence by non-int of type '%s'", n.Type().Name)
}

// Concat is operator.concat(a, b), or operator.iconcat if inplace: + of sequences alone.
func (t *Thread) Concat(a, b Value, inplace bool) (Value, error) {
	ta, tb := a.Type(), b.Type()
	if isRepeatable(a) && (ta.joins() || inplace && ta.keeps(dunderIAdd)) {
		return t.joinSequences(a, b, inplace)
	}
	if ta.isIndexed() && tb.isIndexed() {
		v, err := t.numberBinary(compiler.Add, a, b, inplace)
		if err != nil || !v.IsNotImplemented() {
			return v, err
		}
	}
	return Value{}, t.TypeErrorf("'%s' object can't be concatenated", ta.Name)
}

// isIndexed says whether values of typ pass for sequences: they have items, and are
// no dicts.
func (typ *Type) isIndexed() bool { return typ.GetItem != nil && typ.layout != &DictType }

// sequencesOwn does op by the method plain that the sequence seq has from a builtin
// type, or in place by the method inPlace if that is a builtin type's too.
func (t *Thread) sequencesOwn(op compiler.BinaryOp, seq, other Value, inplace bool, plain, inPlace dunder) (Value, error) {
	typ := seq.Type()
	if inplace && typ.keeps(inPlace) {
		return slotOwner(typ.specialMethods()[inPlace]).InPlace(t, op, seq, other)
	}
	return slotOwner(typ.specialMethods()[plain]).Binary(t, op, seq, other)
}
