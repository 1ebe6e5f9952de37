package runtime

import (
	"slices"

	"github.com/coro-lang/coro/lang/compiler"
)

// The methods of generators, coroutines and async generators.

var coroWrapperSpec = Spec{Name: "coroutine_wrapper", Layout: true, Final: true, NoNew: true,
	Methods: []Method{
		{Name: "send", Sig: "value, /", Fn: wrapped(genSend)},
		{Name: "throw", Sig: "typ, val=None, tb=None, /", Fn: wrapped(genThrow)},
		{Name: "close", Sig: "", Fn: wrapped(genClose)},
	},
	Slots: Slots{Iter: selfIter, Next: func(t *Thread, v Value) (Value, bool, error) {
		return genNext(t, obj((*coroWrapper)(v.p).gen))
	}, Repr: genRepr("coroutine_wrapper object")}}

var sleepSpec = Spec{Name: "sleep", Layout: true, Final: true, NoNew: true}

func init() {
	methods := []Method{
		{Name: "send", Sig: "value, /", Fn: genSend},
		{Name: "throw", Sig: "typ, val=None, tb=None, /", Fn: genThrow},
		{Name: "close", Sig: "", Fn: genClose},
		genNameRow, genQualnameRow,
	}
	prefixed := func(prefix, on string) []Method {
		return append(append([]Method(nil), methods...),
			Method{Name: prefix + "_running", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) {
				return Bool((*Gen)(a[0].p).state == genRunning), nil
			}},
			Method{Name: prefix + "_suspended", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) {
				return Bool((*Gen)(a[0].p).state == genSuspended), nil
			}},
			Method{Name: prefix + "_frame", Kind: Getter, Fn: genFrame},
			Method{Name: prefix + "_code", Kind: Getter, Fn: genCode},
			Method{Name: on, Kind: Getter, Fn: genAwaits},
		)
	}
	Define(&GeneratorType, &Spec{Name: "generator", Layout: true, Final: true, NoNew: true, Methods: prefixed("gi", "gi_yieldfrom"),
		Slots: Slots{Repr: genRepr("generator object"), Iter: selfIter, Next: genNext}})
	Define(&CoroutineType, &Spec{Name: "coroutine", Layout: true, Final: true, NoNew: true,
		Methods: append(prefixed("cr", "cr_await"), Method{Name: "cr_origin", Kind: Getter, Fn: coroOrigin}, Method{Name: "__await__", Fn: func(t *Thread, a []Value) (Value, error) {
			return obj(&coroWrapper{Hdr{&coroWrapperType}, (*Gen)(a[0].p)}), nil
		}}),
		Slots: Slots{Repr: genRepr("coroutine object")}})
	Define(&coroWrapperType, &coroWrapperSpec)
	Define(&sleepType, &sleepSpec)
}

// genNameRow and genQualnameRow are the names of generators and coroutines.
var (
	genNameRow = Method{Name: "__name__", Kind: Getter,
		Fn: func(t *Thread, a []Value) (Value, error) { return NewStr((*Gen)(a[0].p).Name()), nil },
		Set: func(t *Thread, self, v Value) error {
			s, err := t.newName("__name__", v)
			if err == nil {
				(*Gen)(self.p).more().name = s
			}
			return err
		}}
	genQualnameRow = Method{Name: "__qualname__", Kind: Getter,
		Fn: func(t *Thread, a []Value) (Value, error) { return NewStr((*Gen)(a[0].p).Qualname()), nil },
		Set: func(t *Thread, self, v Value) error {
			s, err := t.newName("__qualname__", v)
			if err == nil {
				(*Gen)(self.p).more().qualname = s
			}
			return err
		}}
)

// coroWrapper is what coroutine.__await__() gives: an iterator over its steps.
type coroWrapper struct {
	Hdr
	gen *Gen
}

var coroWrapperType Type

func wrapped(f Fn) Fn {
	return func(t *Thread, args []Value) (Value, error) {
		args = append([]Value{obj((*coroWrapper)(args[0].p).gen)}, args[1:]...)
		return f(t, args)
	}
}

func selfIter(t *Thread, v Value) (Value, error) { return v, nil }

