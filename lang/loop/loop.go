package loop

import "math"

// resolution is how far past the clock a timer is taken to be due: the
// resolution that CPython reports for its monotonic clock.
const resolution = 1e-9

// Loop is one event loop's queue, timers and outside work.
type Loop[E any] struct {
	Clock    Clock
	Policy   Policy   // nil: completions in the order in which they came
	Recorder Recorder // nil: nothing is recorded
	// Horizon is the time at which the run ends, +Inf for never.
	Horizon float64
	// Elsewhere says whether outside work of another loop of the run is under way,
	// which may lead to something here; nil: it never is.
	Elsewhere func() bool
	// Passes counts the passes begun, Still those begun at the present time of a
	// virtual clock.
	Passes, Still uint64

	virtual *Virtual // the clock, if it is one, for a look without a call
	left    int      // entries of the pass that are still to run
	ready   queue[E]
	timers  timers[E]
	outside outside[E]
}

// New returns an empty loop on a clock.
func New[E any](clock Clock) *Loop[E] {
	l := &Loop[E]{}
	l.Init(clock, make(chan struct{}, 1))
	return l
}

// Init makes a zero Loop an empty loop on a clock. wake, which has room for one,
// is the channel that ends a wait early; the loops of one run may share it.
func (l *Loop[E]) Init(clock Clock, wake chan struct{}) {
	l.Clock = clock
	l.virtual, _ = clock.(*Virtual)
	l.Horizon = math.Inf(1)
	l.outside.wake = wake
}

// Now is the clock's time.
func (l *Loop[E]) Now() float64 {
	if l.virtual != nil {
		return l.virtual.now
	}
	return l.Clock.Now()
}

// Soon appends e to the queue.
func (l *Loop[E]) Soon(e E) { l.ready.push(e) }

// SoonIfRoom is Soon if that takes no more memory; it says whether it did.
func (l *Loop[E]) SoonIfRoom(e E) bool { return l.ready.put(e) }

// At has e appended to the queue in the first pass that begins at or after
// when. when must not be NaN.
func (l *Loop[E]) At(when float64, e E) TimerID { return l.timers.add(when, e) }

// Cancel drops a timer; it says whether it was still to fire. Once a timer has
// fired its entry is in the queue, and stays there.
func (l *Loop[E]) Cancel(id TimerID) bool { return l.timers.cancel(id) }

// Live says whether a timer is still to fire.
func (l *Loop[E]) Live(id TimerID) bool { return l.timers.live(id) }

// Ready is the number of entries in the queue.
func (l *Loop[E]) Ready() int { return l.ready.len() }

// Timers is the number of timers that are still to fire.
func (l *Loop[E]) Timers() int { return len(l.timers.heap) - l.timers.dead }

// Idle says whether there is nothing to run, now or later.
func (l *Loop[E]) Idle() bool {
	return l.ready.len() == 0 && l.Timers() == 0 && l.outside.out == 0 && len(l.outside.wake) == 0
}

// NextTimer is the time of the first timer, +Inf if there is none.
func (l *Loop[E]) NextTimer() float64 {
	if t := l.timers.head(); t != nil {
		return t.when
	}
	return math.Inf(1)
}

// State says why Begin came back.
type State uint8

// The states.
const (
	Ready    State = iota // there is something to run, or a poll found nothing
	Deadlock              // nothing is ready and nothing ever will be
	Horizon               // time would have to pass the Horizon; the clock stands there
	Woken                 // Wake was called
)

// Begin begins a pass: it lets time pass if nothing is ready (unless poll is
// set), appends the timers that are due to the queue, and leaves it to Next to
// give out what is in it now.
func (l *Loop[E]) Begin(poll bool) State {
	l.Passes++
	l.Still++
	head := l.timers.head()
	if l.outside.out > 0 || len(l.outside.wake) > 0 {
		l.collect()
	}
	if l.ready.len() == 0 && !poll {
		until := math.Inf(1)
		if head != nil {
			until = head.when
		} else if !l.awaitsOutside() {
			return Deadlock
		}
		if state := l.pass(until); state != Ready {
			return state
		}
		head = l.timers.head()
	}
	if head != nil {
		// Far from zero, the resolution is lost in rounding: what the clock has
		// reached is due all the same.
		now := l.Clock.Now()
		due := now + resolution
		for head != nil && (head.when < due || head.when <= now) {
			l.ready.push(l.timers.pop())
			head = l.timers.head()
		}
	}
	l.left = l.ready.len()
	return Ready
}

// Again begins another pass if that takes no more than going on with what is in
// the queue: no timer is due, and nothing is done outside.
func (l *Loop[E]) Again() bool {
	n := l.ready.len()
	if n == 0 || l.outside.out > 0 {
		return false
	}
	if len(l.timers.heap) > 0 {
		if head := l.timers.head(); head != nil && head.when < l.Now()+resolution {
			return false
		}
	}
	l.Passes++
	l.Still++
	l.left = n
	return true
}

// pass lets time pass until the given time or until something is posted.
func (l *Loop[E]) pass(until float64) State {
	before := l.Clock.Now()
	end := min(until, l.Horizon)
	// A wake-up may be left over from a post that was collected before.
	select {
	case <-l.outside.wake:
		l.collect()
		return Woken
	default:
	}
	l.Clock.Pass(end, !l.awaitsOutside(), l.outside.wake)
	now := l.Clock.Now()
	if now > before {
		l.Still = 0
		l.Record(ClockMoved, 0, 0, "")
	}
	l.collect()
	switch {
	case l.ready.len() > 0:
		return Ready
	case now >= until || now+resolution > until:
		return Ready
	case now >= l.Horizon:
		return Horizon
	}
	return Woken
}

// Left is how many entries of the pass are still to run.
func (l *Loop[E]) Left() int { return l.left }

// First is where the next entry of the pass is, of which there must be one left.
func (l *Loop[E]) First() *E { return l.ready.at(0) }

// Next takes it.
func (l *Loop[E]) Next() E {
	l.left--
	return l.ready.pop()
}

// Drop takes it without giving it; first is where it is.
func (l *Loop[E]) Drop(first *E) {
	l.left--
	l.ready.drop(first)
}

// Sleep lets time pass until when with nothing else happening: what a blocking
// call on the loop's own stack does. It says whether it got there; if not it was
// woken, or stopped at the Horizon.
func (l *Loop[E]) Sleep(when float64) bool {
	before := l.Clock.Now()
	l.Clock.Pass(min(when, l.Horizon), l.outside.out == 0, l.outside.wake)
	now := l.Clock.Now()
	if now > before {
		l.Still = 0
		l.Record(ClockMoved, 0, 0, "")
	}
	return now >= when || now+resolution > when
}

// Clear drops everything that is queued and every timer. Outside work that is
// under way may still post.
func (l *Loop[E]) Clear() {
	for l.ready.len() > 0 {
		l.ready.pop()
	}
	l.left = 0
	l.timers.clear()
}
