package runtime

// The table under dict and set: entries in insertion order and an index of
// positions into them, open addressed.

// Dict is a dict. Its fields and unexported methods are the table; values of
// sets are unused.
type Dict struct {
	Hdr
	entries []dictEntry // the first ones in insertion order, see dictentries.go; a deleted one has key Missing
	rest    *entryRest  // those behind them, of a large table
	index   []int32     // power of two; 0 empty, -1 deleted, else entry number + 1; nil while the table is small
	used    int         // live entries
	usable  int32       // entries that can be added before the table is rebuilt
	first   int32       // entries before it are deleted
	attrs   *Attrs      // of an instance of a subclass that has some
	extra   *Value      // what a subclass written in Go keeps besides
}

type dictEntry struct {
	hash     uint64
	key, val Value
}

// The table's sizes are CPython's, since a program that changes a dict while it
// iterates over it can tell when the entries were moved together.
const (
	minTable  = 8  // slots of the smallest table
	scanTable = 16 // tables up to this size are searched without an index
)

// usableOf is how many entries a table of n slots holds.
func usableOf(n int) int { return n * 2 / 3 }

// NewDict makes an empty dict.
func NewDict() *Dict { return &Dict{Hdr: Hdr{&DictType}} }

// Value is the dict as a value.
func (d *Dict) Value() Value { return obj(d) }

// Len is the number of entries.
func (d *Dict) Len() int { return d.used }

// hashInt is hash(n): n modulo 2**61-1 with n's sign, and never -1.
func hashInt(n int64) uint64 {
	const mod = 1<<61 - 1
	if n >= mod || n <= -mod {
		n %= mod
	}
	if n == -1 {
		n = -2
	}
	return uint64(n)
}

// keyHash is hash(key) for use in a table.
func (t *Thread) keyHash(key Value) (uint64, error) {
	if key.p == nil {
		return hashInt(key.n), nil
	}
	return t.Hash(key)
}

// probe is the order in which a key's slots are tried. The first slot is the
// hash itself, so that runs of ints lie side by side in memory; the others are
// spread by all bits of the hash, so that no regular keys pile up.
type probe struct {
	i, step uint64
}

// next is the slot after slot p.i of the key with hash h.
func (p *probe) next(h uint64) uint64 {
	if p.step == 0 {
		m := (h ^ h>>32) * 0x9E3779B97F4A7C15
		m ^= m >> 29
		p.i, p.step = m, m>>32|1
	} else {
		p.i += p.step
	}
	return p.i
}

// What lookups answer besides an entry's number.
const (
	absent = -1 // no such key
	unsure = -2 // it takes the program's __eq__ to tell
)

// same compares k, the key of an entry that has the hash looked for, with an int
// or exact str: 1 equal, 0 not, -1 unsure.
func same(k, key Value) int {
	if k == key {
		return 1
	}
	x := exact[Str](k, &StrType)
	switch {
	case k.p != nil && x == nil:
		return -1
	case x != nil && key.p != nil && x.s == (*Str)(key.p).s:
		return 1
	}
	return 0
}

// find looks for an int or an exact str.
func (d *Dict) find(key Value, h uint64) int {
	if d.index == nil {
		for i := int(d.first); i < len(d.entries); i++ {
			e := &d.entries[i]
			if e.hash == h && !e.key.IsMissing() {
				if c := same(e.key, key); c > 0 {
					return i
				} else if c < 0 {
					return unsure
				}
			}
		}
		return absent
	}
	mask := uint64(len(d.index) - 1)
	p := probe{}
	for i := h; ; i = p.next(h) {
		j := d.index[i&mask]
		if j == 0 {
			return absent
		}
		if j > 0 {
			e := d.at(int(j - 1))
			if e.hash == h {
				if c := same(e.key, key); c > 0 {
					return int(j - 1)
				} else if c < 0 {
					return unsure
				}
			}
		}
	}
}