func genRepr(what string) func(t *Thread, v Value) (string, error) {
	return func(t *Thread, v Value) (string, error) {
		if v.Type() == &coroWrapperType {
			return "<" + what + t.at(v) + ">", nil
		}
		return "<" + what + " " + (*Gen)(v.p).Qualname() + t.at(v) + ">", nil
	}
}

// Name is the generator's __name__.
func (g *Gen) Name() string {
	switch {
	case g.ext != nil && g.ext.name != nil:
		return g.ext.name.s
	case g.fn != nil:
		return g.fn.name.s
	}
	return g.ext.builtin.row.Name
}

// Qualname is the generator's __qualname__.
func (g *Gen) Qualname() string {
	switch {
	case g.ext != nil && g.ext.qualname != nil:
		return g.ext.qualname.s
	case g.fn != nil:
		return g.fn.qualname.s
	}
	return g.ext.builtin.qualname()
}

// Started says whether the generator's body has begun.
func (g *Gen) Started() bool { return g.state != genCreated }

// Ended says whether the generator's body has ended.
func (g *Gen) Ended() bool { return g.state == genDone }

// Hidden says whether the body is of a module of ours.
func (g *Gen) Hidden() bool { return g.fn == nil || g.fn.proto.hidden }

// DefinedAt is the file and line of the generator's function, or "" if it is
// written in Go.
func (g *Gen) DefinedAt() (file string, line int32) {
	if g.fn == nil {
		return "", 0
	}
	return g.fn.proto.prog.File, g.fn.proto.code.Line
}

// Where is the function and line at which the generator is suspended; ok is
// false if it is not, or is written in Go.
func (g *Gen) Where() (file, function string, line int32, ok bool) {
	if g.fn == nil || g.state != genSuspended {
		return "", "", 0, false
	}
	p := g.fn.proto
	return p.prog.File, g.fn.qualname.s, p.line(g.ip), true
}

// Leaf is the innermost coroutine that g awaits, g itself if none.
func (g *Gen) Leaf() *Gen {
	if g.leaf != nil && g.state == genSuspended {
		return g.leaf
	}
	return g
}

// Parent is the suspended coroutine that awaits g, or nil.
func (g *Gen) Parent() *Gen { return g.parent }

// genNext is next(g); at the end the value is the generator's result.
func genNext(t *Thread, v Value) (Value, bool, error) {
	g := (*Gen)(v.p)
	if g.state == genDone && g.typ == &GeneratorType {
		return None, false, nil
	}
	r, done, err := t.resume(g, None, nil)
	if r.p != nil && err == nil && !done {
		r = t.handOut(g, r)
	}
	return r, !done && err == nil, err
}

// stopIteration is the StopIteration that carries a generator's result.
func (t *Thread) stopIteration(v Value) error {
	e := &Exception{Hdr: Hdr{&StopIterationType}}
	if !v.IsNone() {
		e.args = []Value{v}
	}
	return e
}

// resumeByHand is Resume for a caller that is no task.
func (t *Thread) resumeByHand(g *Gen, in Value, err error) (Value, bool, error) {
	v, done, err := t.resume(g, in, err)
	if err == nil && !done {
		v = t.handOut(g, v)
	}
	return v, done, err
}

// handOut is what the program sees of the value v that g yields: a sleep that needs
// no future gets one.
func (t *Thread) handOut(g *Gen, v Value) Value {
	if d, ok := sleepDelay(v); ok {
		sleeper, result := g.sleeping()
		fut := t.sleepFuture(d, result)
		if sleeper.on = fut; sleeper.fn != nil {
			sleeper.mode = resumeFuture
		}
		return fut
	}
	if isFuture(v) {
		futureOf(v).flags |= flagShown
	}
	return v
}

func genSend(t *Thread, args []Value) (Value, error) {
	g := (*Gen)(args[0].p)
	if g.state == genDone && g.typ == &GeneratorType {
		return Value{}, t.stopIteration(None)
	}
	v, done, err := t.resumeByHand(g, args[1], nil)
	if err == nil && done {
		err = t.stopIteration(v)
	}
	return v, err
}

