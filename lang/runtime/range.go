package runtime

import (
	"fmt"
	"math"
	"math/big"

	"github.com/coro-lang/coro/lang/compiler"
)

func init() {
	field := func(name string, get func(*Range) Value) Method {
		return Method{Name: name, Kind: ReadOnly, Fn: func(_ *Thread, a []Value) (Value, error) {
			return get((*Range)(a[0].p)), nil
		}}
	}
	Define(&RangeType, &Spec{
		Name: "range", Layout: true, Final: true, Sequence: true,
		Slots: Slots{
			New: rangeNew, Repr: rangeRepr, Len: rangeLen, Bool: rangeBool, Hash: rangeHash,
			Compare: rangeCompare, GetItem: rangeGetItem, Contains: rangeContains, Iter: rangeIterOf,
		},
		Methods: []Method{
			field("start", func(r *Range) Value { return r.start }),
			field("stop", func(r *Range) Value { return r.stop }),
			field("step", func(r *Range) Value { return r.step }),
			{Name: "count", Sig: "value, /", Fn: rangeCount},
			{Name: "index", Sig: "value, /", Fn: rangeIndex},
			{Name: "__reversed__", Fn: rangeReversed},
		},
	})
}

var rangeSig = classSig("start, stop=None, step=None, /")

func rangeNew(t *Thread, _ *Type, args []Value, kwnames []*Str) (Value, error) {
	a, err := rangeSig.bind(t, "range", args, kwnames)
	if err != nil {
		return Value{}, err
	}
	bounds := [3]Value{Int(0), a[0], Int(1)}
	if !a[1].IsMissing() {
		bounds = [3]Value{a[0], a[1], a[2].Or(Int(1))}
	}
	for i, v := range bounds {
		if bounds[i], err = t.anyInt(v); err != nil {
			return Value{}, err
		}
	}
	if bounds[2] == Int(0) {
		return Value{}, t.ValueErrorf("range() arg 3 must not be zero")
	}
	return newRange(bounds[0], bounds[1], bounds[2]), nil
}

// anyInt is the argument v as an int of any size; TypeError if it is none.
func (t *Thread) anyInt(v Value) (Value, error) {
	n, ok, err := t.Index(v)
	if err == nil && !ok {
		err = t.TypeErrorf("'%s' object cannot be interpreted as an integer", v.Type().Name)
	}
	return n, err
}

// indexSized is the argument v as an int that fits a machine word; an error of class
// exc if it does not.
func (t *Thread) indexSized(v Value, exc *Type) (Value, error) {
	n, err := t.anyInt(v)
	if err == nil && n.p != nil {
		err = t.Errorf(exc, "cannot fit '%s' into an index-sized integer", v.Type().Name)
	}
	return n, err
}

// NewRange is range(start, stop, step) within 64 bits; step must not be 0.
func NewRange(start, stop, step int64) Value { return newRange(Int(start), Int(stop), Int(step)) }

func newRange(start, stop, step Value) Value {
	r := &Range{Hdr: Hdr{&RangeType}, start: start, stop: stop, step: step}
	if start.p == nil && stop.p == nil && step.p == nil {
		// The distance of two int64 fits a uint64, and so does a step's size.
		var dist, by uint64
		switch {
		case step.n > 0 && start.n < stop.n:
			dist, by = uint64(stop.n)-uint64(start.n), uint64(step.n)
		case step.n < 0 && stop.n < start.n:
			dist, by = uint64(start.n)-uint64(stop.n), -uint64(step.n)
		default:
			return obj(r)
		}
		if n := (dist-1)/by + 1; n <= math.MaxInt64 {
			r.n = Int(int64(n))
			return obj(r)
		}
	}
	lo, hi, by := BigOf(start), BigOf(stop), BigOf(step)
	if by.Sign() < 0 {
		lo, hi, by = hi, lo, new(big.Int).Neg(by)
	}
	if n := new(big.Int).Sub(hi, lo); n.Sign() > 0 {
		n.Sub(n, big.NewInt(1))
		n.Quo(n, by)
		r.n = takeBig(n.Add(n, big.NewInt(1)))
	}
	return obj(r)
}

// small says whether the range's numbers and steps are all machine ints.
func (r *Range) small() bool {
	return r.start.p == nil && r.stop.p == nil && r.step.p == nil && r.n.p == nil
}