// findPlain looks for a key with its hash, if it is an int or an exact str; for all
// others it is unsure.
func (d *Dict) findPlain(key Value) (i int, h uint64) {
	switch {
	case key.p == nil:
		h = hashInt(key.n)
	case (*Hdr)(key.p).typ == &StrType:
		h = (*Str)(key.p).Hash()
	default:
		return unsure, 0
	}
	return d.find(key, h), h
}

// lookup is the number of key's entry, or absent. The program's __eq__ may run
// in it; when that changes the table, the search begins anew.
func (d *Dict) lookup(t *Thread, key Value, h uint64) (int, error) {
	if key.p == nil || (*Hdr)(key.p).typ == &StrType {
		if i := d.find(key, h); i != unsure {
			return i, nil
		}
	}
again:
	if d.index == nil {
		for i := int(d.first); i < len(d.entries); i++ {
			if e := &d.entries[i]; e.hash != h || e.key.IsMissing() {
				continue
			}
			eq, changed, err := d.equalAt(t, i, key)
			if err != nil {
				return absent, err
			}
			if changed {
				goto again
			}
			if eq {
				return i, nil
			}
		}
		return absent, nil
	}
	mask := uint64(len(d.index) - 1)
	p := probe{}
	for i := h; ; i = p.next(h) {
		j := int(d.index[i&mask])
		if j == 0 {
			return absent, nil
		}
		if j < 0 || d.at(j-1).hash != h {
			continue
		}
		eq, changed, err := d.equalAt(t, j-1, key)
		if err != nil {
			return absent, err
		}
		if changed {
			goto again
		}
		if eq {
			return j - 1, nil
		}
	}
}

// equalAt compares the key of entry i with key; changed says that the table is
// no longer what it was before the program's __eq__ ran.
func (d *Dict) equalAt(t *Thread, i int, key Value) (eq, changed bool, err error) {
	k := d.at(i).key
	if k == key {
		return true, false, nil
	}
	first, end, slots := &d.entries[0], d.end(), len(d.index)
	eq, err = t.Equal(k, key)
	changed = d.end() < end || &d.entries[0] != first || len(d.index) != slots || d.at(i).key != k
	return eq, changed, err
}

// Get is the value under key; ok is false if there is none.
func (d *Dict) Get(t *Thread, key Value) (v Value, ok bool, err error) {
	h, err := t.keyHash(key)
	if err != nil {
		return Value{}, false, err
	}
	if d.used == 0 {
		return Value{}, false, nil
	}
	return d.GetHashed(t, key, h)
}

// KeyHash is the hash of a key, for those who look for it more than once.
func (t *Thread) KeyHash(key Value) (uint64, error) { return t.keyHash(key) }

// GetHashed is Get of a key whose hash is known.
func (d *Dict) GetHashed(t *Thread, key Value, h uint64) (v Value, ok bool, err error) {
	i, err := d.lookup(t, key, h)
	if i < 0 {
		return Value{}, false, err
	}
	return d.at(i).val, true, nil
}

// Set puts v under key. A key that is there already stays as it is.
func (d *Dict) Set(t *Thread, key, v Value) error {
	h, err := t.keyHash(key)
	if err != nil {
		return err
	}
	return d.SetHashed(t, key, h, v)
}

// SetHashed is Set for a key whose hash is known.
func (d *Dict) SetHashed(t *Thread, key Value, h uint64, v Value) error {
	i, err := d.lookup(t, key, h)
	if err != nil {
		return err
	}
	if i >= 0 {
		d.at(i).val = v
		return nil
	}
	return d.insert(t, key, h, v)
}

// insert adds a key that is not there. It fails only when memory is short.
func (d *Dict) insert(t *Thread, key Value, h uint64, v Value) error {
	if d.usable == 0 && d.used >= 1<<16 {
		if err := t.reserve(d.used * (40 + 3*4)); err != nil {
			return err
		}
	}
	d.add(key, h, v)
	return nil
}

