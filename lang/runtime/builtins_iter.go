package runtime

import (
	"math"

	"github.com/coro-lang/coro/lang/compiler"
)

// The builtin functions on iterables and iterators.

var iterBuiltins = []Method{
	{Name: "aiter", Sig: "async_iterable, /", Fn: builtinAiter},
	{Name: "all", Sig: "iterable, /", Fn: builtinAll},
	{Name: "anext", Sig: "async_iterator, default=<unrepresentable>, /", Fn: builtinAnext},
	{Name: "any", Sig: "iterable, /", Fn: builtinAny},
	{Name: "iter", Sig: "object, sentinel=<unrepresentable>, /", Fn: builtinIter},
	{Name: "max", Sig: "*args, default=<unrepresentable>, key=None", Fn: extreme("max", compiler.Gt), Pair: extremeOfTwo(compiler.Gt)},
	{Name: "min", Sig: "*args, default=<unrepresentable>, key=None", Fn: extreme("min", compiler.Lt), Pair: extremeOfTwo(compiler.Lt)},
	{Name: "next", Sig: "iterator, default=<unrepresentable>, /", Fn: builtinNext},
	{Name: "sorted", Sig: "iterable, /, *, key=None, reverse=False", raw: builtinSorted},
	{Name: "sum", Sig: "iterable, /, start=0", Fn: builtinSum},
}

func init() {
	RegisterBuiltins(iterBuiltins)
}

func builtinAll(t *Thread, a []Value) (Value, error) { return t.anyTruth(a[0], false) }

func builtinAny(t *Thread, a []Value) (Value, error) { return t.anyTruth(a[0], true) }

// anyTruth is want if an item has that truth, else its opposite.
func (t *Thread) anyTruth(v Value, want bool) (Value, error) {
	err := t.Each(v, func(x Value) error {
		yes, err := t.Truth(x)
		if err == nil && yes == want {
			return errStop
		}
		return err
	})
	if err == errStop {
		return Bool(want), nil
	}
	return Bool(!want), err
}

func builtinIter(t *Thread, a []Value) (Value, error) {
	if a[1].IsMissing() {
		return t.Iter(a[0])
	}
	if !Callable(a[0]) {
		return Value{}, t.TypeErrorf("iter(v, w): v must be callable")
	}
	return NewCallIterator(a[0], a[1]), nil
}

func builtinNext(t *Thread, a []Value) (Value, error) {
	if typ := a[0].Type(); typ.flags&flagHeap != 0 && typ.Next != nil && a[1].IsMissing() {
		return t.special(dunderNext, a[0]) // whose StopIteration may carry something
	}
	v, ok, err := t.Next(a[0])
	switch {
	case err != nil:
		if !a[1].IsMissing() && Is(err, &StopIterationType) {
			return a[1], nil
		}
		return Value{}, err
	case ok:
		return v, nil
	case !a[1].IsMissing():
		return a[1], nil
	}
	if typ := a[0].Type(); typ == &GeneratorType || typ == &anextAwaitableType || isAgenCall(typ) {
		return Value{}, t.stopIteration(v)
	}
	return Value{}, &Exception{Hdr: Hdr{&StopIterationType}}
}

// extreme makes max and min: op says that an item beats the best one so far.
func extreme(name string, op compiler.CompareOp) Fn {
	return func(t *Thread, a []Value) (Value, error) {
		args, def, key := (*Tuple)(a[0].p).items, a[1], a[2].Or(None)
		switch len(args) {
		case 0:
			return Value{}, t.TypeErrorf("%s expected at least 1 argument, got 0", name)
		case 1:
		default:
			if !def.IsMissing() {
				return Value{}, t.TypeErrorf("Cannot specify a default for %s() with multiple positional arguments", name)
			}
			if key.IsNone() {
				return t.extremeOf(args, op)
			}
		}
		return t.extremeBy(name, op, args, def, key)
	}
}

func extremeOfTwo(op compiler.CompareOp) Fn {
	return func(t *Thread, a []Value) (Value, error) { return t.extremeOf(a, op) }
}

// extremeOf is the first of args that is op to all others.
func (t *Thread) extremeOf(args []Value, op compiler.CompareOp) (Value, error) {
	best := args[0]
	for _, x := range args[1:] {
		better, err := t.CompareBool(op, x, best)
		if err != nil {
			return Value{}, err
		}
		if better {
			best = x
		}
	}
	return best, nil
}