// at is the number at position i, which is an int of any size.
func (r *Range) at(i Value) Value {
	if i.p == nil && r.small() {
		if p, ok := mulInt64(i.n, r.step.n); ok {
			if s := r.start.n + p; s > r.start.n == (p > 0) {
				return Int(s)
			}
		}
	}
	v := new(big.Int).Mul(BigOf(i), BigOf(r.step))
	return takeBig(v.Add(v, BigOf(r.start)))
}

func rangeRepr(t *Thread, v Value) (string, error) {
	r := (*Range)(v.p)
	var s [3]string
	for i, x := range []Value{r.start, r.stop, r.step} {
		var err error
		if s[i], err = t.Repr(x); err != nil {
			return "", err
		}
	}
	if r.step == Int(1) {
		return fmt.Sprintf("range(%s, %s)", s[0], s[1]), nil
	}
	return fmt.Sprintf("range(%s, %s, %s)", s[0], s[1], s[2]), nil
}

func rangeLen(t *Thread, v Value) (int, error) {
	n, err := t.IntArg((*Range)(v.p).n)
	return int(n), err
}

func rangeBool(_ *Thread, v Value) (bool, error) { return (*Range)(v.p).n != Int(0), nil }

func rangeHash(t *Thread, v Value) (uint64, error) {
	r := (*Range)(v.p)
	key := []Value{r.n, None, None}
	if r.n != Int(0) {
		key[1] = r.start
		if r.n != Int(1) {
			key[2] = r.step
		}
	}
	return t.Hash(NewTuple(key))
}

func rangeCompare(t *Thread, op compiler.CompareOp, a, b Value) (Value, error) {
	x, y := exact[Range](a, &RangeType), exact[Range](b, &RangeType)
	if x == nil || y == nil || op != compiler.Eq && op != compiler.Ne {
		return NotImplemented, nil
	}
	eq, err := t.Equal(x.n, y.n)
	if err == nil && eq && x.n != Int(0) {
		if eq, err = t.Equal(x.start, y.start); err == nil && eq && x.n != Int(1) {
			eq, err = t.Equal(x.step, y.step)
		}
	}
	return Bool(eq == (op == compiler.Eq)), err
}

func rangeGetItem(t *Thread, v, key Value) (Value, error) {
	r := (*Range)(v.p)
	if s := AsSlice(key); s != nil {
		return t.sliceRange(r, s)
	}
	i, ok, err := t.Index(key)
	if err != nil {
		return Value{}, err
	}
	if !ok {
		return Value{}, t.TypeErrorf("range indices must be integers or slices, not %s", key.Type().Name)
	}
	if i.p == nil && r.n.p == nil {
		if i.n < 0 {
			i.n += r.n.n
		}
		if i.n < 0 || i.n >= r.n.n {
			return Value{}, t.IndexErrorf("range object index out of range")
		}
		return r.at(i), nil
	}
	n, j := BigOf(r.n), new(big.Int).Set(BigOf(i))
	if j.Sign() < 0 {
		j.Add(j, n)
	}
	if j.Sign() < 0 || j.Cmp(n) >= 0 {
		return Value{}, t.IndexErrorf("range object index out of range")
	}
	return r.at(takeBig(j)), nil
}

// sliceRange is r[s], a range. The arithmetic is on ints of any size.
func (t *Thread) sliceRange(r *Range, s *Slice) (Value, error) {
	step := Int(1)
	if !s.step.IsNone() {
		var err error
		if step, err = t.bigSliceIndex(s.step); err != nil {
			return Value{}, err
		}
		if step == Int(0) {
			return Value{}, t.ValueErrorf("slice step cannot be zero")
		}
	}
	n := BigOf(r.n)
	low, high := new(big.Int), new(big.Int).Set(n)
	from, to := low, high
	if BigOf(step).Sign() < 0 {
		low.SetInt64(-1)
		high.Sub(high, big.NewInt(1))
		from, to = high, low
	}
	bound := func(v Value, def *big.Int) (Value, error) {
		if v.IsNone() {
			return NewInt(def), nil
		}
		i, err := t.bigSliceIndex(v)
		if err != nil {
			return Value{}, err
		}
		j := new(big.Int).Set(BigOf(i))
		if j.Sign() < 0 {
			j.Add(j, n)
		}
		if j.Cmp(low) < 0 {
			j = low
		}
		if j.Cmp(high) > 0 {
			j = high
		}
		return NewInt(j), nil
	}
	lo, err := bound(s.lo, from)
	if err != nil {
		return Value{}, err
	}
	hi, err := bound(s.hi, to)
	if err != nil {
		return Value{}, err
	}
	by := new(big.Int).Mul(BigOf(r.step), BigOf(step))
	return newRange(r.at(lo), r.at(hi), takeBig(by)), nil
}

