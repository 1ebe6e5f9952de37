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

// reserveTimes is reserve(size*n) for n >= 0 without overflow.
func (t *Thread) reserveTimes(size int, n int64) error {
	if size > 0 && n > (1<<62)/int64(size) {
		return t.MemoryError()
	}
	return t.reserve(size * int(n))
}
