package runtime

import (
	"fmt"

	"github.com/coro-lang/coro/lang/compiler"
)

// enumerate, zip, map and filter.

var enumerateType, zipType, mapType, filterType Type

// iterAttrs is where an iterator of a program's class keeps attributes.
type iterAttrs struct {
	Hdr
	attrs *Attrs
}

type enumerateIter struct {
	iterAttrs
	it Value
	n  Value // the next number
}

type zipIter struct {
	iterAttrs
	its    []Value
	strict bool
}

type mapIter struct {
	iterAttrs
	f   Value
	its []Value
}

type filterIter struct {
	iterAttrs
	f, it Value
}

func init() {
	iterator := func(typ *Type, name string, new func(*Thread, *Type, []Value, []*Str) (Value, error), next func(*Thread, Value) (Value, bool, error), rows ...Method) {
		Define(typ, &Spec{
			Name: name, Layout: true, NoKeywords: typ == &mapType || typ == &filterType,
			AttrsOf: func(v Value) **Attrs { return &(*iterAttrs)(v.p).attrs },
			Slots:   Slots{New: new, Iter: iterSelf, Next: next}, Methods: rows,
		})
	}
	iterator(&enumerateType, "enumerate", enumerateNew, enumerateNext,
		Method{Name: "__class_getitem__", Sig: "object, /", Kind: ClassMethod, Fn: classGetItemAlias}, enumerateState)
	iterator(&zipType, "zip", zipNew, zipNext, zipState...)
	enumerateType.nextPair, zipType.nextPair = enumeratePair, zipPair
	iterator(&mapType, "map", mapNew, mapNext, mapState)
	iterator(&filterType, "filter", filterNew, filterNext, filterState)
}

var enumerateSig = classSig("iterable, start=0")

func enumerateNew(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	if cls == &enumerateType {
		if err := checkEnumerate(t, args, kwnames); err != nil {
			return Value{}, err
		}
	}
	a, err := enumerateSig.bind(t, "enumerate", args, kwnames)
	if err != nil {
		return Value{}, err
	}
	start := Int(0)
	if !a[1].IsMissing() {
		if start, err = t.anyInt(a[1]); err != nil {
			return Value{}, err
		}
	}
	it, err := t.Iter(a[0])
	return obj(&enumerateIter{iterAttrs{Hdr: Hdr{cls}}, it, start}), err
}

// checkEnumerate words the errors of arguments as calls of the type itself do, not of
// subclasses.
func checkEnumerate(t *Thread, args []Value, kwnames []*Str) error {
	if len(args) > 2 {
		return t.TypeErrorf("enumerate() takes at most 2 arguments (%d given)", len(args))
	}
	for _, kw := range kwnames {
		if kw.s == "iterable" && len(kwnames) == len(args) || kw.s == "start" && len(args) > 1 {
			continue
		}
		return t.TypeErrorf("'%s' is an invalid keyword argument for enumerate()", kw.s)
	}
	if len(args) == 0 {
		return t.TypeErrorf("enumerate() missing required argument 'iterable'")
	}
	return nil
}

func enumerateNext(t *Thread, v Value) (Value, bool, error) {
	e := As[enumerateIter](v, &enumerateType)
	x, ok, err := t.Next(e.it)
	if err != nil || !ok {
		return Value{}, false, err
	}
	i := e.n
	if e.n, err = t.increment(i); err != nil {
		return Value{}, false, err
	}
	return newPair(i, x), true, nil
}

// enumeratePair is enumerateNext without the tuple.
func enumeratePair(t *Thread, v Value) (i, x Value, ok bool, err error) {
	e := (*enumerateIter)(v.p)
	if x, ok, err = t.Next(e.it); err != nil || !ok {
		return Value{}, Value{}, false, err
	}
	i = e.n
	if e.n, err = t.increment(i); err != nil {
		return Value{}, Value{}, false, err
	}
	return i, x, true, nil
}

// increment is the int n + 1.
func (t *Thread) increment(n Value) (Value, error) {
	if n.p == nil && n.n+1 > n.n {
		return Int(n.n + 1), nil
	}
	return t.Binary(compiler.Add, n, Int(1), false)
}

// iters is iter of each of vs.
func (t *Thread) iters(vs []Value) ([]Value, error) {
	its := make([]Value, len(vs))
	for i, v := range vs {
		var err error
		if its[i], err = t.Iter(v); err != nil {
			return nil, err
		}
	}
	return its, nil
}

var zipSig = classSig("*iterables, strict=False")

