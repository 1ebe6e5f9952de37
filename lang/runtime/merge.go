package runtime

// The sort behind list.sort: CPython's, which is timsort with powersort's merge
// order (its Objects/listsort.txt describes both). It is stable, asks only <, and
// leaves a permutation of the items whatever the comparisons answer. A program
// whose __lt__ counts or prints sees the same comparisons in the same order.

// merger sorts items.
type merger[T any] struct {
	items []T
	buf   []T
	less  func(a, b T) bool
	stop  func() bool // whether to give up; asked now and then
	runs  []sortRun   // those found and not merged yet, from the left

	// minGallop is how often in a row one run must win before it is searched by
	// growing steps; it adapts to how well that pays.
	minGallop int
}

// sortRun is n sorted items; power is that of the node between it and the next
// run in the merge tree.
type sortRun struct {
	start, n, power int
}

const firstMinGallop = 7

func (m *merger[T]) sort() {
	n := len(m.items)
	if n < 2 {
		return
	}
	m.minGallop = firstMinGallop
	least := minRun(n)
	for lo := 0; lo < n; {
		k := m.run(m.items[lo:])
		if k < least {
			force := min(least, n-lo)
			m.insertion(m.items[lo:lo+force], k)
			k = force
		}
		m.push(sortRun{start: lo, n: k})
		lo += k
		if m.stop() {
			return
		}
	}
	for len(m.runs) > 1 {
		k := len(m.runs) - 2
		if k > 0 && m.runs[k-1].n < m.runs[k+1].n {
			k--
		}
		m.merge(k)
	}
}

// minRun is the length that short runs are brought to: n itself if it is small,
// else such that n / minRun is close to, but no more than, a power of two.
func minRun(n int) int {
	odd := 0
	for n >= 64 {
		odd |= n & 1
		n >>= 1
	}
	return n + odd
}

// run is the length of the run that items begin with. A descending one is turned
// round; equal items in it keep their order.
func (m *merger[T]) run(items []T) int {
	n := 1
	for n < len(items) && !m.less(items[n], items[n-1]) {
		n++
	}
	if n == len(items) {
		return n
	}
	if n > 1 {
		if m.less(items[0], items[n-1]) {
			return n
		}
		reverseItems(items[:n]) // all equal
	}
	equal := 0 // items before items[n] that equal the one before them
	for n++; n < len(items); n++ {
		if m.less(items[n], items[n-1]) {
			reverseItems(items[n-1-equal : n])
			equal = 0
		} else if m.less(items[n-1], items[n]) {
			break
		} else {
			equal++
		}
	}
	reverseItems(items[n-1-equal : n])
	reverseItems(items[:n])
	for n < len(items) && !m.less(items[n], items[n-1]) {
		n++
	}
	return n
}

func reverseItems[T any](items []T) {
	for i, j := 0, len(items)-1; i < j; i, j = i+1, j-1 {
		items[i], items[j] = items[j], items[i]
	}
}

// insertion sorts items, of which the first k are sorted.
func (m *merger[T]) insertion(items []T, k int) {
	for ; k < len(items); k++ {
		x := items[k]
		l, r := 0, k
		for l < r {
			if mid := int(uint(l+r) / 2); m.less(x, items[mid]) {
				r = mid
			} else {
				l = mid + 1
			}
		}
		copy(items[l+1:k+1], items[l:k])
		items[l] = x
	}
}

// push adds a run, after merging those that belong deeper in the merge tree.
func (m *merger[T]) push(r sortRun) {
	if k := len(m.runs) - 1; k >= 0 {
		power := runPower(m.runs[k].start, m.runs[k].n, r.n, len(m.items))
		for len(m.runs) > 1 && m.runs[len(m.runs)-2].power > power {
			m.merge(len(m.runs) - 2)
		}
		m.runs[len(m.runs)-1].power = power
	}
	m.runs = append(m.runs, r)
}

// runPower is the depth of the node between two neighbouring runs in the tree that
// halves n items again and again: the first binary digit in which the runs'
// middles, as fractions of n, differ.
func runPower(start, n1, n2, n int) int {
	power := 0
	for a, b := 2*start+n1, 2*start+2*n1+n2; ; a, b = 2*a, 2*b {
		power++
		if a >= n {
			a, b = a-n, b-n
		} else if b >= n {
			return power
		}
	}
}

// merge merges runs k and k+1.
func (m *merger[T]) merge(k int) {
	lo, mid := m.runs[k].start, m.runs[k+1].start
	a, b := m.items[lo:mid], m.items[mid:mid+m.runs[k+1].n]
	m.runs[k].n += len(b)
	m.runs[k].power = m.runs[k+1].power
	m.runs = append(m.runs[:k+1], m.runs[k+2:]...)
	if m.stop() {
		return
	}
	// What is in its place already need not move.
	skip := m.gallopRight(b[0], a, 0)
	lo, a = lo+skip, a[skip:]
	if len(a) == 0 {
		return
	}
	b = b[:m.gallopLeft(a[len(a)-1], b, len(b)-1)]
	if len(b) == 0 {
		return
	}
	if to := m.items[lo : mid+len(b)]; len(a) <= len(b) {
		m.buf = append(m.buf[:0], a...)
		m.mergeLow(m.buf, b, to)
	} else {
		m.buf = append(m.buf[:0], b...)
		m.mergeHigh(a, m.buf, to)
	}
}

