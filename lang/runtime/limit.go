package runtime

// maxAllocation bounds one allocation of a run that has no limit of its own: Go
// cannot recover from a failed one.
const maxAllocation = 4 << 30

// reserve asks whether a value of that many bytes may be made: MemoryError if it
// is beyond the run's limit.
func (t *Thread) reserve(bytes int) error {
	limit := t.VM.Memory
	if limit == 0 {
		limit = maxAllocation
	}
	if bytes < 0 || int64(bytes) > limit {
		return t.MemoryError()
	}
	return nil
}

// longBits is how many bits make an operation on ints long.
const longBits = 1 << 21

// beforeLong comes before an operation on ints of that many bits together, which
// math/big does not let be interrupted: the limits are looked at once more, and
// what the program has printed is written, as a run that outlives its --timeout
// is left behind with what it still holds.
func (t *Thread) beforeLong(bits int) error {
	if bits < longBits {
		return nil
	}
	if err := outputError(t.VM.Out.Flush()); err != nil {
		return err
	}
	return t.poll()
}

// reserveTimes is reserve(size*n) for n >= 0 without overflow.
func (t *Thread) reserveTimes(size int, n int64) error {
	if size > 0 && n > (1<<62)/int64(size) {
		return t.MemoryError()
	}
	return t.reserve(size * int(n))
}