// extremeBy is extremeOf by a key, or of the items of a single argument.
func (t *Thread) extremeBy(name string, op compiler.CompareOp, args []Value, def, key Value) (Value, error) {
	best, bestKey := Missing, Missing
	see := func(x Value) error {
		k := x
		var err error
		if !key.IsNone() {
			if k, err = t.Call(key, x); err != nil {
				return err
			}
		}
		better := best.IsMissing()
		switch {
		case better:
		case k.p == nil && bestKey.p == nil:
			better = k.n < bestKey.n == (op == compiler.Lt) && k.n != bestKey.n
		default:
			better, err = t.CompareBool(op, k, bestKey)
		}
		if better {
			best, bestKey = x, k
		}
		return err
	}
	var err error
	if len(args) == 1 {
		err = t.Each(args[0], see)
	} else {
		for _, x := range args {
			if err = see(x); err != nil {
				break
			}
		}
	}
	if err == nil && best.IsMissing() {
		if def.IsMissing() {
			return Value{}, t.ValueErrorf("%s() iterable argument is empty", name)
		}
		best = def
	}
	return best, err
}

var sortSig = parseSig("*, key=None, reverse=False")

func builtinSorted(t *Thread, args []Value, kwnames []*Str) (Value, error) {
	if npos := len(args) - len(kwnames); npos != 1 {
		return Value{}, t.TypeErrorf("sorted expected 1 argument, got %d", npos)
	}
	options := append([]Value(nil), args[1:]...) // args may be gone when the iterable has run
	items, err := t.Collect(args[0])
	if err != nil {
		return Value{}, err
	}
	// CPython hands the keywords to list.sort, whose errors they get.
	opts, err := sortSig.bind(t, "sort", options, kwnames)
	if err != nil {
		return Value{}, err
	}
	descending, err := t.Truth(opts[1].Or(False))
	if err != nil {
		return Value{}, err
	}
	return NewList(items), t.SortValues(items, opts[0].Or(None), descending)
}

func builtinSum(t *Thread, a []Value) (Value, error) {
	sum := a[1].Or(Int(0))
	it, err := t.Iter(a[0])
	if err != nil {
		return Value{}, err
	}
	switch sum.Type().layout {
	case &StrType:
		return Value{}, t.TypeErrorf("sum() can't sum strings [use ''.join(seq) instead]")
	case &BytesType:
		return Value{}, t.TypeErrorf("sum() can't sum bytes [use b''.join(seq) instead]")
	}
	f := floatSum{}
	if sum.IsFloat() {
		f = floatSum{on: true, hi: sum.Float64()}
	}
	err = t.eachNext(it, func(x Value) error {
		if f.on {
			if f.add(x) {
				return nil
			}
			sum, f.on = Float(f.total()), false
		}
		if (x.p == nil || x.IsBool()) && sum.p == nil {
			if s := sum.n + x.n; s > sum.n == (x.n > 0) {
				sum.n = s
				return nil
			}
		}
		var err error
		if sum, err = t.Binary(compiler.Add, sum, x, false); err == nil && sum.IsFloat() {
			f = floatSum{on: true, hi: sum.Float64()}
		}
		return err
	})
	if f.on {
		sum = Float(f.total())
	}
	return sum, err
}

// floatSum adds floats with Neumaier's compensation, as CPython's sum does, so
// that ten times 0.1 is 1.
type floatSum struct {
	on     bool
	hi, lo float64
}

// add adds a float or a machine int; other values it leaves alone.
func (f *floatSum) add(v Value) bool {
	var x float64
	switch {
	case v.IsFloat():
		x = v.Float64()
	case v.p == nil || v.IsBool():
		f.hi += float64(v.n)
		return true
	default:
		return false
	}
	s := f.hi + x
	if math.Abs(f.hi) >= math.Abs(x) {
		f.lo += (f.hi - s) + x
	} else {
		f.lo += (x - s) + f.hi
	}
	f.hi = s
	return true
}

func (f *floatSum) total() float64 {
	if f.lo != 0 && !math.IsInf(f.lo, 0) && f.lo == f.lo {
		return f.hi + f.lo
	}
	return f.hi
}

var (
	aiterName = NewStrObj("__aiter__")
	anextName = NewStrObj("__anext__")
)

