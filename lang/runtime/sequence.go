package runtime

import (
	"strings"
	"unsafe"

	"github.com/coro-lang/coro/lang/compiler"
)

// What lists, tuples and other sequences of values share: repr, comparison,
// search, repetition.

// valueSize is the bytes a Value takes, for reserve.
const valueSize = int(unsafe.Sizeof(Value{}))

// beginRepr says whether the repr of v is being made already, further out; then
// v contains itself. If not, endRepr must follow.
func (t *Thread) beginRepr(v Value) bool {
	for _, p := range t.reprs {
		if p == v.p {
			return true
		}
	}
	t.reprs = append(t.reprs, v.p)
	return false
}

func (t *Thread) endRepr() { t.reprs = t.reprs[:len(t.reprs)-1] }

// reprItems writes the reprs of items between open and end.
func (t *Thread) reprItems(b *strings.Builder, open, end string, items []Value) error {
	b.WriteString(open)
	for i, x := range items {
		if i > 0 {
			b.WriteString(", ")
		}
		if err := t.reprTo(b, x); err != nil {
			return err
		}
	}
	b.WriteString(end)
	return nil
}

// reprTo writes repr(v). The text of a deep structure is bounded by what may be
// reserved.
func (t *Thread) reprTo(b *strings.Builder, v Value) error {
	s, err := t.Repr(v)
	if err != nil {
		return err
	}
	if b.Len()+len(s) > 1<<20 {
		if err := t.reserve(b.Len() + len(s)); err != nil {
			return err
		}
	}
	b.WriteString(s)
	return t.poll()
}

// compareItems compares two runs of items as sequences do: the first items that
// differ decide.
func (t *Thread) compareItems(op compiler.CompareOp, a, b []Value) (Value, error) {
	n := min(len(a), len(b))
	for i := 0; i < n; i++ {
		eq, err := t.Equal(a[i], b[i])
		if err != nil {
			return Value{}, err
		}
		if !eq {
			switch op {
			case compiler.Eq:
				return False, nil
			case compiler.Ne:
				return True, nil
			}
			return t.Compare(op, a[i], b[i])
		}
	}
	return compared(op, len(a)-len(b)), nil
}

// repeated is n times items, in a new slice.
func (t *Thread) repeated(items []Value, n int64) ([]Value, error) {
	if n <= 0 || len(items) == 0 {
		return nil, nil
	}
	if err := t.reserveTimes(len(items)*valueSize, n); err != nil {
		return nil, err
	}
	out := makeValues(len(items)*int(n), len(items)*int(n))
	if len(items) == 1 {
		x := items[0]
		for i := range out {
			out[i] = x
		}
		return out, nil
	}
	for k := copy(out, items); k < len(out); k *= 2 {
		copy(out[k:], out[:k])
	}
	return out, nil
}

// reserveGrowth asks, whenever items have doubled, whether they may double again.
func (t *Thread) reserveGrowth(items []Value) error {
	if n := len(items); n >= 1<<16 && n&(n-1) == 0 {
		return t.reserve(2 * n * valueSize)
	}
	return nil
}

// repeatArgs takes the operands of a multiplication of which one is of typ: the
// sequence and the factor. ok is false if the other is no integer.
func (t *Thread) repeatArgs(typ *Type, a, b Value) (seq Value, n int64, ok bool, err error) {
	if a.p == nil || (*Hdr)(a.p).typ.layout != typ {
		a, b = b, a
	}
	n, ok, err = t.repeatCount(b)
	return a, n, ok, err
}

// indexRange is the optional start and stop of an index method, for n items.
func (t *Thread) indexRange(start, stop Value, n int) (int, int, error) {
	lo, hi := 0, n
	for _, x := range []struct {
		v  Value
		to *int
	}{{start, &lo}, {stop, &hi}} {
		if x.v.IsMissing() {
			continue
		}
		i, ok, err := t.Index(x.v)
		if err != nil {
			return 0, 0, err
		}
		if !ok {
			return 0, 0, t.TypeErrorf("slice indices must be integers or have an __index__ method")
		}
		j := clampInt(i)
		if j < 0 {
			j = max(j+n, 0)
		}
		*x.to = j
	}
	return lo, hi, nil
}
