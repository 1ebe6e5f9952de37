package runtime

// Dict is a dict: open addressing over an array of entries in insertion order.
type Dict struct {
	Hdr
	entries []dictEntry // in insertion order; a deleted one has key Missing
	index   []int32     // power of two; 0 empty, -1 deleted, else entry number + 1
	used    int         // live entries
	filled  int         // index slots that are not empty
	version uint32      // counts changes of the key set, for iterators
	attrs   *Attrs
}

type dictEntry struct {
	hash     uint64
	key, val Value
}

// Set is a set or a frozenset. It iterates in insertion order, so that every
// run repeats.
type Set struct {
	Hdr
	d     Dict // values are unused
	hash  uint64
	attrs *Attrs
}

// NewDict makes an empty dict.
func NewDict() *Dict { return &Dict{Hdr: Hdr{&DictType}} }

// Value is the dict as a value.
func (d *Dict) Value() Value { return obj(d) }

// Len is the number of entries.
func (d *Dict) Len() int { return d.used }