func builtinAiter(t *Thread, a []Value) (Value, error) {
	it, ok, err := t.CallSpecial(a[0], aiterName)
	if err != nil {
		return Value{}, err
	}
	if !ok {
		return Value{}, t.TypeErrorf("'%s' object is not an async iterable", a[0].Type().Name)
	}
	if _, ok := it.Type().Lookup(anextName); !ok {
		return Value{}, t.TypeErrorf("aiter() returned not an async iterator of type '%s'", it.Type().Name)
	}
	return it, nil
}

func builtinAnext(t *Thread, a []Value) (Value, error) {
	next, ok, err := t.CallSpecial(a[0], anextName)
	if err != nil {
		return Value{}, err
	}
	if !ok {
		return Value{}, t.TypeErrorf("'%s' object is not an async iterator", a[0].Type().Name)
	}
	if a[1].IsMissing() {
		return next, nil
	}
	return obj(&anextAwaitable{Hdr: Hdr{&anextAwaitableType}, next: next, def: a[1]}), nil
}

var anextBuiltin = (*Builtin)(NewBuiltin("builtins", &Method{Name: "anext"}).p)

// anextAwaitable is what anext with a default gives: it has no name and none of a
// coroutine's attributes.
type anextAwaitable struct {
	Hdr
	next, def Value
	gen       *Gen // the coroutine that does it; see coro
}

var anextAwaitableType Type

var anextAwaitableSpec = Spec{
	Name: "anext_awaitable", Layout: true, Final: true, NoNew: true,
	Awaits: func(v Value) Value { return (*anextAwaitable)(v.p).coro() },
	Methods: []Method{
		{Name: "__await__", Fn: func(t *Thread, a []Value) (Value, error) { return a[0], nil }},
		{Name: "send", Sig: "value, /", Fn: ofAnext(genSend)},
		{Name: "throw", Sig: "typ, val=None, tb=None, /", Fn: ofAnext(genThrow)},
		{Name: "close", Fn: func(t *Thread, a []Value) (Value, error) {
			if x := (*anextAwaitable)(a[0].p); x.gen != nil && x.gen.state == genSuspended {
				return t.closeGen(x.gen)
			} else if close, ok := t.optionalAttr(x.next, "close"); ok {
				return t.Call(close)
			}
			return None, nil
		}},
	},
	Slots: Slots{Iter: selfIter, Next: func(t *Thread, v Value) (Value, bool, error) {
		return nextByHand(genSend(t, []Value{(*anextAwaitable)(v.p).coro(), None}))
	}},
}

func init() {
	Define(&anextAwaitableType, &anextAwaitableSpec)
}

// coro is the coroutine that goes on with it: once that has ended another one, which
// finds out from the iterator's own awaitable that it is over.
func (x *anextAwaitable) coro() Value {
	if x.gen == nil || x.gen.state == genDone {
		x.gen = &Gen{Hdr: Hdr{&CoroutineType}, ext: &genExtra{builtin: anextBuiltin, native: &anextDefault{next: x.next, def: x.def}}}
	}
	return obj(x.gen)
}

// ofAnext is a coroutine's method on what stands for the coroutine.
func ofAnext(method Fn) Fn {
	return func(t *Thread, a []Value) (Value, error) {
		return method(t, append([]Value{(*anextAwaitable)(a[0].p).coro()}, a[1:]...))
	}
}

// nextByHand is a Next slot's answer from that of a send method, which raises
// StopIteration with the result.
func nextByHand(v Value, err error) (Value, bool, error) {
	if e, ok := err.(*Exception); ok && e.typ == &StopIterationType {
		if len(e.args) > 0 {
			return e.args[0], false, nil
		}
		return None, false, nil
	}
	return v, err == nil, err
}

// anextDefault is anext with a default, which it returns at the iterator's end.
type anextDefault struct {
	next, def Value
	begun     bool
}

func (n *anextDefault) throwsOn() {}

func (n *anextDefault) Step(_ *Thread, in Value, err error) (Value, Want, error) {
	switch {
	case err != nil && !n.begun && isAgenCall(n.next.Type()):
		n.begun = true
		call := (*agenCall)(n.next.p)
		if call.gen.state == genDone {
			return Value{}, Done, err
		}
		call.err = err
		return n.next, AwaitIt, nil
	case err != nil:
		if n.begun && Is(err, &StopAsyncIterationType) {
			return n.def, Done, nil
		}
		return Value{}, Done, err
	case n.begun:
		return in, Done, nil
	}
	n.begun = true
	return n.next, AwaitIt, nil
}
