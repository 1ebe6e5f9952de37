package stdlib

import (
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// heapq: heaps in lists. The items are compared in CPython's order, as a program
// with a __lt__ of its own can tell.

//go:embed source/heapq.py
var heapqSource string

var heapqModule = rt.ModuleDef{
	Name: "heapq", CModule: "_heapq",
	Funcs: []rt.Method{
		{Name: "heappush", Sig: "heap, item, /", Fn: heapPush},
		{Name: "heappop", Sig: "heap, /", Fn: heapPop},
		{Name: "heapify", Sig: "heap, /", Fn: heapify},
		{Name: "heapreplace", Sig: "heap, item, /", Fn: heapReplace},
		{Name: "heappushpop", Sig: "heap, item, /", Fn: heapPushPop},
	},
	Lazy: heapqSource,
}

func init() {
	rt.RegisterModule(&heapqModule)
}

// HeapPush adds item to the heap l.
func HeapPush(t *rt.Thread, l *rt.List, item rt.Value) error {
	l.Append(item)
	return siftDown(t, l, 0, l.Len()-1)
}

// HeapPop takes the smallest item off the heap l, which must not be empty.
func HeapPop(t *rt.Thread, l *rt.List) (rt.Value, error) {
	last := l.Pop()
	if l.Len() == 0 {
		return last, nil
	}
	items := l.Items()
	v := items[0]
	items[0] = last
	return v, siftUp(t, l, 0)
}

const errHeapSize = "list changed size during iteration"

// siftDown moves the item at pos towards start until its parent is not larger.
func siftDown(t *rt.Thread, l *rt.List, start, pos int) error {
	items := l.Items()
	if pos >= len(items) {
		return t.IndexErrorf("index out of range")
	}
	n := len(items)
	for pos > start {
		parent := (pos - 1) >> 1
		less, err := t.Less(items[pos], items[parent])
		if err != nil {
			return err
		}
		if items = l.Items(); len(items) != n {
			return t.RuntimeErrorf("%s", errHeapSize)
		}
		if !less {
			break
		}
		items[pos], items[parent] = items[parent], items[pos]
		pos = parent
	}
	return nil
}

// siftUp moves the item at pos to a leaf, always after its smaller child, then
// back to its place.
func siftUp(t *rt.Thread, l *rt.List, pos int) error {
	items := l.Items()
	n, start := len(items), pos
	for limit := n >> 1; pos < limit; {
		child := 2*pos + 1
		if child+1 < n {
			less, err := t.Less(items[child], items[child+1])
			if err != nil {
				return err
			}
			if items = l.Items(); len(items) != n {
				return t.RuntimeErrorf("%s", errHeapSize)
			}
			if !less {
				child++
			}
		}
		items[pos], items[child] = items[child], items[pos]
		pos = child
	}
	return siftDown(t, l, start, pos)
}

// argType is how errors about an argument name its type: None is just None.
func argType(v rt.Value) string {
	if v.IsNone() {
		return "None"
	}
	return v.Type().Name
}

// heapArg is the argument heap of the function called name; where follows the
// word argument in its errors.
func heapArg(t *rt.Thread, name, where string, v rt.Value) (*rt.List, error) {
	l := rt.AsList(v)
	if l == nil {
		return nil, t.TypeErrorf("%s() argument%s must be list, not %s", name, where, argType(v))
	}
	return l, nil
}

func heapPush(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	l, err := heapArg(t, "heappush", " 1", a[0])
	if err != nil {
		return rt.Value{}, err
	}
	return rt.None, HeapPush(t, l, a[1])
}

func heapPop(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	l, err := heapArg(t, "heappop", "", a[0])
	if err != nil {
		return rt.Value{}, err
	}
	if l.Len() == 0 {
		return rt.Value{}, t.IndexErrorf("index out of range")
	}
	return HeapPop(t, l)
}

func heapify(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	l, err := heapArg(t, "heapify", "", a[0])
	if err != nil {
		return rt.Value{}, err
	}
	for i := l.Len()/2 - 1; i >= 0; i-- {
		if err := siftUp(t, l, i); err != nil {
			return rt.Value{}, err
		}
	}
	return rt.None, nil
}

func heapReplace(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	l, err := heapArg(t, "heapreplace", " 1", a[0])
	if err != nil {
		return rt.Value{}, err
	}
	if l.Len() == 0 {
		return rt.Value{}, t.IndexErrorf("index out of range")
	}
	v := l.Items()[0]
	l.Items()[0] = a[1]
	return v, siftUp(t, l, 0)
}

func heapPushPop(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	l, err := heapArg(t, "heappushpop", " 1", a[0])
	if err != nil {
		return rt.Value{}, err
	}
	if l.Len() == 0 {
		return a[1], nil
	}
	less, err := t.Less(l.Items()[0], a[1])
	if err != nil || !less {
		return a[1], err
	}
	if l.Len() == 0 {
		return rt.Value{}, t.IndexErrorf("index out of range")
	}
	v := l.Items()[0]
	l.Items()[0] = a[1]
	return v, siftUp(t, l, 0)
}
