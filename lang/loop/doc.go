// Package loop decides what runs when: the queue of what is ready, the timers,
// the clock, work done outside, and which way an uncertainty goes.
//
// It never sees a value of the language. A Loop is generic over its entries,
// which are whatever its owner runs: the steps of tasks, callbacks. One turn of
// the owner's loop is a pass:
//
//	for {
//		n, state := l.Begin(false)
//		// look at state: Ready, Deadlock, Horizon, Woken
//		for range n {
//			run(l.Next())
//		}
//	}
//
// A pass runs exactly the entries that were ready when it began; what they
// append runs in the next one. Timers that are due join the end of the queue at
// the start of every pass, in the order of their times and, for equal times, of
// their registration. When nothing is ready the clock moves: at once to the
// first timer's time if it is virtual, by waiting if it is real.
//
// Work outside the loop (a socket, a thread of the machine) reserves a Ticket on
// the loop's goroutine and posts its completion exactly once from any other, so
// the loop always knows whether there is anything to wait for. A loop that has
// nothing ready, no timer and no ticket out is deadlocked.
package loop