// add adds a key that is not there.
func (d *Dict) add(key Value, h uint64, v Value) {
	if d.usable == 0 {
		d.rebuild(d.used*3, 0)
	}
	d.usable--
	d.used++
	if d.index == nil {
		d.entries = append(d.entries, dictEntry{h, key, v})
		return
	}
	d.setIndex(h, d.end())
	d.push(dictEntry{h, key, v})
}

// Expect makes room for exactly n entries in an empty dict, if they are few.
func (d *Dict) Expect(n int) {
	if n > 0 && n <= usableOf(minTable) && d.entries == nil {
		d.entries = make([]dictEntry, 0, n)
		d.usable = int32(usableOf(minTable))
	}
}

// setIndex makes the index lead to entry n, whose hash is h.
func (d *Dict) setIndex(h uint64, n int) {
	if d.index == nil {
		return
	}
	mask := uint64(len(d.index) - 1)
	p := probe{}
	i := h
	for d.index[i&mask] > 0 {
		i = p.next(h)
	}
	d.index[i&mask] = int32(n + 1)
}

// moveToEnd moves entry i behind all others.
func (d *Dict) moveToEnd(i int) {
	if i == d.end()-1 {
		return
	}
	e := *d.at(i)
	d.remove(i)
	d.add(e.key, e.hash, e.val)
}

// moveToFront moves entry i before all others, into the room that deleted ones
// left there or that a new table has.
func (d *Dict) moveToFront(i int) {
	e := *d.at(i)
	if d.first == 0 && i == 0 {
		return
	}
	d.remove(i)
	if d.first == 0 {
		d.rebuild(d.used*3+minTable, d.used/2+1)
	}
	d.first--
	*d.at(int(d.first)) = e
	d.used++
	d.setIndex(e.hash, int(d.first))
}

// Extra is what SetExtra kept with the dict, else Missing.
func (d *Dict) Extra() Value {
	if d.extra == nil {
		return Missing
	}
	return *d.extra
}

// SetExtra keeps a value with the dict: for subclasses written in Go.
func (d *Dict) SetExtra(v Value) { d.extra = &v }

// Del deletes key; ok is false if it was not there.
func (d *Dict) Del(t *Thread, key Value) (ok bool, err error) {
	_, ok, err = d.Pop(t, key)
	return ok, err
}

// Pop deletes key and returns its value; ok is false if it was not there.
func (d *Dict) Pop(t *Thread, key Value) (v Value, ok bool, err error) {
	h, err := t.keyHash(key)
	if err != nil || d.used == 0 {
		return Value{}, false, err
	}
	i, err := d.lookup(t, key, h)
	if i < 0 {
		return Value{}, false, err
	}
	v = d.at(i).val
	d.remove(i)
	return v, true, nil
}

// remove deletes entry i.
func (d *Dict) remove(i int) {
	e := d.at(i)
	if d.index != nil {
		mask := uint64(len(d.index) - 1)
		p := probe{}
		j := e.hash
		for d.index[j&mask] != int32(i+1) {
			j = p.next(e.hash)
		}
		d.index[j&mask] = -1
	}
	*e = dictEntry{key: Missing}
	d.used--
	if i == int(d.first) {
		end := d.end()
		for i < end && d.at(i).key.IsMissing() {
			i++
		}
		d.first = int32(i)
	}
}

// popLast deletes the last entry and returns it; the dict must not be empty.
func (d *Dict) popLast() dictEntry {
	i := d.end() - 1
	for d.at(i).key.IsMissing() {
		i--
	}
	e := *d.at(i)
	d.remove(i)
	d.truncate(i)
	d.first = min(d.first, int32(i))
	return e
}

// Clear deletes everything.
func (d *Dict) Clear() {
	d.takeTable(&Dict{})
}

// Copy is a plain dict with the same entries.
func (d *Dict) Copy() *Dict {
	c := NewDict()
	c.copyTable(d)
	return c
}

