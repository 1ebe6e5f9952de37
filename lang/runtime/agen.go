package runtime

import (
	"unsafe"

	"github.com/coro-lang/coro/lang/compiler"
)

// Async generators: the awaitables that drive them.

// agenCall is what __anext__, asend, athrow and aclose of an async generator give: an
// awaitable of one step, or of its end.
type agenCall struct {
	Hdr
	gen    *Gen
	in     Value // what goes in first
	err    error // what athrow and aclose throw in first
	closes bool  // aclose made it
	phase  callPhase
}

type callPhase uint8

const (
	callFresh callPhase = iota
	callBegun
	callClosed
)

// The types of these: of __anext__ and asend, and of athrow and aclose.
var agenCallType, agenThrowType Type

func isAgenCall(typ *Type) bool { return typ == &agenCallType || typ == &agenThrowType }

var asyncGeneratorSpec = Spec{Name: "async_generator", Layout: true, Final: true, NoNew: true,
	Methods: []Method{
		{Name: "__aiter__", Fn: func(t *Thread, a []Value) (Value, error) { return a[0], nil }},
		{Name: "__anext__", Fn: func(t *Thread, a []Value) (Value, error) {
			return t.agenStep((*Gen)(a[0].p), None, nil), nil
		}},
		{Name: "asend", Sig: "value, /", Fn: func(t *Thread, a []Value) (Value, error) {
			return t.agenStep((*Gen)(a[0].p), a[1], nil), nil
		}},
		{Name: "athrow", Sig: "typ, val=None, tb=None, /", Fn: func(t *Thread, a []Value) (Value, error) {
			e, err := t.thrown(a[1:])
			if err != nil {
				return Value{}, err
			}
			return t.agenStep((*Gen)(a[0].p), None, e), nil
		}},
		{Name: "aclose", Fn: func(t *Thread, a []Value) (Value, error) {
			v := t.agenStep((*Gen)(a[0].p), None, &Exception{Hdr: Hdr{&GeneratorExitType}})
			(*agenCall)(v.p).closes = true
			return v, nil
		}},
		genNameRow, genQualnameRow,
		{Name: "ag_running", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) {
			return Bool((*Gen)(a[0].p).inStep()), nil
		}},
		{Name: "ag_suspended", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) {
			return Bool((*Gen)(a[0].p).state == genSuspended), nil
		}},
		{Name: "ag_await", Kind: Getter, Fn: genAwaits},
		{Name: "ag_frame", Kind: Getter, Fn: genFrame},
		{Name: "ag_code", Kind: Getter, Fn: genCode},
	},
	Slots: Slots{Repr: genRepr("async_generator object")}}

func init() {
	Define(&AsyncGeneratorType, &asyncGeneratorSpec)
	defineAgenCall(&agenCallType, "async_generator_asend")
	defineAgenCall(&agenThrowType, "async_generator_athrow")
}

func defineAgenCall(typ *Type, name string) {
	Define(typ, &Spec{Name: name, Layout: true, Final: true, NoNew: true,
		Methods: []Method{
			{Name: "__await__", Fn: func(t *Thread, a []Value) (Value, error) { return a[0], nil }},
			{Name: "send", Sig: "value, /", Fn: func(t *Thread, a []Value) (Value, error) {
				return (*agenCall)(a[0].p).send(t, a[1], nil)
			}},
			{Name: "throw", Sig: "typ, val=None, tb=None, /", Fn: func(t *Thread, a []Value) (Value, error) {
				if err := t.warnThrow(a); err != nil {
					return Value{}, err
				}
				e, err := t.thrown(a[1:])
				if err != nil {
					return Value{}, err
				}
				return (*agenCall)(a[0].p).send(t, None, e)
			}},
			{Name: "close", Fn: func(t *Thread, a []Value) (Value, error) {
				return None, (*agenCall)(a[0].p).close(t)
			}},
		},
		Slots: Slots{Iter: selfIter, Next: func(t *Thread, v Value) (Value, bool, error) {
			return nextByHand((*agenCall)(v.p).send(t, None, nil))
		}}})
}

