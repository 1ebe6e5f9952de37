package runtime

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"
)

// testThread is a thread that runs no program.
func testThread() *Thread { return &Thread{VM: &VM{recursionLimit: 1000}} }

func TestDictAgainstMap(t *testing.T) {
	th, rnd := testThread(), rand.New(rand.NewSource(1))
	for _, key := range []func(n int) Value{
		func(n int) Value { return Int(int64(n)) },
		func(n int) Value { return Int(int64(n) << 40) },
		func(n int) Value { return Int(int64(n) * (1<<61 - 1)) },
		func(n int) Value { return NewStr(fmt.Sprint(n)) },
	} {
		d, model := NewDict(), map[int]int64{}
		var order []int
		for i := range 5000 {
			n := rnd.Intn(300)
			k := key(n)
			switch rnd.Intn(5) {
			case 0, 1:
				if err := d.Set(th, k, Int(int64(i))); err != nil {
					t.Fatal(err)
				}
				if _, ok := model[n]; !ok {
					order = append(order, n)
				}
				model[n] = int64(i)
			case 2:
				ok, err := d.Del(th, k)
				_, want := model[n]
				if ok != want || err != nil {
					t.Fatalf("Del(%d) = %v, %v, want %v", n, ok, err, want)
				}
				if ok {
					order = slices.Delete(order, slices.Index(order, n), slices.Index(order, n)+1)
				}
				delete(model, n)
			case 3:
				if d.Len() > 0 {
					e, last := d.popLast(), order[len(order)-1]
					if eq, _ := th.Equal(e.key, key(last)); !eq || e.val.n != model[last] {
						t.Fatalf("popLast = %v, want key %d", e, last)
					}
					order = order[:len(order)-1]
					delete(model, last)
				}
			}
			v, ok, err := d.Get(th, k)
			if want, found := model[n]; ok != found || err != nil || ok && v.n != want {
				t.Fatalf("Get(%d) = %v, %v, %v, want %d, %v", n, v.n, ok, err, want, found)
			}
			if d.Len() != len(model) {
				t.Fatalf("Len = %d, want %d", d.Len(), len(model))
			}
		}
		keys := d.Copy().Keys()
		if len(keys) != len(order) {
			t.Fatalf("%d keys, want %d", len(keys), len(order))
		}
		for i, k := range keys {
			if eq, _ := th.Equal(k, key(order[i])); !eq {
				t.Fatalf("key %d is out of order", i)
			}
		}
	}
}

// A table with more entries than its first array holds keeps their order through
// all that moves entries.
func TestLargeDictKeepsOrder(t *testing.T) {
	th, rnd := testThread(), rand.New(rand.NewSource(2))
	d, order := NewDict(), []int64{}
	check := func(what string) {
		t.Helper()
		if keys := d.Keys(); !slices.EqualFunc(keys, order, func(k Value, n int64) bool { return k == Int(n) }) {
			t.Fatalf("%s: %d keys are not the %d expected, or not in order", what, len(keys), len(order))
		}
		for _, n := range order {
			if v, ok, err := d.Get(th, Int(n)); !ok || err != nil || v != Int(n) {
				t.Fatalf("%s: Get(%d) = %v, %v, %v", what, n, v.n, ok, err)
			}
		}
	}
	for step := range 40 {
		n := int64(step) << 32
		for range rnd.Intn(firstEntries) {
			n++
			if err := d.Set(th, Int(n), Int(n)); err != nil {
				t.Fatal(err)
			}
			order = append(order, n)
		}
		for range rnd.Intn(200) {
			at := rnd.Intn(len(order))
			n := order[at]
			i, _ := d.findPlain(Int(n))
			order = slices.Delete(order, at, at+1)
			switch rnd.Intn(3) {
			case 0:
				d.remove(i)
			case 1:
				d.moveToEnd(i)
				order = append(order, n)
			case 2:
				d.moveToFront(i)
				order = slices.Insert(order, 0, n)
			}
		}
		check("changed")
		for range rnd.Intn(len(order) / 4) {
			if e := d.popLast(); e.key != Int(order[len(order)-1]) {
				t.Fatalf("popLast = %d, want %d", e.key.n, order[len(order)-1])
			}
			order = order[:len(order)-1]
		}
		if step%4 == 3 {
			for range len(order) * 2 / 3 {
				d.PopFirst()
			}
			order = order[len(order)*2/3:]
		}
		check("popped")
		if step%3 == 0 {
			d = d.Copy()
			check("copied")
		}
	}
}