func (t *Thread) bigSliceIndex(v Value) (Value, error) {
	i, ok, err := t.Index(v)
	if err == nil && !ok {
		err = t.TypeErrorf("slice indices must be integers or None or have an __index__ method")
	}
	return i, err
}

// find is the position of the int x, ok is false if the range lacks it.
func (r *Range) find(x Value) (i Value, ok bool) {
	if r.n == Int(0) {
		return Value{}, false
	}
	if x.p == nil && r.small() {
		dist, by := uint64(x.n)-uint64(r.start.n), uint64(r.step.n)
		if r.step.n < 0 {
			dist, by = -dist, -by
		}
		if r.step.n > 0 != (x.n >= r.start.n) && x.n != r.start.n {
			return Value{}, false
		}
		return Int(int64(dist / by)), dist%by == 0 && dist/by < uint64(r.n.n)
	}
	q, m := new(big.Int).Sub(BigOf(x), BigOf(r.start)), new(big.Int)
	q.QuoRem(q, BigOf(r.step), m)
	return NewInt(q), m.Sign() == 0 && q.Sign() >= 0 && q.Cmp(BigOf(r.n)) < 0
}

func rangeContains(t *Thread, v, x Value) (bool, error) {
	r := (*Range)(v.p)
	if x.p == nil || x.Type() == &IntType || x.IsBool() {
		_, ok := r.find(intOf(x))
		return ok, nil
	}
	found := false
	err := t.Each(v, func(y Value) error {
		eq, err := t.Equal(y, x)
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

func rangeCount(t *Thread, a []Value) (Value, error) {
	if x := a[1]; x.p == nil || x.Type() == &IntType || x.IsBool() {
		if _, ok := (*Range)(a[0].p).find(intOf(x)); ok {
			return Int(1), nil
		}
		return Int(0), nil
	}
	n := int64(0)
	err := t.Each(a[0], func(y Value) error {
		eq, err := t.Equal(y, a[1])
		if eq {
			n++
		}
		return err
	})
	return Int(n), err
}

func rangeIndex(t *Thread, a []Value) (Value, error) {
	x := a[1]
	if x.p == nil || x.Type() == &IntType || x.IsBool() {
		i, ok := (*Range)(a[0].p).find(intOf(x))
		if !ok {
			s, err := t.Repr(x)
			if err != nil {
				return Value{}, err
			}
			return Value{}, t.ValueErrorf("%s is not in range", s)
		}
		return i, nil
	}
	i := int64(-1)
	err := t.Each(a[0], func(y Value) error {
		i++
		eq, err := t.Equal(y, x)
		if err == nil && eq {
			err = errStop
		}
		return err
	})
	if err == errStop {
		return Int(i), nil
	}
	if err == nil {
		err = t.ValueErrorf("sequence.index(x): x not in sequence")
	}
	return Value{}, err
}

func rangeIterOf(_ *Thread, v Value) (Value, error) {
	r := (*Range)(v.p)
	if r.small() {
		return obj(&rangeIter{Hdr{&rangeIterType}, r.start.n, r.step.n, r.n.n}), nil
	}
	return obj(&bigRangeIter{Hdr{&bigRangeIterType}, r.start, r.step, r.n}), nil
}

func rangeReversed(_ *Thread, a []Value) (Value, error) {
	r := (*Range)(a[0].p)
	n := BigOf(r.n)
	last := r.at(takeBig(new(big.Int).Sub(n, big.NewInt(1))))
	step := takeBig(new(big.Int).Neg(BigOf(r.step)))
	if r.small() && last.p == nil && step.p == nil {
		return obj(&rangeIter{Hdr{&rangeIterType}, last.n, step.n, r.n.n}), nil
	}
	return obj(&bigRangeIter{Hdr{&bigRangeIterType}, last, step, r.n}), nil
}
