package loop

import "time"

// A Clock tells the time of a run in seconds since its start, and passes it.
// Several loops of one run share a clock.
type Clock interface {
	// Now is the time.
	Now() float64
	// Pass lets time pass until the given time (+Inf: no end), or until wake
	// receives. idle says that nothing outside can happen meanwhile: a virtual
	// clock then jumps.
	Pass(until float64, idle bool, wake <-chan struct{})
	// Moving says whether the clock moves while the program computes.
	Moving() bool
}

// Virtual is a clock that stands still while there is something to do and jumps
// to the next timer when there is not. While work is done outside it runs with
// the wall, from where it stood.
type Virtual struct {
	now float64
}

// Now is the time.
func (c *Virtual) Now() float64 { return c.now }

// Moving is false.
func (c *Virtual) Moving() bool { return false }

// Pass jumps, or waits for outside work.
func (c *Virtual) Pass(until float64, idle bool, wake <-chan struct{}) {
	if idle {
		c.now = max(c.now, until)
		return
	}
	start, base := time.Now(), c.now
	if wait(until-base, wake) {
		c.now = max(c.now, base+time.Since(start).Seconds())
		c.now = min(c.now, max(base, until))
	} else {
		c.now = max(c.now, until)
	}
}

// Real is the machine's monotonic clock.
type Real struct {
	start time.Time
}

// NewReal returns a real clock that starts at 0 now.
func NewReal() *Real { return &Real{time.Now()} }

// Now is the time.
func (c *Real) Now() float64 { return time.Since(c.start).Seconds() }

// Moving is true.
func (c *Real) Moving() bool { return true }

// Pass waits.
func (c *Real) Pass(until float64, _ bool, wake <-chan struct{}) {
	for {
		d := until - c.Now()
		if d <= 0 || wait(d, wake) {
			return
		}
	}
}

// longest is the longest single wait in seconds; more would overflow a Duration.
const longest = 86400.0

// wait waits for some seconds and says whether wake cut it short.
func wait(seconds float64, wake <-chan struct{}) (woken bool) {
	if seconds > longest {
		select {
		case <-wake:
			return true
		case <-time.After(time.Duration(longest * float64(time.Second))):
			return wait(seconds-longest, wake)
		}
	}
	t := time.NewTimer(time.Duration(seconds * float64(time.Second)))
	defer t.Stop()
	select {
	case <-wake:
		return true
	case <-t.C:
		return false
	}
}