// agenStep makes the awaitable of one step of g.
func (t *Thread) agenStep(g *Gen, in Value, err error) Value {
	t.noteAsyncGen(g)
	typ := &agenCallType
	if err != nil {
		typ = &agenThrowType
	}
	return obj(&agenCall{Hdr: Hdr{typ}, gen: g, in: in, err: err})
}

// noteAsyncGen remembers a started async generator, for the end of the loop.
func (t *Thread) noteAsyncGen(g *Gen) {
	if g.state == genCreated && g.ext == nil {
		g.ext = &genExtra{}
		t.asyncgenStarted(g)
	}
}

// awaitAgen awaits a step of an async generator in the activation on top.
func (t *Thread) awaitAgen(c *agenCall, dst uint8) bool {
	err := c.begin(t)
	c.phase = callClosed
	g := c.gen
	switch {
	case err != nil:
		return t.awaitFailed(err)
	case g.state == genDone && c.throws():
		return t.result(dst, None)
	case g.state == genDone:
		return t.awaitFailed(&Exception{Hdr: Hdr{&StopAsyncIterationType}})
	case g.state == genCreated && c.err == nil && !c.in.IsNone():
		return t.awaitFailed(t.TypeErrorf("can't send non-None value to a just-started async generator"))
	}
	in, err := c.first()
	if c.closes {
		g.more().closing = true
		closer := &Gen{Hdr: Hdr{&CoroutineType}, ext: &genExtra{builtin: &agenCloser, native: &agenClose{g, err, false}}}
		return t.enterGen(closer, None, nil, actAwait, dst)
	}
	return t.enterGen(g, in, err, actAwait, dst)
}

// throws says whether the step is one of athrow or aclose.
func (c *agenCall) throws() bool { return c.typ == &agenThrowType }

// first is what goes into the generator next, if nothing is sent: what the call was
// made with, the first time.
func (c *agenCall) first() (in Value, err error) {
	in, err = c.in, c.err
	c.in, c.err = None, nil
	return in, err
}

// begin says why the step cannot go on, if it is over or would be the generator's
// second at a time.
func (c *agenCall) begin(t *Thread) error {
	names := [2]string{"__anext__()/asend()", "anext"}
	if c.throws() {
		names = [2]string{"aclose()/athrow()", "athrow"}
	}
	if c.closes {
		names[1] = "aclose"
	}
	switch {
	case c.phase == callClosed:
		return t.RuntimeErrorf("cannot reuse already awaited %s", names[0])
	case c.phase == callFresh && c.gen.inStep():
		c.phase = callClosed
		return t.RuntimeErrorf("%s(): asynchronous generator is already running", names[1])
	case c.phase == callFresh && c.throws() && c.gen.closed() && c.gen.state != genDone:
		return &Exception{Hdr: Hdr{&StopAsyncIterationType}}
	}
	return nil
}

// inStep says whether a step of the async generator has begun and not ended: it
// runs, or is suspended on anything but a yield.
func (g *Gen) inStep() bool {
	if g.state != genSuspended {
		return g.state == genRunning
	}
	return (*(*compiler.Instr)(unsafe.Add(g.ip, -int(instrSize)))).Op() != compiler.OpYield
}

// closed says whether aclose() has begun, even if the async generator has ignored
// that: nothing is thrown into it any more.
func (g *Gen) closed() bool { return g.ext != nil && g.ext.closing }

// send drives a step of an async generator by hand: with the value in or, if
// there is one, the exception err.
func (c *agenCall) send(t *Thread, in Value, err error) (Value, error) {
	g := c.gen
	if err := c.begin(t); err != nil {
		return Value{}, err
	}
	fresh := c.phase == callFresh
	if c.throws() && fresh && err == nil && !in.IsNone() && g.state != genDone {
		return Value{}, t.RuntimeErrorf("can't send non-None value to a just-started coroutine")
	}
	c.phase = callClosed
	if c.closes && err == nil {
		g.more().closing = true
	}
	first, exc := c.first()
	switch {
	case c.throws() && g.state == genDone && err == nil:
		return Value{}, t.stopIteration(None)
	case fresh && err == nil && in.IsNone():
		in, err = first, exc
	}
	var v Value
	var done bool
	switch {
	case g.state != genDone:
		v, done, err = t.resumeByHand(g, in, err)
	case err == nil:
		err = &Exception{Hdr: Hdr{&StopAsyncIterationType}}
	}
	if c.closes && (err != nil || done) {
		v, done, err = None, true, t.agenClosed(err)
	}
	switch {
	case err != nil:
		return Value{}, err
	case done:
		return Value{}, t.stopIteration(v)
	}
	c.phase = callBegun
	return v, nil
}

