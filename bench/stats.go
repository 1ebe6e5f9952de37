package main

// Medians and spreads of samples.

import (
	"slices"
	"time"
)

// samples are the costs of one program in the rounds.
type samples []cost

// median is the median CPU time and the median memory.
func (s samples) median() cost {
	return cost{
		cpu:    middle(s, func(c cost) time.Duration { return c.cpu }),
		memory: middle(s, func(c cost) int64 { return c.memory }),
	}
}

// middle is the median of a quantity.
func middle[T int64 | float64 | time.Duration](s samples, of func(cost) T) T {
	values := make([]T, len(s))
	for i, c := range s {
		values[i] = of(c)
	}
	return median(values)
}

func median[T int64 | float64 | time.Duration](values []T) T {
	if len(values) == 0 {
		return 0
	}
	v := slices.Sorted(slices.Values(values))
	if n := len(v); n%2 == 0 {
		return (v[n/2-1] + v[n/2]) / 2
	}
	return v[len(v)/2]
}

// A ratio is how many times one thing is another, with the least and the most that
// a round showed.
type ratio struct{ median, low, high float64 }

// ratioOf divides two engines' quantities, round by round for the spread.
func ratioOf(theirs, ours samples, of func(cost) float64) ratio {
	var each []float64
	for i := range min(len(theirs), len(ours)) {
		each = append(each, over(of(theirs[i]), of(ours[i])))
	}
	if len(each) == 0 {
		return ratio{}
	}
	return ratio{
		median: over(middle(theirs, of), middle(ours, of)),
		low:    slices.Min(each),
		high:   slices.Max(each),
	}
}

// over divides what noise may have made zero or less.
func over(a, b float64) float64 { return max(a, 0) / max(b, 1e-9) }

func cpuOf(c cost) float64    { return c.cpu.Seconds() }
func memoryOf(c cost) float64 { return float64(c.memory) }
