package loop

import (
	"fmt"
	"math"
	"math/rand"
	"slices"
	"testing"
)

// TestTimersAgainstModel compares the heap with a sorted list over random
// registrations, cancellations and firings.
func TestTimersAgainstModel(t *testing.T) {
	type entry struct {
		when float64
		n    int
		id   TimerID
	}
	for seed := range int64(50) {
		rng := rand.New(rand.NewSource(seed))
		var ts timers[int]
		ts.seq = math.MaxUint32 - uint32(rng.Intn(500)) // cross the renumbering
		var model []entry
		for n := range 2000 {
			switch k := rng.Intn(10); {
			case k < 5:
				when := float64(rng.Intn(40))
				model = append(model, entry{when, n, ts.add(when, n)})
			case k < 8 && len(model) > 0:
				i := rng.Intn(len(model))
				if !ts.cancel(model[i].id) {
					t.Fatalf("seed %d: live timer could not be cancelled", seed)
				}
				if ts.cancel(model[i].id) || ts.live(model[i].id) {
					t.Fatalf("seed %d: timer cancelled twice", seed)
				}
				model = slices.Delete(model, i, i+1)
			case len(model) > 0:
				first := 0
				for i, e := range model {
					if e.when < model[first].when {
						first = i
					}
				}
				head := ts.head()
				if head == nil || head.when != model[first].when {
					t.Fatalf("seed %d: wrong head", seed)
				}
				if got := ts.pop(); got != model[first].n {
					t.Fatalf("seed %d: fired %d, want %d", seed, got, model[first].n)
				}
				if ts.cancel(model[first].id) {
					t.Fatalf("seed %d: fired timer cancelled", seed)
				}
				model = slices.Delete(model, first, first+1)
			case ts.head() != nil:
				t.Fatalf("seed %d: a timer is left", seed)
			}
		}
	}
}

func BenchmarkTimers(b *testing.B) {
	for _, count := range []int{100, 10_000, 1_000_000} {
		rng := rand.New(rand.NewSource(1))
		when := make([]float64, count)
		for i := range when {
			when[i] = rng.Float64()
		}
		each := func(b *testing.B) {
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(count), "ns/timer")
		}
		b.Run(fmt.Sprintf("fire/%d", count), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var ts timers[int]
				for i, w := range when {
					ts.add(w, i)
				}
				last := 0.0
				for range when {
					first := ts.head()
					if first == nil || first.when < last {
						b.Fatalf("%v after %v", first, last)
					}
					last = first.when
					ts.pop()
				}
			}
			each(b)
		})
		b.Run(fmt.Sprintf("cancel/%d", count), func(b *testing.B) {
			ids := make([]TimerID, count)
			b.ReportAllocs()
			for b.Loop() {
				var ts timers[int]
				for i, w := range when {
					ids[i] = ts.add(w, i)
				}
				for _, id := range ids {
					if !ts.cancel(id) {
						b.Fatal("a timer is gone")
					}
				}
				if ts.head() != nil {
					b.Fatal("a timer is left")
				}
			}
			each(b)
		})
	}
}
