package runtime

import (
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
)

// Slice objects.

// NewSlice makes slice(lo, hi, step).
func NewSlice(lo, hi, step Value) Value { return obj(&Slice{Hdr{&SliceType}, lo, hi, step}) }

// AsSlice returns v as a *Slice, or nil.
func AsSlice(v Value) *Slice { return exact[Slice](v, &SliceType) }

var sliceSpec = Spec{
	Name: "slice", Layout: true, Final: true,
	Slots: Slots{
		New: sliceNew, Repr: sliceRepr, Compare: sliceCompare,
		Hash: func(t *Thread, v Value) (uint64, error) {
			s := (*Slice)(v.p)
			return t.hashLanes([]Value{s.lo, s.hi, s.step})
		},
	},
	Methods: []Method{
		{Name: "start", Kind: ReadOnly, Fn: func(_ *Thread, a []Value) (Value, error) { return (*Slice)(a[0].p).lo, nil }},
		{Name: "stop", Kind: ReadOnly, Fn: func(_ *Thread, a []Value) (Value, error) { return (*Slice)(a[0].p).hi, nil }},
		{Name: "step", Kind: ReadOnly, Fn: func(_ *Thread, a []Value) (Value, error) { return (*Slice)(a[0].p).step, nil }},
		{Name: "indices", Sig: "len, /", Fn: sliceIndicesMethod},
	},
}

func init() {
	Define(&SliceType, &sliceSpec)
}

var sliceSig = classSig("start, stop=None, step=None, /")

func sliceNew(t *Thread, _ *Type, args []Value, kwnames []*Str) (Value, error) {
	a, err := sliceSig.bind(t, "slice", args, kwnames)
	if err != nil {
		return Value{}, err
	}
	if a[1].IsMissing() {
		return NewSlice(None, a[0], None), nil
	}
	return NewSlice(a[0], a[1], a[2].Or(None)), nil
}

func sliceRepr(t *Thread, v Value) (string, error) {
	s := (*Slice)(v.p)
	var b strings.Builder
	b.WriteString("slice")
	err := t.reprItems(&b, "(", ")", []Value{s.lo, s.hi, s.step})
	return b.String(), err
}

func sliceCompare(t *Thread, op compiler.CompareOp, a, b Value) (Value, error) {
	x, y := AsSlice(a), AsSlice(b)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	if x == y {
		return Bool(op == compiler.Eq || op == compiler.Le || op == compiler.Ge), nil
	}
	return t.compareItems(op, []Value{x.lo, x.hi, x.step}, []Value{y.lo, y.hi, y.step})
}

func sliceIndicesMethod(t *Thread, a []Value) (Value, error) {
	n, err := t.anyInt(a[1])
	if err != nil {
		return Value{}, err
	}
	length := clampInt(n)
	if length < 0 {
		return Value{}, t.ValueErrorf("length should not be negative")
	}
	start, stop, step, err := (*Slice)(a[0].p).indices(t, length)
	if err != nil {
		return Value{}, err
	}
	by := Int(int64(step))
	if s := (*Slice)(a[0].p); isInt(s.step) {
		by = intOf(s.step) // whatever its size
	}
	return NewTuple([]Value{Int(int64(start)), Int(int64(stop)), by}), nil
}
