package runtime

import (
	"strings"
	"unsafe"

	"github.com/coro-lang/coro/lang/compiler"
)

// Suspension: generators, coroutines and what they await.
//
// While a generator runs its registers are on the stack like any function's.
// Suspending copies them out, for it and for every coroutine that awaits it up to
// the one that was resumed; each then knows its parent, and the resumed one its
// leaf, so that resuming runs the leaf at once however deep the chain is.

var sleepTag = Hdr{&sleepType}

var sleepType Type // of the value that asks the task for a plain sleep

// sleepValue is what a coroutine yields up for a sleep that needs no future.
func sleepValue(seconds float64) Value {
	v := Float(seconds)
	v.p = unsafe.Pointer(&sleepTag)
	return v
}

// sleepDelay is the delay that a yielded value asks the task to sleep.
func sleepDelay(v Value) (seconds float64, ok bool) {
	if v.p != unsafe.Pointer(&sleepTag) {
		return 0, false
	}
	v.p = unsafe.Pointer(&floatTag)
	return v.Float64(), true
}

// newGen makes the generator or coroutine of a call of fn with bound arguments.
func (t *Thread) newGen(fn *Func, args []Value) *Gen {
	code := fn.proto.code
	g, room := withRoom[Gen](max(len(args), code.SaveRegs))
	switch code.Flags & compiler.FlagAsyncGen {
	case compiler.FlagGenerator:
		g.begin(&GeneratorType, fn, room, args)
	case compiler.FlagCoroutine:
		g.begin(&CoroutineType, fn, room, args)
		t.noteCreated(g)
	default:
		g.begin(&AsyncGeneratorType, fn, room, args)
	}
	return g
}

// newNativeCoro makes a coroutine whose body is written in Go.
func (t *Thread) newNativeCoro(b *Builtin, body NativeCoro) Value {
	g := &Gen{Hdr: Hdr{&CoroutineType}, ext: &genExtra{builtin: b, native: body}}
	t.noteCreated(g)
	return obj(g)
}

// born is a new coroutine and the program's next instruction where it was made.
type born struct {
	g    *Gen
	site unsafe.Pointer
}

// noteCreated remembers a new coroutine until it is started, to report it if it
// never is.
func (t *Thread) noteCreated(g *Gen) {
	vm := t.VM
	if len(vm.created) == cap(vm.created) && len(vm.created) >= 1024 {
		live := vm.created[:0]
		for _, c := range vm.created {
			if c.g.state == genCreated {
				live = append(live, c)
			}
		}
		clear(vm.created[len(live):])
		if vm.created = live; len(live) > cap(live)/2 {
			vm.created = append(make([]born, 0, 2*cap(live)), live...)
		}
	}
	if vm.originDepth > 0 {
		g.more().origin = t.innermost(vm.originDepth)
	}
	vm.created = append(vm.created, born{g, t.ip})
}

var noValues [8]Value

// finish marks the generator as ended and drops what it holds.
func (g *Gen) finish() {
	g.state = genDone
	if g.live > 8 {
		clear(g.kept())
	} else {
		copyFew(unsafe.Pointer(g.regs), unsafe.Pointer(&noValues), int(g.live))
	}
	g.regs, g.live, g.leaf = nil, 0, nil
	if g.ext != nil {
		g.ext.native, g.ext.exc = nil, nil
	}
	g.on = Value{}
}

// suspend suspends the activation on top, which yields y, and all that await it
// up to the one that was resumed; y is what that yields.
func (t *Thread) suspend(y Value) bool {
	var leaf, child *Gen
	for {
		fr := t.frame()
		g := t.save(fr)
		if child != nil {
			child.parent = g
		} else {
			leaf = g
		}
		root := fr.root
		if root == nil {
			root = g
		}
		child = root
		root.state = genSuspended
		t.exc = fr.exc
		if fr.kind == actResume {
			root.leaf = leaf
			return t.yielded(fr, y)
		}
		kind, dst := fr.kind, fr.dst
		t.pop()
		switch kind {
		case actAwait:
			continue
		case actFor:
			root.leaf = leaf
			return t.nextItem(dst, y)
		}
		panic("suspension outside a generator")
	}
}

