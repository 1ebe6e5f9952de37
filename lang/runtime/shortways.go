package runtime

import "unsafe"

// Short ways to await: what suspending and resuming come to in the cases that
// programs are made of, put together so that a sleep or a wait allocates nothing and
// looks at little. Each does nothing in any other case, which goes the general way.
// Handing over from task to task has its short way in relay.go.

// quickAwait tries to do `await builtin(...)` without making a coroutine. done
// is false if it cannot.
func (t *Thread) quickAwait(b *Builtin, first, n int, kwnames []*Str, dst uint8) (stop, done bool) {
	args, err := b.bind(t, t.regSlice(first, n), kwnames)
	if err != nil {
		return t.raise(err), true
	}
	return t.awaitBound(b, args, dst)
}

// awaitBound is quickAwait with the arguments bound.
func (t *Thread) awaitBound(b *Builtin, args []Value, dst uint8) (stop, done bool) {
	if quick := b.plain.quick; quick != nil {
		v, ok, err := quick(t, args)
		if err != nil {
			t.ip = unsafe.Add(t.ip, instrSize)
			return t.raise(err), true
		}
		if ok {
			t.ip = unsafe.Add(t.ip, instrSize)
			t.regs[dst] = v
			return false, true
		}
	}
	return t.awaitBody(b, args, dst)
}

// started goes on with what a Start answered.
func (t *Thread) started(v Value, body NativeCoro, err error, dst uint8) (stop bool) {
	switch {
	case err != nil:
		return t.raise(err)
	case body != nil:
		return t.park(body, futureOf(v))
	}
	t.regs[dst] = v
	return false
}

// awaitBody is awaitBound for what has no Quick, or one that could not.
func (t *Thread) awaitBody(b *Builtin, args []Value, dst uint8) (stop, done bool) {
	if start := b.plain.start; start != nil {
		t.ip = unsafe.Add(t.ip, instrSize)
		v, body, err := start(t, args)
		return t.started(v, body, err, dst), true
	}
	if b.plain.sleeps {
		return t.awaitSleep(args[0], args[1].Or(None), dst)
	}
	if !b.row.Leaf || b.row.Delegates && args[0].Type().IsHeap() {
		return false, false
	}
	body, err := b.row.Coro(t, args)
	t.ip = unsafe.Add(t.ip, instrSize)
	if err != nil {
		return t.raise(err), true
	}
	return t.stepInline(body, None, nil, dst, false), true
}

// stepInline goes on with the body of a coroutine that awaits futures only and
// that no program sees, on behalf of the activation on top, which awaits it: that
// is suspended on the body's future itself.
func (t *Thread) stepInline(body NativeCoro, in Value, err error, dst uint8, thrown bool) bool {
	handled := t.exc
	if thrown { // into the body alone
		t.exc = t.frame().exc
	}
	v, want, serr := body.Step(t, in, err)
	return t.inlineStep(body, v, want, serr, err, handled, dst, thrown)
}

// inlineStep goes on from a step of stepInline's body that answered v, want and serr
// when it was resumed with err; handled is what t.exc was before.
func (t *Thread) inlineStep(body NativeCoro, v Value, want Want, serr, err error, handled *Exception, dst uint8, thrown bool) bool {
	for {
		if serr != nil {
			t.chainNew(serr, err)
		}
		if t.exc != handled {
			t.exc = handled
		}
		switch {
		case serr != nil && thrown:
			return t.raiseThrown(serr)
		case serr != nil && serr == err:
			return t.raise(serr)
		case serr != nil:
			return t.unwind(serr, true)
		case want == Done:
			t.regs[dst] = v
			return false
		}
		f := futureOf(v)
		if !f.ready() {
			return t.park(body, f)
		}
		v, err = f.take(t)
		if thrown {
			t.exc = t.frame().exc
		}
		v, want, serr = body.Step(t, v, err)
	}
}

// park suspends the activation on top, which awaits the body of a coroutine that no
// program sees, until the pending future f that the body awaits is done.
func (t *Thread) park(body NativeCoro, f *Future) bool {
	fr := t.frame()
	if fr.gen == nil {
		fr.gen = t.freshCoroutine()
	}
	fr.gen.more().native = body
	if stop, done := t.waitFor(f, resumeInline); done {
		return stop
	}
	f.flags |= flagBlocking
	return t.suspendOn(f.Value(), resumeInline, f.Value())
}

// freshCoroutine is the coroutine of the activation on top, which only now needs
// to exist.
func (t *Thread) freshCoroutine() *Gen {
	g, room := withRoom[Gen](max(len(t.fn.proto.code.Params), t.fn.proto.code.SaveRegs))
	g.begin(&CoroutineType, t.fn, room, nil)
	return g
}

// awaitSleep does `await sleep(delay, result)` without a coroutine or a future. done
// is false, and nothing was done, if the call is not awaited where it stands or only
// the coroutine itself can refuse the delay; stop is hot's verdict.
func (t *Thread) awaitSleep(delay, result Value, dst uint8) (stop, done bool) {
	if !t.awaited(dst) {
		return false, false
	}
	y := None
	switch {
	case delay.p == nil:
		if delay.n > 0 {
			y = sleepValue(float64(delay.n))
		}
	case delay.IsFloat():
		if d := delay.Float64(); d > 0 {
			y = sleepValue(d)
		} else if d != d {
			return false, false
		}
	default:
		return false, false
	}
	t.ip = unsafe.Add(t.ip, instrSize)
	return t.suspendOn(y, resumeKeep, result), true
}

// copyFew copies n values, eight at most. Go copies a struct in a row, and asks
// once instead of with each value whether the garbage collector wants to know of
// it; append and copy have much to look at before they begin.
func copyFew(dst, src unsafe.Pointer, n int) {
	switch n {
	case 1:
		*(*Value)(dst) = *(*Value)(src)
	case 2:
		*(*values2)(dst) = *(*values2)(src)
	case 3:
		*(*values3)(dst) = *(*values3)(src)
	case 4:
		*(*values4)(dst) = *(*values4)(src)
	case 5:
		*(*values5)(dst) = *(*values5)(src)
	case 6:
		*(*values6)(dst) = *(*values6)(src)
	case 7:
		*(*values7)(dst) = *(*values7)(src)
	case 8:
		*(*values8)(dst) = *(*values8)(src)
	}
}

// copyInHot copies n values in the hot loop, where the function that copyFew calls
// while the garbage collector runs would make the Go compiler spill around all of
// it. It makes no pointer past the last value, which could be one into memory that
// is free.
func copyInHot(dst, src unsafe.Pointer, n int) {
	i, end := uintptr(0), uintptr(n)*cellSize
	for ; i+cellSize < end; i += 2 * cellSize {
		to, from := (*[2]Value)(unsafe.Add(dst, i)), (*[2]Value)(unsafe.Add(src, i))
		to[0], to[1] = from[0], from[1]
	}
	if i < end {
		*(*Value)(unsafe.Add(dst, i)) = *(*Value)(unsafe.Add(src, i))
	}
}

// So many values one after the other. Go calls a function to copy an array, as
// two of them may overlap.
type (
	values2 struct{ a, b Value }
	values3 struct{ a, b, c Value }
	values4 struct{ a, b, c, d Value }
	values5 struct{ a, b, c, d, e Value }
	values6 struct{ a, b, c, d, e, f Value }
	values7 struct{ a, b, c, d, e, f, g Value }
	values8 struct{ a, b, c, d, e, f, g, h Value }
)
