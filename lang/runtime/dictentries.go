package runtime

// Where a table keeps its entries. The first ones lie in one array, which moves to
// a larger one as the table grows. Those of a large table that come after them lie
// in chunks that stay where they are, so that growing it is to make a new index
// only: copying megabytes of pointers costs more than the program does with them,
// the more so while the garbage collector looks at the half of the new array that
// is not written yet.

// entryRest is the entries of a table behind its first firstEntries.
type entryRest struct {
	n      int
	chunks []*entryChunk
}

type entryChunk [chunkEntries]dictEntry

const (
	firstEntries = 1 << 12 * 2 / 3 // usableOf a table of that many slots
	chunkEntries = 1 << 10
)

// end is the number behind the last entry's, deleted ones counted.
func (d *Dict) end() int {
	n := len(d.entries)
	if d.rest != nil {
		n += d.rest.n
	}
	return n
}

// at is entry i.
func (d *Dict) at(i int) *dictEntry {
	if uint(i) < uint(len(d.entries)) {
		return &d.entries[i]
	}
	i -= firstEntries
	return &d.rest.chunks[uint(i)/chunkEntries][uint(i)%chunkEntries]
}

// from is the first live entry from number pos on, and the number behind it; nil at
// the end.
func (d *Dict) from(pos int) (e *dictEntry, next int) {
	i := max(pos, int(d.first))
	for ; i < len(d.entries); i++ {
		if e := &d.entries[i]; !e.key.IsMissing() {
			return e, i + 1
		}
	}
	for end := d.end(); i < end; i++ {
		if e := d.at(i); !e.key.IsMissing() {
			return e, i + 1
		}
	}
	return nil, i
}

// skip is the number of the first live entry from pos on, or -1.
func (d *Dict) skip(pos int) int {
	if e, next := d.from(pos); e != nil {
		return next - 1
	}
	return -1
}

// push puts an entry behind all others; the index does not know of it yet.
func (d *Dict) push(e dictEntry) {
	if len(d.entries) < firstEntries {
		d.entries = append(d.entries, e)
		return
	}
	if d.rest == nil {
		d.rest = &entryRest{}
	}
	r := d.rest
	if r.n == len(r.chunks)*chunkEntries {
		r.chunks = append(r.chunks, new(entryChunk))
	}
	r.chunks[r.n/chunkEntries][r.n%chunkEntries] = e
	r.n++
}

// truncate forgets the entries from number n on, which are deleted.
func (d *Dict) truncate(n int) {
	if d.rest != nil {
		d.rest.n = max(n-firstEntries, 0)
	}
	d.entries = d.entries[:min(n, len(d.entries))]
}

// rebuild makes the table one of at least n slots. The entries move together,
// behind gap deleted ones; if none need to, those of a large table stay.
func (d *Dict) rebuild(n, gap int) {
	size := minTable
	for size < n {
		size *= 2
	}
	if gap > 0 || d.used < d.end() || cap(d.entries) != firstEntries || size <= len(d.index) {
		d.moveEntries(min(usableOf(size), firstEntries), gap)
	}
	d.usable = int32(usableOf(size) - d.end())
	d.index = nil
	if size <= scanTable {
		return
	}
	d.index = make([]int32, size)
	for i, end := gap, d.end(); i < end; i++ {
		d.setIndex(d.at(i).hash, i)
	}
}

// moveEntries moves the live entries together, behind gap deleted ones, into a new
// array that has room for n and, if those are not enough, into chunks.
func (d *Dict) moveEntries(n, gap int) {
	old := *d
	d.entries, d.rest, d.first = make([]dictEntry, 0, n), nil, int32(gap)
	for range gap {
		d.push(dictEntry{key: Missing})
	}
	if gap == 0 && old.rest == nil && old.used == len(old.entries) {
		d.entries = append(d.entries, old.entries...)
		return
	}
	for e, i := old.from(0); e != nil; e, i = old.from(i) {
		d.push(*e)
	}
}

// copyTable makes d, which is empty, hold what src does.
func (d *Dict) copyTable(src *Dict) {
	if src.used == 0 {
		return
	}
	if src.used != src.end() {
		d.rebuild(src.used*3/2, 0)
		src.Each(func(k, v Value, h uint64) bool { d.add(k, h, v); return true })
		return
	}
	n := len(src.entries)
	d.entries = append(make([]dictEntry, 0, min(n+int(src.usable), firstEntries)), src.entries...)
	if src.rest != nil {
		d.rest = &entryRest{n: src.rest.n}
		for _, c := range src.rest.chunks {
			copied := *c
			d.rest.chunks = append(d.rest.chunks, &copied)
		}
	}
	if src.index != nil {
		d.index = append([]int32(nil), src.index...)
	}
	d.used, d.usable = src.used, src.usable
}

// takeTable makes src's table d's.
func (d *Dict) takeTable(src *Dict) {
	d.entries, d.rest, d.index = src.entries, src.rest, src.index
	d.used, d.usable, d.first = src.used, src.usable, src.first
}