// yielded leaves the activation on top, which was resumed from Go and has
// suspended with y. It returns hot's verdict.
func (t *Thread) yielded(fr *frame, y Value) bool {
	if t.fp == t.relay {
		return t.pass(fr, y)
	}
	t.pop()
	t.ret, t.suspended = y, true
	return true
}

// save moves the activation on top into its generator, with the exception that it
// is handling.
func (t *Thread) save(fr *frame) *Gen {
	g := fr.gen
	if t.fn == nil {
		g.state = genSuspended
		g.mode = resumeNative
		return g
	}
	if g == nil { // a coroutine that only now needs to exist
		g = t.freshCoroutine()
	}
	in := t.last()
	g.ip = t.ip
	g.dst = in.A()
	g.keep(t.regs, int(in.D()))
	g.state = genSuspended
	g.handle(nil)
	if g.inExc = in.C() != 0; g.inExc {
		g.handle(t.exc)
	}
	return g
}

// keep copies the first n registers into the generator, which has room for as many
// as are ever live at a suspension. Few are copied one by
// one: the general copy has a price of its own.
func (g *Gen) keep(regs *window, n int) {
	g.live = uint16(n)
	if n > 8 {
		copy(g.kept(), regs[:n])
		return
	}
	copyFew(unsafe.Pointer(g.regs), unsafe.Pointer(regs), n)
}

// load makes the suspended generator g the activation on top, its registers at
// base. The frame of the activation is pushed already.
func (t *Thread) load(fr *frame, g *Gen, base *Value) {
	fr.gen = g
	g.state = genRunning
	if t.exc = g.handling(); t.exc != nil {
		g.handle(nil)
	} else {
		t.exc = fr.around(g)
	}
	if g.fn == nil {
		t.fn = nil
		t.regs = (*window)(unsafe.Pointer(base))
		return
	}
	t.goOn(g, base)
}

// around is the exception that is being handled around g, whose activation fr is: by
// those who await it, or by who resumed them. When an exception was thrown into them it
// is only the latter, as CPython passes it on to g without resuming them first.
func (fr *frame) around(g *Gen) *Exception {
	if !fr.thrown && g != nil {
		for p := g.parent; p != nil; p = p.parent {
			if e := p.handling(); e != nil {
				return e
			}
		}
	}
	return fr.exc
}

// resumeParent makes p, which awaited the generator that just ended on top of
// the stack, the activation on top in its place.
func (t *Thread) resumeParent(fr *frame, p *Gen) {
	t.load(fr, p, t.reg(0))
}

// Resume runs the generator or coroutine g from where it is suspended, with the
// value in (None at its start) or the exception err thrown in, until it yields
// (done false), returns (done true) or raises.
func (t *Thread) Resume(g *Gen, in Value, err error) (v Value, done bool, rerr error) {
	v, done, rerr = t.resume(g, in, err)
	if rerr == nil && !done && isFuture(v) {
		futureOf(v).flags |= flagShown
	}
	return v, done, rerr
}

// resume is Resume for a task, which keeps what is yielded to itself.
func (t *Thread) resume(g *Gen, in Value, err error) (v Value, done bool, rerr error) {
	if g.state == genSuspended && err == nil && g.leaf != nil && g.parent == nil && t.native < maxNative {
		// The way of a task's step.
		t.native++
		if t.resumeYield(g, in, actResume, 0) || !t.enterGen(g, in, nil, actResume, 0) {
			t.hot()
		}
		t.native--
		v, rerr = t.ret, t.err
		done = !t.suspended && rerr == nil
		t.ret.p, t.err, t.suspended = nil, nil, false
		return v, done, rerr
	}
	if rerr := t.resumable(g); rerr != nil {
		return Value{}, false, rerr
	}
	if err == nil && g.state == genCreated && !in.IsNone() {
		return Value{}, false, t.TypeErrorf("can't send non-None value to a just-started %s", strings.ReplaceAll(g.typ.Name, "_", " "))
	}
	if rerr := t.enter(""); rerr != nil {
		return Value{}, false, rerr
	}
	if t.enterGen(g, in, err, actResume, 0) {
		// It ended or suspended again without running code.
	} else {
		t.hot()
	}
	t.leave()
	v, rerr = t.ret, t.err
	done = !t.suspended && rerr == nil
	t.ret, t.err, t.suspended = Value{}, nil, false
	return v, done, rerr
}