// thrown is the exception that throw(typ, val, tb) means.
func (t *Thread) thrown(args []Value) (*Exception, error) {
	typ, val := args[0], args[1].Or(None)
	if tb := args[2].Or(None); !tb.IsNone() && AsTraceback(tb) == nil {
		return nil, t.TypeErrorf("throw() third argument must be a traceback object")
	}
	if e := AsException(typ); e != nil {
		if !val.IsNone() {
			return nil, t.TypeErrorf("instance exception may not have a separate value")
		}
		return e, nil
	}
	if c := As[Type](typ, &TypeType); c != nil && c.flags&flagExc != 0 {
		if e := AsException(val); e != nil && e.typ.IsSubclass(c) {
			return e, nil
		}
		if val.IsNone() {
			return t.makeException(typ)
		}
		callArgs := []Value{val}
		if tup := AsTuple(val); tup != nil {
			callArgs = tup.items
		}
		v, err := t.CallKw(typ, callArgs, nil)
		if err != nil {
			return nil, err
		}
		return t.makeException(v)
	}
	return nil, t.TypeErrorf("exceptions must be classes or instances deriving from BaseException, not %s", typ.Type().Name)
}

// warnThrow warns of a throw() with more than one argument.
func (t *Thread) warnThrow(args []Value) error {
	if args[2].IsMissing() {
		return nil
	}
	return t.Warn(&DeprecationWarningType, "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.")
}

// Warn is warnings.warn for the line of the program that runs.
func (t *Thread) Warn(category *Type, text string) error {
	m, err := t.Import("warnings")
	if err != nil {
		return err
	}
	warn, err := t.GetAttr(m.Value(), t.VM.Intern("warn"))
	if err == nil {
		_, err = t.Call(warn, NewStr(text), obj(category), Int(1))
	}
	return err
}

func genThrow(t *Thread, args []Value) (Value, error) {
	g := (*Gen)(args[0].p)
	if err := t.warnThrow(args); err != nil {
		return Value{}, err
	}
	delegates := g.state == genSuspended && t.resumable(g) == nil
	if delegates && (AsException(args[1]) == nil || !args[2].IsMissing()) {
		if v, done, err := t.throwOn(g, args[1:]); done {
			return v, err
		}
	}
	e, err := t.thrown(args[1:])
	inner := t.inner(g)
	switch {
	case err != nil && (!delegates || inner == nil):
		return Value{}, err
	case err != nil: // what it delegates to fails to throw, and stays where it is
		t.detach(inner, g)
		e, _ = err.(*Exception)
	case g.state == genDone && g.typ == &GeneratorType:
		return Value{}, e
	case delegates && e.typ.IsSubclass(&GeneratorExitType):
		if e, err = t.closeInner(g, e); err != nil {
			return Value{}, err
		}
	}
	v, done, err := t.resumeByHand(g, None, e)
	if err == nil && done {
		err = t.stopIteration(v)
	}
	return v, err
}

// throwOn hands the arguments of a throw() to what the generator delegates to, if that
// has a throw of its own: it sees them as they are. done is false, and nothing done,
// otherwise.
func (t *Thread) throwOn(g *Gen, args []Value) (v Value, done bool, err error) {
	leaf := g.Leaf()
	if leaf.mode != resumeIter || AsGen(leaf.on) != nil {
		return Value{}, false, nil
	}
	if c := As[Type](args[0], &TypeType); c != nil && c.IsSubclass(&GeneratorExitType) {
		return Value{}, false, nil
	}
	m, ok := t.optionalAttr(leaf.on, "throw")
	if !ok {
		return Value{}, false, nil
	}
	for len(args) > 1 && args[len(args)-1].IsMissing() {
		args = args[:len(args)-1]
	}
	g.state = genRunning
	v, err = t.Call(m, args...)
	g.state = genSuspended
	if err == nil {
		return v, true, nil
	}
	in := None
	if e, ok := err.(*Exception); ok && e.typ.IsSubclass(&StopIterationType) {
		in, err = e.StopValue(), nil
	}
	leaf.mode, leaf.on = resumeSend, Value{}
	v, ended, err := t.resumeByHand(g, in, err)
	if err == nil && ended {
		err = t.stopIteration(v)
	}
	return v, true, err
}

// inner is the generator or coroutine that the suspended g delegates to, nil if it is
// none of the machine's.
func (t *Thread) inner(g *Gen) *Gen {
	c := g.Leaf()
	if c == g {
		return nil
	}
	for c.parent != nil && c.parent != g {
		c = c.parent
	}
	return c
}