// A dict that serves as a queue stays fast: each step is constant on average.
func TestDictAsQueue(t *testing.T) {
	th, d := testThread(), NewDict()
	const width = 1000
	steps := 0
	for i := range 200000 {
		if err := d.Set(th, Int(int64(i)), None); err != nil {
			t.Fatal(err)
		}
		if i >= width {
			k, _, next, ok := d.Next(0)
			if !ok || k != Int(int64(i-width)) {
				t.Fatalf("step %d: first key %v", i, k.n)
			}
			steps += next
			if ok, _ := d.Del(th, k); !ok {
				t.Fatal("not there")
			}
		}
	}
	if d.end() > 8*width {
		t.Errorf("%d entries kept for %d keys", d.end(), d.Len())
	}
}

func TestSetAlgebraKeepsLeftOrder(t *testing.T) {
	th := testThread()
	set := func(ns ...int64) *Set {
		s := NewSet()
		for _, n := range ns {
			if err := s.Add(th, Int(n)); err != nil {
				t.Fatal(err)
			}
		}
		return s
	}
	a, b := set(5, 1, 4, 2), set(2, 9, 5)
	for _, c := range []struct {
		op   string
		do   func(*Set, Value) error
		want []int64
	}{
		{"&", th.intersect, []int64{5, 2}},
		{"-", th.subtract, []int64{1, 4}},
		{"^", th.symmetricDifference, []int64{1, 4, 9}},
		{"|", func(s *Set, v Value) error { return s.Update(th, v) }, []int64{5, 1, 4, 2, 9}},
	} {
		s := a.copyBase()
		if err := c.do(s, b.Value()); err != nil {
			t.Fatal(err)
		}
		var got []int64
		for _, v := range s.Items() {
			got = append(got, v.n)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("a %s b = %v, want %v", c.op, got, c.want)
		}
	}
}

func BenchmarkDictInt(b *testing.B) {
	const n = 1_000_000
	th := testThread()
	b.ReportAllocs()
	for b.Loop() {
		d := NewDict()
		for i := range int64(n) {
			d.Set(th, Int(i*7), Int(i))
		}
		sum := int64(0)
		for i := range int64(n) {
			v, _, _ := d.Get(th, Int(i*7))
			sum += v.n
		}
		if sum != n*(n-1)/2 {
			b.Fatalf("sum %d", sum)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/key")
}

func BenchmarkDictStr(b *testing.B) {
	th := testThread()
	keys := make([]Value, 1000)
	for i := range keys {
		keys[i] = NewStr(fmt.Sprintf("key%d", i))
	}
	b.ReportAllocs()
	for b.Loop() {
		d := NewDict()
		for range 1000 {
			for i, k := range keys {
				d.Set(th, k, Int(int64(i)))
			}
		}
		if v, _, _ := d.Get(th, NewStr("key999")); d.Len() != 1000 || v.n != 999 {
			b.Fatalf("%d keys, the last is %d", d.Len(), v.n)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/1e6, "ns/key")
}

// What a set, a queue of keys or an LRU cache does: keys come and go.
func BenchmarkDictChurn(b *testing.B) {
	const n, width = 100_000, 1000
	th := testThread()
	b.ReportAllocs()
	for b.Loop() {
		d := NewDict()
		for i := range int64(n) {
			d.Set(th, Int(i), None)
			if i >= width {
				if ok, _ := d.Del(th, Int(i-width)); !ok {
					b.Fatalf("key %d is not there", i-width)
				}
			}
		}
		if d.Len() != width {
			b.Fatalf("%d keys are left", d.Len())
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/key")
}