// resumable says whether g can be resumed, and if not why.
func (t *Thread) resumable(g *Gen) error {
	switch {
	case g.state == genRunning, g.leaf != nil && g.leaf.state == genRunning:
		return t.ValueErrorf("%s already executing", g.typ.Name)
	case g.state == genDone && g.typ == &CoroutineType:
		return t.RuntimeErrorf("cannot reuse already awaited coroutine")
	case g.state == genSuspended && (g.parent != nil || g.fn == nil && g.ext.native == nil): // the latter only stands for a sleep
		if g.typ == &CoroutineType {
			return t.RuntimeErrorf("coroutine is being awaited already")
		}
		return t.ValueErrorf("%s already executing", g.typ.Name)
	}
	return nil
}

// enterGen begins an activation that resumes g with the value in or the
// exception err. It returns hot's verdict.
func (t *Thread) enterGen(g *Gen, in Value, err error, kind activation, dst uint8) bool {
	base := t.room(t.top())
	fr, perr := t.push(kind, dst)
	if perr != nil {
		if kind == actResume {
			t.err = perr
			return true
		}
		return t.raise(perr)
	}
	return t.activate(fr, g, base, in, err)
}

// activate makes g the activation on top, its registers at base, for which the frame
// is pushed already, and goes on with it. It returns hot's verdict.
func (t *Thread) activate(fr *frame, g *Gen, base *Value, in Value, err error) bool {
	fr.root = g
	fr.thrown = err != nil
	leaf := g
	if g.state == genSuspended && g.leaf != nil {
		leaf = g.leaf
	}
	g.leaf = leaf
	fresh := g.state == genCreated
	t.load(fr, leaf, base)
	if leaf != g {
		g.state = genRunning
	}
	if fresh {
		if err != nil {
			return t.throwFresh(fr, err)
		}
		if leaf.fn == nil {
			return t.stepNative(None, nil)
		}
		return false
	}
	return t.deliver(leaf, in, err)
}

// throwFresh ends a generator that never ran with the exception thrown into it,
// which is noted at its first line.
func (t *Thread) throwFresh(fr *frame, err error) bool {
	if t.fn == nil {
		if _, ok := fr.gen.ext.native.(throwsOn); ok {
			return t.stepNative(Value{}, err)
		}
		fr.gen.failed = true
		return t.unwind(err, true)
	}
	if e, ok := err.(*Exception); ok && !t.fn.proto.hidden {
		e.tb = &Traceback{Hdr: Hdr{&TracebackType}, next: e.tb, fn: t.fn.proto, at: compiler.Line{No: t.fn.proto.code.Line}}
	}
	t.ip = unsafe.Add(t.ip, instrSize)
	return t.unwindFresh(err)
}

// unwindFresh leaves the activation on top without looking for handlers in it.
func (t *Thread) unwindFresh(err error) bool {
	fr := t.frame()
	t.exc = fr.exc
	g := fr.gen
	g.finish()
	kind := fr.kind
	t.pop()
	if kind == actResume {
		t.err = err
		return true
	}
	return t.unwind(err, true)
}

