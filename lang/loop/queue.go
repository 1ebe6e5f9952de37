package loop

// queue is a first-in, first-out queue of entries: a ring whose length is a
// power of two.
type queue[E any] struct {
	ring       []E
	head, tail uint // positions before masking; tail - head entries are queued
}

func (q *queue[E]) len() int { return int(q.tail - q.head) }

func (q *queue[E]) push(e E) {
	if !q.put(e) {
		q.grow()
		q.put(e)
	}
}

// put is push if there is room; the Go compiler inlines it.
func (q *queue[E]) put(e E) bool {
	if q.tail-q.head == uint(len(q.ring)) {
		return false
	}
	q.ring[q.tail&uint(len(q.ring)-1)] = e
	q.tail++
	return true
}

// pop takes the first entry; the queue must not be empty.
func (q *queue[E]) pop() E {
	p := &q.ring[q.head&uint(len(q.ring)-1)]
	e := *p
	var zero E
	*p = zero // let go of what it points at
	q.head++
	return e
}

// drop is pop for an entry that is known; p is at(0).
func (q *queue[E]) drop(p *E) {
	var zero E
	*p = zero
	q.head++
}

// at is the i-th entry from the head.
func (q *queue[E]) at(i int) *E { return &q.ring[(q.head+uint(i))&uint(len(q.ring)-1)] }

func (q *queue[E]) grow() {
	ring := make([]E, max(16, 2*len(q.ring)))
	n := q.len()
	for i := range n {
		ring[i] = *q.at(i)
	}
	q.ring, q.head, q.tail = ring, 0, uint(n)
}