func zipNew(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	a, err := zipSig.bind(t, "zip", args, kwnames)
	if err != nil {
		return Value{}, err
	}
	strict, err := t.Truth(a[1].Or(False))
	if err != nil {
		return Value{}, err
	}
	its, err := t.iters((*Tuple)(a[0].p).items)
	return obj(&zipIter{iterAttrs{Hdr: Hdr{cls}}, its, strict}), err
}

func zipNext(t *Thread, v Value) (Value, bool, error) {
	z := As[zipIter](v, &zipType)
	if len(z.its) == 0 {
		return Value{}, false, nil
	}
	tuple, items := withRoom[Tuple](len(z.its))
	for i, it := range z.its {
		x, ok, err := t.Next(it)
		if err != nil {
			return Value{}, false, err
		}
		if !ok {
			if z.strict {
				err = z.checkEnd(t, i)
			}
			return Value{}, false, err
		}
		items[i] = x
	}
	tuple.typ, tuple.items = &TupleType, items
	return obj(tuple), true, nil
}

// zipPair is zipNext without the tuple.
func zipPair(t *Thread, v Value) (a, b Value, ok bool, err error) {
	z := (*zipIter)(v.p)
	if len(z.its) != 2 {
		tuple, ok, err := zipNext(t, v)
		if err == nil && ok {
			_, err = t.unpackedItems(tuple, 2, -1) // it fails
		}
		return Value{}, Value{}, false, err
	}
	if a, ok, err = t.Next(z.its[0]); err != nil {
		return Value{}, Value{}, false, err
	}
	if ok {
		if b, ok, err = t.Next(z.its[1]); err != nil || ok {
			return a, b, ok, err
		}
		if z.strict {
			err = z.checkEnd(t, 1)
		}
	} else if z.strict {
		err = z.checkEnd(t, 0)
	}
	return Value{}, Value{}, false, err
}

// checkEnd is the error of zip(strict=True) if the iterables do not end together;
// iterable i was the first one found at its end.
func (z *zipIter) checkEnd(t *Thread, i int) error {
	before := func(i int) string {
		if i == 1 {
			return "argument 1"
		}
		return fmt.Sprintf("arguments 1-%d", i)
	}
	if i > 0 {
		return t.ValueErrorf("zip() argument %d is shorter than %s", i+1, before(i))
	}
	for i := 1; i < len(z.its); i++ {
		_, ok, err := t.Next(z.its[i])
		if err != nil {
			return err
		}
		if ok {
			return t.ValueErrorf("zip() argument %d is longer than %s", i+1, before(i))
		}
	}
	return nil
}

func mapNew(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	if len(kwnames) > 0 {
		return Value{}, t.TypeErrorf("map() takes no keyword arguments")
	}
	if len(args) < 2 {
		return Value{}, t.TypeErrorf("map() must have at least two arguments.")
	}
	its, err := t.iters(args[1:])
	return obj(&mapIter{iterAttrs{Hdr: Hdr{cls}}, args[0], its}), err
}

func mapNext(t *Thread, v Value) (Value, bool, error) {
	m := As[mapIter](v, &mapType)
	var few [4]Value
	args := few[:]
	if len(m.its) > len(few) {
		args = make([]Value, len(m.its))
	}
	args = args[:len(m.its)]
	for i, it := range m.its {
		x, ok, err := t.Next(it)
		if err != nil || !ok {
			return Value{}, false, err
		}
		args[i] = x
	}
	return t.CallForNext(m.f, args...)
}

// CallForNext is t.Call for an iterator's next item: the iterator ends, too, when f
// raises StopIteration.
func (t *Thread) CallForNext(f Value, args ...Value) (v Value, ok bool, err error) {
	v, err = t.Call(f, args...)
	if err != nil && Is(err, &StopIterationType) {
		return Value{}, false, nil
	}
	return v, err == nil, err
}

var filterSig = classSig("function, iterable, /")

func filterNew(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	a, err := filterSig.bind(t, "filter", args, kwnames)
	if err != nil {
		return Value{}, err
	}
	it, err := t.Iter(a[1])
	return obj(&filterIter{iterAttrs{Hdr: Hdr{cls}}, a[0], it}), err
}

func filterNext(t *Thread, v Value) (Value, bool, error) {
	f := As[filterIter](v, &filterType)
	for {
		x, ok, err := t.Next(f.it)
		if err != nil || !ok {
			return Value{}, false, err
		}
		keep := x
		if !f.f.IsNone() && f.f != obj(&BoolType) {
			if keep, ok, err = t.CallForNext(f.f, x); err != nil || !ok {
				return Value{}, false, err
			}
		}
		if yes, err := t.Truth(keep); err != nil || yes {
			return x, err == nil, err
		}
		if err := t.poll(); err != nil {
			return Value{}, false, err
		}
	}
}