// deliver goes on with the suspended activation g, now on top, with the value or
// exception that it is resumed with.
func (t *Thread) deliver(g *Gen, in Value, err error) bool {
	thrown := err != nil
	switch g.mode {
	case resumeSend:
		if err == nil {
			t.regs[g.dst] = in
		}
	case resumeKeep:
		if err == nil {
			t.regs[g.dst] = g.on
			g.on = Value{}
			return false
		}
	case resumeFuture:
		fut := futureOf(g.on)
		g.on = Value{}
		fut.endSleep()
		if err == nil {
			if !fut.ready() {
				err = t.RuntimeErrorf("await wasn't used with future")
			} else if in, err = fut.take(t); err == nil {
				t.regs[g.dst] = in
			}
		}
	case resumeInline:
		body, on := g.ext.native, g.on
		g.ext.native, g.on = nil, Value{}
		if err == nil {
			if fut := futureOf(on); !fut.ready() {
				err = t.RuntimeErrorf("await wasn't used with future")
			} else {
				in, err = fut.take(t)
			}
		}
		return t.stepInline(body, in, err, g.dst, thrown)
	case resumeIter:
		return t.driveIter(g.on, in, err, g.dst)
	case resumeNative:
		if on := g.on; on.p != nil {
			g.on = Value{}
			switch {
			case isFuture(on):
				fut := futureOf(on)
				fut.endSleep()
				if err == nil {
					if !fut.ready() {
						err = t.RuntimeErrorf("await wasn't used with future")
					} else {
						in, err = fut.take(t)
					}
				}
			default:
				return t.driveIter(on, in, err, 0)
			}
		}
		if e, ok := err.(*Exception); ok && !thrown {
			t.chain(e)
		}
		return t.stepNative(in, err)
	}
	switch {
	case err == nil:
		return false
	case thrown:
		return t.raiseThrown(err)
	}
	return t.raise(err)
}

// raiseThrown raises an exception that was thrown into the activation on top, or
// that ended, after a throw, what it awaits: only what that very activation
// handles becomes the context.
func (t *Thread) raiseThrown(err error) bool {
	if e, ok := err.(*Exception); ok && t.handles() {
		t.chain(e)
	}
	return t.unwind(err, true)
}

// handles says whether the activation on top, which is at an await or a yield, is
// handling an exception.
func (t *Thread) handles() bool {
	return t.fn != nil && t.last().C() != 0
}

// result gives the outcome v of what the activation on top awaited to it.
func (t *Thread) result(dst uint8, v Value) bool {
	if t.fn == nil {
		return t.stepNative(v, nil)
	}
	t.regs[dst] = v
	return false
}

// await does what AWAIT does in the activation on top: v is awaited and its
// result due in R[dst].
func (t *Thread) await(v Value, dst uint8) bool {
	switch typ := v.Type(); {
	case isFuture(v):
		fut := futureOf(v)
		if fut.ready() {
			r, err := fut.take(t)
			if err != nil {
				return t.awaitFailed(err)
			}
			return t.result(dst, r)
		}
		if fut.flags&flagBlocking != 0 {
			return t.awaitFailed(t.RuntimeErrorf("await wasn't used with future"))
		}
		if stop, done := t.waitFor(fut, resumeFuture); done {
			return stop
		}
		fut.flags |= flagBlocking
		return t.suspendOn(v, resumeFuture, v)
	case typ == &CoroutineType:
		g := (*Gen)(v.p)
		switch {
		case g.state == genDone:
			return t.awaitFailed(t.RuntimeErrorf("cannot reuse already awaited coroutine"))
		case g.runs():
			return t.awaitFailed(t.ValueErrorf("coroutine already executing"))
		case g.state == genSuspended:
			return t.awaitFailed(t.RuntimeErrorf("coroutine is being awaited already"))
		}
		return t.enterGen(g, None, nil, actAwait, dst)
	case isAgenCall(typ):
		return t.awaitAgen((*agenCall)(v.p), dst)
	}
	it, err := t.awaitIter(v)
	if err != nil {
		return t.awaitFailed(err)
	}
	if g := AsGen(it); g != nil {
		return t.delegate(g, None, nil, dst)
	}
	return t.driveIter(it, None, nil, dst)
}

// awaitFailed raises err in the activation on top, where an await stands.
func (t *Thread) awaitFailed(err error) bool {
	if t.fn == nil {
		if e, ok := err.(*Exception); ok {
			t.chain(e)
		}
		return t.stepNative(Value{}, err)
	}
	return t.raise(err)
}

