package loop

import (
	"cmp"
	"math"
	"slices"
)

// TimerID names a timer until it fires or is cancelled; after that it names
// nothing. The zero TimerID names no timer.
type TimerID uint64

// timers is a priority queue by (when, registration): a 4-ary heap without
// pointers, so that the garbage collector does not look into it and four children
// share a cache line. The entries are in slots beside it.
type timers[E any] struct {
	heap  []timer
	slots []*[slotChunk]slot[E]
	used  uint32 // slots that were ever taken
	free  uint32 // first free slot plus one
	seq   uint32 // number of the next registration
	dead  int    // cancelled timers still in the heap
}

type timer struct {
	when float64
	seq  uint32
	slot uint32
}

type slot[E any] struct {
	entry E
	gen   uint32 // counts the timers that the slot has held; odd while it holds a live one
	next  uint32 // next free slot plus one
}

// slotChunk is how many slots are allocated at a time: they stay where they are, as
// moving millions to a longer array would leave as many behind for the collector.
const slotChunk = 16

// slot is the slot i, which there is.
func (ts *timers[E]) slot(i uint32) *slot[E] { return &ts.slots[i/slotChunk][i%slotChunk] }

func (a *timer) before(b *timer) bool {
	return a.when < b.when || a.when == b.when && a.seq < b.seq
}

// add registers a timer.
func (ts *timers[E]) add(when float64, e E) TimerID {
	if ts.seq == math.MaxUint32 {
		ts.renumber()
	}
	i := ts.free
	if i == 0 {
		if ts.used%slotChunk == 0 {
			ts.slots = append(ts.slots, new([slotChunk]slot[E]))
		}
		ts.used++
		i = ts.used
	} else {
		ts.free = ts.slot(i - 1).next
	}
	s := ts.slot(i - 1)
	s.entry = e
	s.gen++
	ts.heap = append(room(ts.heap), timer{when, ts.seq, i - 1})
	ts.seq++
	ts.up(len(ts.heap) - 1)
	return TimerID(s.gen)<<32 | TimerID(i)
}

// cancel drops a timer that has not fired and says whether it did. The heap
// forgets it later: when it comes to the head, or when most of the heap is dead.
func (ts *timers[E]) cancel(id TimerID) bool {
	i, gen := uint32(id), uint32(id>>32)
	if i == 0 || ts.slot(i-1).gen != gen {
		return false
	}
	s := ts.slot(i - 1)
	var zero E
	s.entry = zero
	s.gen++
	ts.dead++
	if ts.dead > 100 && ts.dead > len(ts.heap)/2 {
		ts.sweep()
	}
	return true
}

// live says whether the timer has neither fired nor been cancelled.
func (ts *timers[E]) live(id TimerID) bool {
	i, gen := uint32(id), uint32(id>>32)
	return i != 0 && ts.slot(i-1).gen == gen
}

// head is the first timer that was not cancelled, or nil.
func (ts *timers[E]) head() *timer {
	for len(ts.heap) > 0 {
		t := &ts.heap[0]
		if ts.slot(t.slot).gen&1 == 1 {
			return t
		}
		ts.dead--
		ts.release(t.slot)
		ts.removeHead()
	}
	return nil
}

// pop takes the head, which must be live.
func (ts *timers[E]) pop() E {
	i := ts.heap[0].slot
	s := ts.slot(i)
	e := s.entry
	var zero E
	s.entry = zero
	s.gen++
	ts.release(i)
	ts.removeHead()
	return e
}

func (ts *timers[E]) release(i uint32) {
	ts.slot(i).next = ts.free
	ts.free = i + 1
}

func (ts *timers[E]) removeHead() {
	n := len(ts.heap) - 1
	last := ts.heap[n]
	ts.heap = ts.heap[:n]
	if n > 0 {
		ts.down(0, last)
	}
}

func (ts *timers[E]) up(i int) {
	h := ts.heap
	t := h[i]
	for i > 0 {
		p := (i - 1) / 4
		if !t.before(&h[p]) {
			break
		}
		h[i] = h[p]
		i = p
	}
	h[i] = t
}

// down puts t in the place i, whose timer is gone, or further from the head.
func (ts *timers[E]) down(i int, t timer) {
	h := ts.heap
	for {
		c := 4*i + 1
		if c >= len(h) {
			break
		}
		first := c
		for j := c + 1; j < min(c+4, len(h)); j++ {
			if h[j].before(&h[first]) {
				first = j
			}
		}
		if !h[first].before(&t) {
			break
		}
		h[i] = h[first]
		i = first
	}
	h[i] = t
}

// sweep drops the cancelled timers from the heap.
func (ts *timers[E]) sweep() {
	kept := ts.heap[:0]
	for _, t := range ts.heap {
		if ts.slot(t.slot).gen&1 == 1 {
			kept = append(kept, t)
		} else {
			ts.release(t.slot)
		}
	}
	ts.heap = kept
	ts.dead = 0
	for i := (len(kept) - 2) / 4; i >= 0 && len(kept) > 1; i-- {
		ts.down(i, kept[i])
	}
}

// renumber starts the registration numbers again from 0, keeping their order.
func (ts *timers[E]) renumber() {
	ts.sweep()
	order := slices.Clone(ts.heap)
	slices.SortFunc(order, func(a, b timer) int { return cmp.Compare(a.seq, b.seq) })
	for i := range order {
		order[i].seq = uint32(i)
	}
	ts.seq = uint32(len(order))
	slices.SortFunc(order, func(a, b timer) int {
		if a.before(&b) {
			return -1
		}
		return 1
	})
	copy(ts.heap, order)
}

// clear drops every timer.
func (ts *timers[E]) clear() {
	for len(ts.heap) > 0 {
		t := ts.heap[len(ts.heap)-1]
		s := ts.slot(t.slot)
		if s.gen&1 == 1 {
			var zero E
			s.entry = zero
			s.gen++
		}
		ts.release(t.slot)
		ts.heap = ts.heap[:len(ts.heap)-1]
	}
	ts.dead = 0
}

// room returns s with room for one more: twice its length when it is full, so
// that a million timers are not copied over and over.
func room[T any](s []T) []T {
	if len(s) == cap(s) {
		return slices.Grow(s, max(16, len(s)))
	}
	return s
}
