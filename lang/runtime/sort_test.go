package runtime

import (
	"cmp"
	"math/rand"
	"slices"
	"sort"
	"testing"
)

func TestSortValuesIsStable(t *testing.T) {
	th, rnd := testThread(), rand.New(rand.NewSource(1))
	for _, n := range []int{0, 1, 2, 3, 31, 32, 33, 64, 100, 1000, 5000} {
		for _, spread := range []int{1, 2, 10, n + 1} {
			for shape := range 4 {
				keyed := make([]keyedValue, n)
				for i := range keyed {
					k := rnd.Intn(spread) - spread/2
					switch shape {
					case 1:
						k = i * spread / n
					case 2:
						k = (n - i) * spread / n
					case 3:
						k = (i % 100) * spread / n
					}
					keyed[i] = keyedValue{Float(float64(k)), Int(int64(i))}
				}
				want := append([]keyedValue(nil), keyed...)
				sort.SliceStable(want, func(i, j int) bool { return want[i].key.Float64() < want[j].key.Float64() })
				key := func(k keyedValue) Value { return k.key }
				ranked := append([]keyedValue(nil), keyed...)
				if order := ranks(ranked, key); order != nil {
					permute(ranked, order)
				}
				if err := mergeSort(th, keyed, key); err != nil {
					t.Fatal(err)
				}
				for i := range keyed {
					if keyed[i] != want[i] || ranked[i] != want[i] {
						t.Fatalf("n=%d spread=%d shape=%d: item %d is wrong", n, spread, shape, i)
					}
				}
			}
		}
	}
}

// Whatever an inconsistent order answers, no item is lost or doubled.
func TestSortKeepsItems(t *testing.T) {
	rnd := rand.New(rand.NewSource(1))
	for range 200 {
		n := rnd.Intn(500)
		items := rnd.Perm(n)
		left := rnd.Intn(3000)
		m := merger[int]{items: items, less: func(a, b int) bool { left--; return left > 0 && rnd.Intn(2) == 0 }, stop: func() bool { return false }}
		m.sort()
		sort.Ints(items)
		for i, x := range items {
			if i != x {
				t.Fatalf("n=%d: items are %v", n, items)
			}
		}
	}
}

func BenchmarkSortInts(b *testing.B) {
	th, rnd := testThread(), rand.New(rand.NewSource(1))
	shuffled := make([]Value, 1000000)
	for i := range shuffled {
		shuffled[i] = Int(rnd.Int63())
	}
	items := make([]Value, len(shuffled))
	for b.Loop() {
		copy(items, shuffled)
		if err := th.SortValues(items, None, false); err != nil {
			b.Fatal(err)
		}
		if !slices.IsSortedFunc(items, func(a, b Value) int { return cmp.Compare(a.n, b.n) }) {
			b.Fatal("not sorted")
		}
	}
}