// delegate resumes the generator g on behalf of the activation on top.
func (t *Thread) delegate(g *Gen, in Value, err error, dst uint8) bool {
	if rerr := t.resumable(g); rerr != nil {
		return t.awaitFailed(rerr)
	}
	if g.state == genDone {
		return t.result(dst, None)
	}
	return t.enterGen(g, in, err, actAwait, dst)
}

// suspendOn suspends the activation on top until it is resumed as mode says.
func (t *Thread) suspendOn(y Value, mode resumeMode, on Value) bool {
	fr := t.frame()
	if t.fn == nil {
		fr.gen.on = on
		return t.suspend(y)
	}
	if fr.gen == nil {
		fr.gen = t.freshCoroutine()
	}
	g := fr.gen
	g.mode, g.on = mode, on
	if in := t.last(); t.fp == t.relay && g == fr.root && in.C() == 0 {
		// What suspend comes to for the very coroutine that the task resumed.
		g.ip, g.dst, g.inExc = t.ip, in.A(), false
		g.keep(t.regs, int(in.D()))
		g.state = genSuspended
		g.leaf = g
		return t.pass(fr, y)
	}
	return t.suspend(y)
}

// driveIter sends in, or throws err, into an iterator that is no generator of
// the machine's, on behalf of the activation on top, which awaits its end.
func (t *Thread) driveIter(it, in Value, err error, dst uint8) bool {
	if g := AsGen(it); g != nil {
		return t.delegate(g, in, err, dst)
	}
	y, done, err := t.SendTo(it, in, err)
	switch {
	case err != nil:
		return t.awaitFailed(err)
	case done:
		return t.result(dst, y)
	}
	return t.suspendOn(y, resumeIter, it)
}

// stepNative goes on with the coroutine written in Go on top of the stack.
func (t *Thread) stepNative(in Value, err error) bool {
	fr := t.frame()
	g := fr.gen
	v, want, serr := g.ext.native.Step(t, in, err)
	switch {
	case serr != nil:
		g.failed = true
		t.chainNew(serr, err)
		return t.unwind(serr, true)
	case want == AwaitIt:
		return t.await(v, 0)
	case want == YieldIt:
		return t.suspend(v)
	}
	return t.endGen(v)
}

// chainNew gives the exception serr that a body written in Go answered to err the
// context that raising it has, unless it is err itself or has one of its own.
func (t *Thread) chainNew(serr, err error) {
	e, ok := serr.(*Exception)
	switch {
	case !ok:
	case e == t.passing:
		t.passing = nil
	case err == nil || serr != err && e.context == nil:
		t.chain(e)
	}
}

// last is the instruction before ip, the one that the activation on top is at.
func (t *Thread) last() compiler.Instr {
	return *(*compiler.Instr)(unsafe.Add(t.ip, -int(instrSize)))
}

// endGen ends the generator or coroutine activation on top, which returned v.
func (t *Thread) endGen(v Value) bool {
	fr := t.frame()
	t.exc = fr.exc
	g := fr.gen
	if g != nil {
		parent := g.parent
		g.finish()
		if parent != nil && g != fr.root {
			g.parent = nil
			t.resumeParent(fr, parent)
			return t.result(parent.dst, v)
		}
		g.parent = nil
	}
	if t.fp == t.relay {
		return t.end(fr, v)
	}
	kind, dst := fr.kind, fr.dst
	t.pop()
	switch kind {
	case actAwait:
		return t.result(dst, v)
	case actFor: // FORITER does not jump
		return false
	}
	t.ret = v
	return true
}

// nextItem gives the FORITER before ip, which resumed a generator, the item v.
func (t *Thread) nextItem(dst uint8, v Value) bool {
	t.regs[dst] = v
	t.ip = t.jumpTarget(t.last())
	if t.stop.Load() != 0 {
		return t.pollInLoop()
	}
	return false
}
