package runtime

import "math"

// Indexes and slices of sequences.

// seqIndex turns the key of a sequence of n items into a position from 0: ok is
// false if it is out of range. bad words the TypeError of a key that is no
// integer.
func (t *Thread) seqIndex(key Value, n int, bad string) (i int, ok bool, err error) {
	k := key
	if k.p != nil {
		if k, ok, err = t.Index(key); err != nil {
			return 0, false, err
		}
		if !ok {
			return 0, false, t.TypeErrorf(bad, key.Type().Name)
		}
		if k.p != nil {
			return 0, false, t.IndexErrorf("cannot fit '%s' into an index-sized integer", key.Type().Name)
		}
	}
	if k.n < 0 {
		k.n += int64(n)
	}
	return int(k.n), k.n >= 0 && k.n < int64(n), nil
}

// resolve says which positions of a sequence of n items a slice means: count of
// them from start on, step apart. With count 0, start is where an assignment
// inserts.
func (s *Slice) resolve(t *Thread, n int) (start, step, count int, err error) {
	start, stop, step, err := s.indices(t, n)
	switch {
	case step > 0 && start < stop:
		count = (stop-start-1)/step + 1
	case step < 0 && stop < start:
		count = (start-stop-1)/-step + 1
	}
	return start, step, count, err
}

// indices is the slice's start, stop and step for a sequence of n items.
func (s *Slice) indices(t *Thread, n int) (start, stop, step int, err error) {
	step = 1
	if !s.step.IsNone() {
		if step, err = t.sliceIndex(s.step); err != nil {
			return 0, 0, 0, err
		}
		if step == 0 {
			return 0, 0, 0, t.ValueErrorf("slice step cannot be zero")
		}
		step = max(step, -math.MaxInt)
	}
	// The bounds that an index is clipped to, and the defaults.
	low, high := 0, n
	if step < 0 {
		low, high = -1, n-1
	}
	bound := func(v Value, def int) (int, error) {
		if v.IsNone() {
			return def, nil
		}
		i, err := t.sliceIndex(v)
		if err != nil {
			return 0, err
		}
		if i < 0 {
			i += n
		}
		return min(max(i, low), high), nil
	}
	from, to := low, high
	if step < 0 {
		from, to = high, low
	}
	if start, err = bound(s.lo, from); err != nil {
		return 0, 0, 0, err
	}
	if stop, err = bound(s.hi, to); err != nil {
		return 0, 0, 0, err
	}
	return start, stop, step, nil
}

// sliceIndex is a bound or step of a slice, clipped to the range of an int.
func (t *Thread) sliceIndex(v Value) (int, error) {
	i, ok, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	if !ok {
		return 0, t.TypeErrorf("slice indices must be integers or None or have an __index__ method")
	}
	return clampInt(i), nil
}

// clampInt is the int n, the largest or smallest machine int if n is beyond.
func clampInt(n Value) int {
	if b := exact[BigInt](n, &IntType); b != nil {
		if b.b.Sign() < 0 {
			return math.MinInt
		}
		return math.MaxInt
	}
	return int(n.n)
}

// searchRange clips the optional bounds of find, count, index… to a sequence of n
// items.
func (t *Thread) searchRange(lo, hi Value, n int) (from, to int, err error) {
	from, to = 0, n
	clip := func(v Value, at *int) error {
		if v.IsNone() || v.IsMissing() {
			return nil
		}
		i, err := t.sliceIndex(v)
		if i < 0 {
			i = max(i+n, 0)
		}
		*at = i
		return err
	}
	if err := clip(lo, &from); err != nil {
		return 0, 0, err
	}
	if err := clip(hi, &to); err != nil {
		return 0, 0, err
	}
	return from, min(to, n), nil
}
