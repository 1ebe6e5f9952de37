package stdlib

import (
	rt "github.com/coro-lang/coro/lang/runtime"
)

// The futures that the synchronisation primitives and queues have tasks wait on.

// waiter is a future in a list of waiters.
type waiter struct {
	rt.Future
	next, prev *waiter
	in         *waiters // nil when it is in none
}

// waiters are those who wait for one thing, in the order in which they came.
type waiters struct {
	first, last *waiter
	n           int
}

func (l *waiters) len() int { return l.n }

func (l *waiters) push(w *waiter) {
	w.in, w.prev, w.next = l, l.last, nil
	if l.last != nil {
		l.last.next = w
	} else {
		l.first = w
	}
	l.last = w
	l.n++
}

// remove takes a waiter out; nothing happens if it is not in.
func (l *waiters) remove(w *waiter) {
	if w.in != l {
		return
	}
	if w.prev != nil {
		w.prev.next = w.next
	} else {
		l.first = w.next
	}
	if w.next != nil {
		w.next.prev = w.prev
	} else {
		l.last = w.prev
	}
	w.in, w.next, w.prev = nil, nil, nil
	l.n--
}

// pop takes the first one out; nil if there is none.
func (l *waiters) pop() *waiter {
	w := l.first
	if w != nil {
		l.remove(w)
	}
	return w
}

// allCancelled says whether nobody waits but those who were cancelled.
func (l *waiters) allCancelled() bool {
	for w := l.first; w != nil; w = w.next {
		if !w.Cancelled() {
			return false
		}
	}
	return true
}

// wakeAll wakes everyone with a result and leaves them in the list.
func (l *waiters) wakeAll(v rt.Value) {
	for w := l.first; w != nil; w = w.next {
		if !w.Done() {
			w.SetResult(v)
		}
	}
}

// wait makes w a fresh future of a loop that waits in the list; if the program
// holds the one that w was, a new waiter is made. It returns the one that waits.
func (l *waiters) wait(t *rt.Thread, w *waiter, el *rt.EventLoop) *waiter {
	if w == nil || w.Shown() {
		w = &waiter{}
	}
	t.InitFuture(&w.Future, el)
	l.push(w)
	return w
}