// Each calls f with every key, value and hash in order, until f returns false. f
// must not change the dict.
func (d *Dict) Each(f func(key, v Value, hash uint64) bool) {
	for i, end := int(d.first), d.end(); i < end; i++ {
		if e := d.at(i); !e.key.IsMissing() && !f(e.key, e.val, e.hash) {
			return
		}
	}
}

// Next is the first entry at or after position pos, and the position after it;
// ok is false at the end. The dict may be changed between calls.
func (d *Dict) Next(pos int) (key, v Value, next int, ok bool) {
	e, next := d.from(pos)
	if e == nil {
		return Value{}, Value{}, next, false
	}
	return e.key, e.val, next, true
}

// Keys is the keys in order, in a new slice.
func (d *Dict) Keys() []Value {
	keys := make([]Value, 0, d.used)
	for i, end := int(d.first), d.end(); i < end; i++ {
		if e := d.at(i); !e.key.IsMissing() {
			keys = append(keys, e.key)
		}
	}
	return keys
}

// Values is the values in order, in a new slice.
func (d *Dict) Values() []Value {
	vals := make([]Value, 0, d.used)
	for i, end := int(d.first), d.end(); i < end; i++ {
		if e := d.at(i); !e.key.IsMissing() {
			vals = append(vals, e.val)
		}
	}
	return vals
}

// Update puts the entries of src into d.
func (d *Dict) Update(t *Thread, src *Dict) error {
	if d == src {
		return nil
	}
	if d.used == 0 && d.entries == nil {
		d.copyTable(src)
		return nil
	}
	used := src.used
	for pos := 0; ; {
		if pos = src.skip(pos); pos < 0 {
			return nil
		}
		e := *src.at(pos)
		pos++
		if err := d.SetHashed(t, e.key, e.hash, e.val); err != nil {
			return err
		}
		if src.used != used {
			return t.RuntimeErrorf("dict mutated during update")
		}
	}
}

// getStr, setStr and delStr are for namespaces, whose keys are names.

// findStr is the entry of the str that equals name; no code of the program runs.
func (d *Dict) findStr(name *Str) int {
	i := d.find(obj(name), name.Hash())
	if i != unsure {
		return i
	}
	h := name.Hash()
	for i, end := int(d.first), d.end(); i < end; i++ {
		if e := d.at(i); e.hash == h {
			if s := AsStr(e.key); s != nil && s.s == name.s {
				return i
			}
		}
	}
	return absent
}

func (d *Dict) getStr(name *Str) (Value, bool) {
	if d.used == 0 {
		return Value{}, false
	}
	if i := d.findStr(name); i >= 0 {
		return d.at(i).val, true
	}
	return Value{}, false
}

func (d *Dict) setStr(name *Str, v Value) {
	if i := d.findStr(name); i >= 0 {
		d.at(i).val = v
		return
	}
	d.add(obj(name), name.Hash(), v)
}

func (d *Dict) delStr(name *Str) bool {
	i := d.findStr(name)
	if i >= 0 {
		d.remove(i)
	}
	return i >= 0
}

// GetStr is the value under the str s.
func (d *Dict) GetStr(s string) (Value, bool) { return d.getStr(NewStrObj(s)) }

// SetStr puts v under the str s.
func (d *Dict) SetStr(s string, v Value) { d.setStr(NewStrObj(s), v) }

// DelStr deletes the str s and says whether it was there.
func (d *Dict) DelStr(s string) bool { return d.delStr(NewStrObj(s)) }

// Use is GetHashed; with move, the entry found moves behind all others.
func (d *Dict) Use(t *Thread, key Value, h uint64, move bool) (v Value, ok bool, err error) {
	i, err := d.lookup(t, key, h)
	if i < 0 {
		return Value{}, false, err
	}
	v = d.at(i).val
	if move && i < d.end()-1 {
		d.moveToEnd(i)
	}
	return v, true, nil
}

// PopFirst deletes the first entry, if there is one.
func (d *Dict) PopFirst() {
	if i := d.skip(0); i >= 0 {
		d.remove(i)
	}
}
