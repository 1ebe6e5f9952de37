package loop

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"
)

// run runs passes until the loop is not Ready and returns what ran, a slice a
// pass, and the state.
func run(l *Loop[func()], log *[]string) ([][]string, State) {
	var passes [][]string
	for {
		if state := l.Begin(false); state != Ready {
			return passes, state
		}
		*log = nil
		for l.Left() > 0 {
			l.Next()()
		}
		passes = append(passes, *log)
	}
}

func TestPasses(t *testing.T) {
	l := New[func()](&Virtual{})
	var log []string
	say := func(s string) func() { return func() { log = append(log, s) } }
	l.Soon(func() {
		log = append(log, "a")
		l.Soon(say("b"))              // the next pass
		l.At(l.Now(), say("timer 0")) // behind b
	})
	tenth := 0.1 // a variable: constants are added exactly
	l.At(tenth+0.2, say("0.1+0.2"))
	l.At(0.3, say("0.3"))
	l.At(0.3, say("0.3 again"))
	gone := l.At(0.3, say("cancelled"))
	l.Cancel(gone)
	got, state := run(l, &log)
	want := [][]string{{"a"}, {"b", "timer 0"}, {"0.3", "0.3 again", "0.1+0.2"}}
	if !slices.EqualFunc(got, want, slices.Equal) || state != Deadlock {
		t.Errorf("got %v, state %d", got, state)
	}
	if l.Now() != 0.3 { // 0.1+0.2 is within the resolution of it
		t.Errorf("clock %v", l.Now())
	}
}

func TestHorizon(t *testing.T) {
	l := New[func()](&Virtual{})
	l.Horizon = 5
	var log []string
	l.At(5, func() { log = append(log, "five") })
	l.At(6, func() { log = append(log, "six") })
	got, state := run(l, &log)
	if len(got) != 1 || state != Horizon || l.Now() != 5 {
		t.Errorf("got %v, state %d at %v", got, state, l.Now())
	}
}

func TestOutside(t *testing.T) {
	l := New[func()](&Virtual{})
	var log []string
	ticket := l.Reserve("work")
	l.At(math.Inf(1), func() {})
	go func() {
		time.Sleep(5 * time.Millisecond)
		ticket.Post(func() { log = append(log, "posted") })
		ticket.Post(func() { t.Error("posted twice") })
	}()
	for len(log) == 0 {
		if l.Begin(false) == Deadlock {
			t.Fatal("deadlock with work under way")
		}
		for l.Left() > 0 {
			l.Next()()
		}
	}
	if now := l.Now(); now <= 0 || now > 5 {
		t.Errorf("the virtual clock did not run with the wall: %v", now)
	}
	if l.Outside() != 0 {
		t.Error("the ticket is still out")
	}
}

// lastFirst lets the completion that was reserved last arrive first.
type lastFirst struct{ Seeded }

func (lastFirst) Arrival(due []Completion) int {
	last := 0
	for i, c := range due {
		if c.Seq > due[last].Seq {
			last = i
		}
	}
	return last
}

func TestArrival(t *testing.T) {
	l := New[func()](&Virtual{})
	l.Policy = lastFirst{}
	var log []string
	for _, s := range []string{"a", "b", "c"} {
		l.Reserve(s).Post(func() { log = append(log, s) })
	}
	l.Begin(false)
	for l.Left() > 0 {
		l.Next()()
	}
	if !slices.Equal(log, []string{"c", "b", "a"}) {
		t.Errorf("arrived %v", log)
	}
}

func TestRealClock(t *testing.T) {
	l := New[func()](NewReal())
	var log []string
	l.At(0.02, func() { log = append(log, "fired") })
	start := time.Now()
	_, state := run(l, &log)
	if d := time.Since(start); state != Deadlock || d < 15*time.Millisecond {
		t.Errorf("state %d after %v", state, d)
	}
	go func() {
		time.Sleep(5 * time.Millisecond)
		l.Wake()
	}()
	l.At(1000, func() {})
	if state := l.Begin(false); state != Woken {
		t.Errorf("state %d, want Woken", state)
	}
}

// What a pass of tasks that all yield costs, for one of them.
func BenchmarkReadyQueue(b *testing.B) {
	for _, tasks := range []int{1, 100, 10_000, 1_000_000} {
		b.Run(fmt.Sprint(tasks), func(b *testing.B) {
			l := New[int](&Virtual{})
			for i := range tasks {
				l.Soon(i)
			}
			b.ReportAllocs()
			for want := 0; b.Loop(); want++ {
				if l.Left() == 0 {
					l.Begin(false)
				}
				e := l.Next()
				if e != want%tasks {
					b.Fatalf("entry %d, want %d", e, want%tasks)
				}
				l.Soon(e)
			}
		})
	}
}