// detach ends the delegation of g to inner: g is next resumed with what comes of it.
func (t *Thread) detach(inner, g *Gen) {
	inner.parent, inner.leaf = nil, g.Leaf()
	g.leaf, g.mode, g.on = g, resumeSend, Value{}
}

// closeInner closes what g delegates to, as has to be before exit, a GeneratorExit, is
// thrown into g. It returns what to throw: exit, or what closing raised.
func (t *Thread) closeInner(g *Gen, exit *Exception) (*Exception, error) {
	inner := t.inner(g)
	if inner == nil {
		return exit, nil
	}
	t.detach(inner, g)
	g.state = genRunning
	_, err := t.closeGen(inner)
	g.state = genSuspended
	switch e, ok := err.(*Exception); {
	case err == nil:
		return exit, nil
	case ok:
		return e, nil
	}
	return nil, err
}

func genClose(t *Thread, args []Value) (Value, error) {
	return t.closeGen((*Gen)(args[0].p))
}

// closeGen is g.close().
func (t *Thread) closeGen(g *Gen) (Value, error) {
	switch g.state {
	case genDone:
		return None, nil
	case genCreated:
		g.finish()
		return None, nil
	}
	e := &Exception{Hdr: Hdr{&GeneratorExitType}}
	if g.state == genSuspended && t.resumable(g) == nil {
		var err error
		if e, err = t.closeInner(g, e); err != nil {
			return Value{}, err
		}
	}
	v, done, err := t.Resume(g, None, e)
	switch {
	case err == nil && !done:
		return Value{}, t.RuntimeErrorf("%s ignored GeneratorExit", g.typ.Name)
	case err == nil:
		return v, nil
	case Is(err, &GeneratorExitType) || Is(err, &StopIterationType):
		return None, nil
	}
	return Value{}, err
}

// own notes that a loop's header made the iterator it by a call. A generator that has begun
// is older than that.
func own(it Value) {
	if g := AsGen(it); g != nil && g.state == genCreated {
		g.owned = true
	}
}

// closeLeft closes the iterator of a loop that was left early, if it is a
// generator that its header made: nobody else knows it. What closing raises is told and dropped, as
// CPython does when it drops the last reference.
func (t *Thread) closeLeft(it Value) {
	g := AsGen(it)
	if g == nil || !g.owned || g.state != genSuspended {
		return
	}
	if g.typ == &AsyncGeneratorType {
		t.asyncgenDropped(g)
		return
	}
	if _, err := t.closeGen(g); err != nil {
		if e, ok := err.(*Exception); ok {
			what, _ := t.Repr(it)
			t.VM.writeError("Exception ignored in: " + what + "\n" + t.FormatException(e))
		}
	}
}

func genFrame(t *Thread, a []Value) (Value, error) {
	g := (*Gen)(a[0].p)
	if g.state == genDone || g.fn == nil {
		return None, nil
	}
	at := compiler.Line{No: g.fn.proto.code.Line}
	if g.state == genSuspended {
		at = g.fn.proto.where(g.ip)
	}
	return t.newFrame(g.fn.proto, at), nil
}

func genCode(t *Thread, a []Value) (Value, error) {
	g := (*Gen)(a[0].p)
	if g.fn == nil {
		return None, nil
	}
	return newFuncCode(g.fn), nil
}

// coroOrigin is where a coroutine was made, the innermost frame first, if frames were
// asked for then.
func coroOrigin(t *Thread, a []Value) (Value, error) {
	g := (*Gen)(a[0].p)
	if g.ext == nil || g.ext.origin == nil {
		return None, nil
	}
	var frames []Value
	for _, f := range slices.Backward(g.ext.origin) {
		frames = append(frames, NewTuple([]Value{NewStr(f.File), Int(int64(f.Line)), NewStr(f.Func)}))
	}
	return NewTuple(frames), nil
}

// genAwaits is ag_await, cr_await and gi_yieldfrom: what the suspended generator waits on.
func genAwaits(t *Thread, a []Value) (Value, error) {
	g := (*Gen)(a[0].p)
	if g.state != genSuspended {
		return None, nil
	}
	if c := t.inner(g); c != nil {
		return obj(c), nil
	}
	switch g.mode {
	case resumeFuture, resumeIter, resumeInline:
		return g.on, nil
	case resumeKeep: // a sleep, whose coroutine was never made
		return obj(&Gen{Hdr: Hdr{&CoroutineType}, state: genSuspended, ext: &genExtra{builtin: sleepFunction}}), nil
	}
	return None, nil
}