// mergeLow merges a and b into to from the left; b lies at the end of to. b's first
// item comes first of all, a's last one last.
func (m *merger[T]) mergeLow(a, b, to []T) {
	gallop := m.minGallop
	take := func(from *[]T, n int) {
		copy(to, (*from)[:n])
		*from, to = (*from)[n:], to[n:]
	}
	// The last item of a belongs behind all of b.
	defer func() {
		copy(to, b)
		copy(to[len(b):], a)
		m.minGallop = gallop
	}()
	take(&b, 1)
	if len(b) == 0 || len(a) == 1 {
		return
	}
	for {
		for wonA, wonB := 0, 0; wonA < gallop && wonB < gallop; {
			if m.less(b[0], a[0]) {
				take(&b, 1)
				wonA, wonB = 0, wonB+1
				if len(b) == 0 {
					return
				}
			} else {
				take(&a, 1)
				wonA, wonB = wonA+1, 0
				if len(a) == 1 {
					return
				}
			}
		}
		gallop++
		for {
			gallop = max(gallop-1, 1)
			m.minGallop = gallop
			k := m.gallopRight(b[0], a, 0)
			wonA := k
			take(&a, k)
			if len(a) <= 1 {
				return
			}
			take(&b, 1)
			if len(b) == 0 {
				return
			}
			k = m.gallopLeft(a[0], b, 0)
			wonB := k
			take(&b, k)
			if len(b) == 0 {
				return
			}
			take(&a, 1)
			if len(a) == 1 {
				return
			}
			if wonA < firstMinGallop && wonB < firstMinGallop {
				break
			}
		}
		gallop++
		m.minGallop = gallop
	}
}

// mergeHigh merges a and b into to from the right; a lies at the start of to. a's
// last item comes last of all, b's first one first.
func (m *merger[T]) mergeHigh(a, b, to []T) {
	gallop := m.minGallop
	take := func(from *[]T, n int) {
		k := len(*from) - n
		copy(to[len(to)-n:], (*from)[k:])
		*from, to = (*from)[:k], to[:len(to)-n]
	}
	// The first item of b belongs before all of a.
	defer func() {
		copy(to[len(b):], a)
		copy(to, b)
		m.minGallop = gallop
	}()
	take(&a, 1)
	if len(a) == 0 || len(b) == 1 {
		return
	}
	for {
		for wonA, wonB := 0, 0; wonA < gallop && wonB < gallop; {
			if m.less(b[len(b)-1], a[len(a)-1]) {
				take(&a, 1)
				wonA, wonB = wonA+1, 0
				if len(a) == 0 {
					return
				}
			} else {
				take(&b, 1)
				wonA, wonB = 0, wonB+1
				if len(b) == 1 {
					return
				}
			}
		}
		gallop++
		for {
			gallop = max(gallop-1, 1)
			m.minGallop = gallop
			k := len(a) - m.gallopRight(b[len(b)-1], a, len(a)-1)
			wonA := k
			take(&a, k)
			if len(a) == 0 {
				return
			}
			take(&b, 1)
			if len(b) == 1 {
				return
			}
			k = len(b) - m.gallopLeft(a[len(a)-1], b, len(b)-1)
			wonB := k
			take(&b, k)
			if len(b) <= 1 {
				return
			}
			take(&a, 1)
			if len(a) == 0 {
				return
			}
			if wonA < firstMinGallop && wonB < firstMinGallop {
				break
			}
		}
		gallop++
		m.minGallop = gallop
	}
}

// gallopLeft is where x belongs in items, before equal ones. The search begins at
// hint and goes in growing steps.
func (m *merger[T]) gallopLeft(x T, items []T, hint int) int {
	last, ofs := 0, 1
	if m.less(items[hint], x) {
		limit := len(items) - hint
		for ofs < limit && m.less(items[hint+ofs], x) {
			last, ofs = ofs, ofs*2+1
		}
		ofs = min(ofs, limit)
		last, ofs = last+hint, ofs+hint
	} else {
		limit := hint + 1
		for ofs < limit && !m.less(items[hint-ofs], x) {
			last, ofs = ofs, ofs*2+1
		}
		ofs = min(ofs, limit)
		last, ofs = hint-ofs, hint-last
	}
	for last++; last < ofs; {
		if mid := last + (ofs-last)/2; m.less(items[mid], x) {
			last = mid + 1
		} else {
			ofs = mid
		}
	}
	return ofs
}

// gallopRight is where x belongs in items, after equal ones.
func (m *merger[T]) gallopRight(x T, items []T, hint int) int {
	last, ofs := 0, 1
	if m.less(x, items[hint]) {
		limit := hint + 1
		for ofs < limit && m.less(x, items[hint-ofs]) {
			last, ofs = ofs, ofs*2+1
		}
		ofs = min(ofs, limit)
		last, ofs = hint-ofs, hint-last
	} else {
		limit := len(items) - hint
		for ofs < limit && !m.less(x, items[hint+ofs]) {
			last, ofs = ofs, ofs*2+1
		}
		ofs = min(ofs, limit)
		last, ofs = last+hint, ofs+hint
	}
	for last++; last < ofs; {
		if mid := last + (ofs-last)/2; m.less(x, items[mid]) {
			ofs = mid
		} else {
			last = mid + 1
		}
	}
	return ofs
}
