package loop

import "sync"

// outside is the work done beyond the loop's goroutine: how much of it is under
// way, and what has been posted and not yet taken.
type outside[E any] struct {
	out  int    // tickets not yet taken back by the loop
	seq  uint64 // reservations so far
	wake chan struct{}

	mu     sync.Mutex
	posted []post[E]
}

type post[E any] struct {
	Completion
	entry E
	free  bool // posted without a ticket
}

// Ticket stands for one piece of work under way outside the loop.
type Ticket[E any] struct {
	loop *Loop[E]
	once sync.Once
	what Completion
}

// Reserve announces a piece of outside work; the loop waits for it rather than
// take itself for deadlocked. It is called on the loop's goroutine. The ticket
// must be posted exactly once.
func (l *Loop[E]) Reserve(label string) *Ticket[E] {
	l.outside.out++
	l.outside.seq++
	return &Ticket[E]{loop: l, what: Completion{label, l.outside.seq}}
}

// Post hands over what is to run now that the work is done. It may be called on
// any goroutine; calls after the first do nothing.
func (t *Ticket[E]) Post(e E) {
	t.once.Do(func() { t.loop.post(post[E]{Completion: t.what, entry: e}) })
}

// Inject appends e to the queue from any goroutine without a reservation, as
// call_soon_threadsafe does.
func (l *Loop[E]) Inject(e E) { l.post(post[E]{entry: e, free: true}) }

func (l *Loop[E]) post(p post[E]) {
	l.outside.mu.Lock()
	l.outside.posted = append(l.outside.posted, p)
	l.outside.mu.Unlock()
	l.Wake()
}

// Wake ends a wait of Begin early; any goroutine may call it.
func (l *Loop[E]) Wake() {
	select {
	case l.outside.wake <- struct{}{}:
	default:
	}
}

// Outside is how much outside work is under way.
func (l *Loop[E]) Outside() int { return l.outside.out }

// awaitsOutside says whether outside work is under way that may lead to something here.
func (l *Loop[E]) awaitsOutside() bool {
	return l.outside.out > 0 || l.Elsewhere != nil && l.Elsewhere()
}

// Posted says whether something was posted that no pass has taken yet.
func (l *Loop[E]) Posted() bool {
	l.outside.mu.Lock()
	defer l.outside.mu.Unlock()
	return len(l.outside.posted) > 0
}

// collect appends what was posted to the queue, in the order that the policy
// gives to completions.
func (l *Loop[E]) collect() {
	o := &l.outside
	o.mu.Lock()
	posted := o.posted
	o.posted = nil
	o.mu.Unlock()
	for len(posted) > 0 {
		i := 0
		if len(posted) > 1 && l.Policy != nil {
			due := make([]Completion, len(posted))
			for j := range posted {
				due[j] = posted[j].Completion
			}
			i = l.Policy.Arrival(due)
		}
		p := posted[i]
		posted = append(posted[:i], posted[i+1:]...)
		if !p.free {
			o.out--
		}
		l.ready.push(p.entry)
	}
}