// SendTo resumes an iterator that is awaited or delegated to: with the value in,
// or the exception err thrown into it. done says that v is its result.
func (t *Thread) SendTo(it, in Value, err error) (v Value, done bool, rerr error) {
	if w := exact[coroWrapper](it, &coroWrapperType); w != nil {
		if Is(err, &GeneratorExitType) {
			if _, cerr := t.closeGen(w.gen); cerr != nil {
				err = cerr
			}
			return Value{}, false, err
		}
		return t.Resume(w.gen, in, err)
	}
	switch {
	case err != nil:
		e, ok := err.(*Exception)
		if !ok {
			return Value{}, false, err
		}
		if e.typ.IsSubclass(&GeneratorExitType) {
			if m, ok := t.optionalAttr(it, "close"); ok {
				if _, cerr := t.Call(m); cerr != nil {
					return Value{}, false, cerr
				}
			}
			return Value{}, false, err
		}
		m, ok := t.optionalAttr(it, "throw")
		switch {
		case !ok && e.typ.IsSubclass(&StopIterationType):
			return e.StopValue(), true, nil // as if the iterator had raised it
		case !ok:
			return Value{}, false, err
		}
		v, rerr = t.Call(m, e.Value())
	case in.IsNone() && it.Type().flags&flagHeap != 0:
		v, _, rerr = t.CallSpecial(it, strNext)
	case in.IsNone():
		var ok bool
		v, ok, rerr = t.Next(it)
		if rerr == nil && !ok {
			return None, true, nil
		}
	default:
		m, gerr := t.GetAttr(it, t.VM.Intern("send"))
		if gerr != nil {
			return Value{}, false, gerr
		}
		v, rerr = t.Call(m, in)
	}
	if e, ok := rerr.(*Exception); ok && e.typ.IsSubclass(&StopIterationType) {
		return e.StopValue(), true, nil
	}
	return v, false, rerr
}

// optionalAttr is v.name if there is one.
func (t *Thread) optionalAttr(v Value, name string) (Value, bool) {
	m, err := t.GetAttr(v, t.VM.Intern(name))
	return m, err == nil
}

// awaitIter is the iterator that awaiting v, which is no coroutine and no
// future, runs.
func (t *Thread) awaitIter(v Value) (Value, error) {
	typ := v.Type()
	if typ.layout.awaits != nil {
		return typ.layout.awaits(v), nil
	}
	if typ == &GeneratorType && (*Gen)(v.p).fn.proto.code.Flags&compiler.FlagGenerator != 0 && (*Gen)(v.p).iterableCoroutine() {
		return v, nil
	}
	if isAgenCall(typ) {
		return v, nil
	}
	m, ok := typ.Lookup(t.VM.Intern("__await__"))
	if !ok {
		if t.fn != nil {
			if method := [...]string{"", "__aenter__", "__aexit__"}[t.last().B()]; method != "" {
				return Value{}, t.TypeErrorf("'async with' received an object from %s that does not implement __await__: %s", method, typ.Name)
			}
		}
		return Value{}, t.notAwaitable(v.class())
	}
	it, err := t.callBound(m, v, nil, nil)
	if err != nil {
		return Value{}, err
	}
	if it.Type() == &CoroutineType {
		return Value{}, t.TypeErrorf("__await__() returned a coroutine")
	}
	if it.Type().Next == nil {
		return Value{}, t.TypeErrorf("__await__() returned non-iterator of type '%s'", it.Type().Name)
	}
	return it, nil
}

// notAwaitable is the error of an await of something of type typ.
func (t *Thread) notAwaitable(typ *Type) *Exception {
	return t.NewError(&TypeErrorType, "object "+typ.Name+" can't be used in 'await' expression")
}

// iterableCoroutine says whether the generator was made by a function that
// types.coroutine marked.
func (g *Gen) iterableCoroutine() bool { return g.fn.coroutine }

var strNext = NewStrObj("__next__")

// sleepFunction is the coroutine function that a plain sleep seems to run.
var sleepFunction = NewCoroFunction("asyncio", "sleep")