// close ends the step: the generator is told, as it is when a coroutine is closed.
func (c *agenCall) close(t *Thread) error {
	if c.phase == callClosed {
		return nil
	}
	_, err := c.send(t, None, &Exception{Hdr: Hdr{&GeneratorExitType}})
	switch {
	case err == nil:
		return t.RuntimeErrorf("coroutine ignored GeneratorExit")
	case Is(err, &StopIterationType), Is(err, &StopAsyncIterationType), Is(err, &GeneratorExitType):
		return nil
	}
	return err
}

// agenClose is the body that runs aclose() for those who await it.
type agenClose struct {
	gen   *Gen
	exit  error // what goes into the generator first: GeneratorExit, unless it has it
	begun bool
}

// agenCloser stands for aclose() as a function, in texts about its body.
var agenCloser = Builtin{Hdr: Hdr{&MethodDescriptorType}, row: &Method{Name: "aclose"}, owner: &AsyncGeneratorType}

// Step goes on with the generator and expects it to end.
func (c *agenClose) Step(t *Thread, in Value, err error) (Value, Want, error) {
	if !c.begun {
		c.begun = true
		return obj(&agenCall{Hdr: Hdr{&agenThrowType}, gen: c.gen, in: None, err: c.exit, phase: callBegun}), AwaitIt, nil
	}
	return None, Done, t.agenClosed(err)
}

// agenClosed is what aclose() ends with when the generator has yielded, err nil, or
// raised err.
func (t *Thread) agenClosed(err error) error {
	switch {
	case err == nil:
		return t.RuntimeErrorf("async generator ignored GeneratorExit")
	case Is(err, &StopAsyncIterationType) || Is(err, &GeneratorExitType):
		return nil
	}
	return err
}

// getAiter is aiter(v) as async for asks it.
func (t *Thread) getAiter(v Value) (Value, error) {
	typ := v.Type()
	if typ == &AsyncGeneratorType {
		return v, nil
	}
	m, ok := typ.Lookup(t.VM.Intern("__aiter__"))
	if !ok {
		return Value{}, t.TypeErrorf("'async for' requires an object with __aiter__ method, got %s", typ.Name)
	}
	it, err := t.callBound(m, v, nil, nil)
	if err != nil {
		return Value{}, err
	}
	if _, ok := it.Type().Lookup(t.VM.Intern("__anext__")); !ok {
		return Value{}, t.TypeErrorf("'async for' received an object from __aiter__ that does not implement __anext__: %s", it.Type().Name)
	}
	return it, nil
}

// getAnext is the awaitable of the next item of an async iterator.
func (t *Thread) getAnext(v Value) (Value, error) {
	if g := exact[Gen](v, &AsyncGeneratorType); g != nil {
		return t.agenStep(g, None, nil), nil
	}
	m, ok := v.Type().Lookup(t.VM.Intern("__anext__"))
	if !ok {
		return Value{}, t.TypeErrorf("'async for' requires an iterator with __anext__ method, got %s", v.Type().Name)
	}
	x, err := t.callBound(m, v, nil, nil)
	if err != nil {
		return Value{}, err
	}
	if typ := x.Type(); typ != &CoroutineType && !isAgenCall(typ) && !isFuture(x) {
		if _, ok := typ.Lookup(strAwait); !ok {
			e := t.NewError(&TypeErrorType, "'async for' received an invalid object from __anext__: "+typ.Name)
			e.cause = t.notAwaitable(typ)
			e.context = e.cause
			e.noCtx = true
			return Value{}, e
		}
	}
	return x, nil
}

var strAwait = NewStrObj("__await__")
