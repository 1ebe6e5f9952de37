package runtime

import (
	"github.com/coro-lang/coro/lang/compiler"
)

// rare does the instructions that slow leaves: displays, exceptions, imports,
// patterns.
func (t *Thread) rare(in compiler.Instr) bool {
	op, A := in.Op(), in.A()
	r := t.regs
	switch op {
	// Displays and strings.
	case compiler.OpBuildList:
		if in.C() != 0 {
			r[A] = t.listFor(r[in.B()])
			return false
		}
		r[A] = NewListOf(t.regSlice(int(in.B()), int(in.D())))
		return false
	case compiler.OpBuildTuple:
		r[A] = newTupleOf(t.regSlice(int(in.B()), int(in.D())))
		return false
	case compiler.OpBuildSet:
		s := NewSet()
		for _, v := range t.regSlice(int(in.B()), int(in.D())) {
			if err := s.Add(t, v); err != nil {
				return t.raise(err)
			}
		}
		t.regs[A] = obj(s)
		return false
	case compiler.OpBuildDict:
		d := NewDict()
		d.Expect(int(in.D()))
		pairs := t.regSlice(int(in.B()), 2*int(in.D()))
		for i := 0; i < len(pairs); i += 2 {
			if err := d.Set(t, pairs[i], pairs[i+1]); err != nil {
				return t.raise(err)
			}
		}
		t.regs[A] = d.Value()
		return false
	case compiler.OpBuildSlice:
		b := in.B()
		r[A] = obj(&Slice{Hdr{&SliceType}, r[b], r[b+1], r[b+2]})
		return false
	case compiler.OpListAppend:
		(*List)(r[A].p).Append(r[in.B()])
		return false
	case compiler.OpListExtend:
		if err := t.listExtend(int(A), r[in.B()], in.C() != 0); err != nil {
			return t.raise(err)
		}
		return false
	case compiler.OpListToTuple:
		r[A] = NewTuple((*List)(r[A].p).items)
		return false
	case compiler.OpSetAdd:
		return t.finishErr((*Set)(r[A].p).Add(t, r[in.B()]))
	case compiler.OpSetUpdate:
		return t.finishErr((*Set)(r[A].p).Update(t, r[in.B()]))
	case compiler.OpDictSet:
		return t.finishErr((*Dict)(r[A].p).Set(t, r[in.B()], r[in.C()]))
	case compiler.OpDictUpdate:
		return t.finishErr(t.dictUpdate((*Dict)(r[A].p), r[in.B()]))
	case compiler.OpDictMerge:
		return t.finishErr(t.dictMerge((*Dict)(r[A].p), r[in.B()], r[in.C()]))
	case compiler.OpFormat:
		spec := Missing
		if d := in.D(); d > 0 {
			spec = r[d-1]
		}
		v, err := t.FormatOp(r[in.B()], in.C(), spec)
		return t.finish(A, v, err)
	case compiler.OpBuildString:
		v, err := t.joinStrings(t.regSlice(int(in.B()), int(in.D())))
		return t.finish(A, v, err)
	case compiler.OpUnpack:
		return t.finishErr(t.unpack(int(A), r[in.B()], int(in.D()), -1))
	case compiler.OpUnpackEx:
		return t.finishErr(t.unpack(int(A), r[in.B()], int(in.C()), int(in.D())))
	case compiler.OpUnpackList:
		n, after := int(in.D()), -1
		if in.C() != 0 {
			n, after = n>>16, n&0xffff
		}
		v, err := t.unpackList(r[in.B()], n, after)
		return t.finish(A, v, err)

	// Exceptions.
	case compiler.OpPushExc:
		prev := None
		if t.exc != nil {
			prev = t.exc.Value()
		}
		r[A+1] = prev
		t.exc = AsException(r[A])
		return false
	case compiler.OpPopExc:
		if in.C() != 0 {
			if fr := t.frame(); fr.kind >= actAwait {
				t.exc = fr.around(fr.gen) // a resumed generator sees its present caller's
				return false
			}
		}
		t.exc = AsException(r[A+1])
		return false
	case compiler.OpMatchExc:
		b, err := t.excMatches(AsException(r[in.B()]), r[in.C()])
		return t.finish(A, Bool(b), err)
	case compiler.OpRaise:
		return t.raiseOp(in)
	case compiler.OpReraise:
		return t.unwind(AsException(r[A]), false)
	case compiler.OpRaiseAssert:
		e := &Exception{Hdr: Hdr{&AssertionErrorType}}
		if in.C() != 0 {
			e.args = []Value{r[A]}
		}
		return t.raise(e)
	case compiler.OpStarBegin:
		rest, raised := t.starBegin(AsException(r[in.B()]))
		r[A], r[A+1] = rest, raised
		return false
	case compiler.OpStarMatch:
		match, rest, err := t.starMatch(r[in.B()], r[in.C()])
		if err != nil {
			return t.raise(err)
		}
		t.regs[in.B()] = rest
		t.regs[A] = match
		return false
	case compiler.OpStarCatch:
		(*List)(r[A+1].p).Append(r[in.B()])
		return false
	case compiler.OpStarEnd:
		v, err := t.starEnd(r[A], (*List)(r[A+1].p), AsException(r[in.B()]))
		return t.finish(A, v, err)
	case compiler.OpEnter:
		if err := t.enterWith(A, r[in.B()], t.fn.proto.sites[in.D():], in.C() != 0); err != nil {
			return t.raise(err)
		}
		return false
	case compiler.OpExcInfo:
		e := AsException(r[in.B()])
		r[A], r[A+1] = obj(e.typ), e.Value()
		r[A+2] = None
		if e.tb != nil {
			r[A+2] = obj(e.tb)
		}
		return false

	// Imports.
	case compiler.OpImport:
		v, err := t.importName(t.name(in), int(in.C()), in.B())
		return t.finish(A, v, err)
	case compiler.OpImportFrom:
		v, err := t.importFrom(r[in.B()], t.name(in))
		return t.finish(A, v, err)
	case compiler.OpImportStar:
		return t.finishErr(t.importStar(r[A]))

	// Patterns.
	case compiler.OpMatchSeq:
		r[A] = Bool(r[in.B()].Type().collection() == flagSequence)
		return false
	case compiler.OpMatchMap:
		r[A] = Bool(r[in.B()].Type().collection() == flagMapping)
		return false
	case compiler.OpMatchKeys:
		v, err := t.matchKeys(r[in.B()], AsTuple(r[in.C()]).items)
		return t.finish(A, v, err)
	case compiler.OpMatchRest:
		v, err := t.matchRest(r[in.B()], AsTuple(r[in.C()]).items)
		return t.finish(A, v, err)
	case compiler.OpMatchClass:
		v, err := t.matchClass(r[in.B()], r[A], int(in.C()), t.kwnames(in.D()))
		return t.finish(A, v, err)
	case compiler.OpLen:
		n, err := t.Len(r[in.B()])
		return t.finish(A, Int(int64(n)), err)

	case compiler.OpSetupAnn:
		_, err := t.annotations()
		return t.finishErr(err)
	case compiler.OpSetAnn:
		d, err := t.annotations()
		if err == nil {
			err = t.SetItem(d, obj(t.name(in)), t.regs[A])
		}
		return t.finishErr(err)
	case compiler.OpPrintExpr:
		return t.finishErr(t.printExpr(r[A]))
	}
	panic("unimplemented: instruction " + op.String())
}

// finishErr gives the outcome of an instruction that has no result.
func (t *Thread) finishErr(err error) bool {
	if err != nil {
		return t.raise(err)
	}
	return false
}

// raiseOp does RAISE.
func (t *Thread) raiseOp(in compiler.Instr) bool {
	if in.C() == 0 {
		if t.exc == nil {
			return t.raise(t.RuntimeErrorf("No active exception to reraise"))
		}
		return t.unwind(t.exc, false)
	}
	e, err := t.makeException(t.regs[in.A()])
	if err != nil {
		return t.raise(err)
	}
	if in.C() == 2 {
		cause := t.regs[in.B()]
		if !cause.IsNone() {
			c, err := t.makeCause(cause)
			if err != nil {
				return t.raise(err)
			}
			e.cause = c
		} else {
			e.cause = nil
		}
		e.noCtx = true
	}
	t.passing = nil // e may have passed through Go code before
	return t.raise(e)
}

// unpackList is a list of n items of v, or of n, a list of what remains and after
// more.
func (t *Thread) unpackList(v Value, n, after int) (Value, error) {
	items, err := t.unpackedItems(v, n, after)
	if err != nil {
		return Value{}, err
	}
	list := append([]Value(nil), items[:n]...)
	if after >= 0 {
		last := len(items) - after
		list = append(list, NewList(append([]Value(nil), items[n:last]...)))
		list = append(list, items[last:]...)
	}
	return NewList(list), nil
}

// unpack puts n items of v into the registers from first on; with after >= 0 a
// list of what remains and after more items follow.
func (t *Thread) unpack(first int, v Value, n, after int) error {
	items, err := t.unpackedItems(v, n, after)
	if err != nil {
		return err
	}
	got := len(items)
	dst := t.regSlice(first, n)
	copy(dst, items)
	if after >= 0 {
		rest := append([]Value(nil), items[n:got-after]...)
		*t.reg(first + n) = NewList(rest)
		copy(t.regSlice(first+n+1, after), items[got-after:])
	}
	return nil
}

// unpackedItems is the items of v, of which there must be n, or n+after at least.
func (t *Thread) unpackedItems(v Value, n, after int) ([]Value, error) {
	items, err := t.unpackItems(v, n, after)
	got := len(items)
	switch {
	case err != nil:
		return nil, err
	case after < 0 && got < n:
		return nil, t.ValueErrorf("not enough values to unpack (expected %d, got %d)", n, got)
	case after < 0 && got > n:
		return nil, t.ValueErrorf("too many values to unpack (expected %d)", n)
	case after >= 0 && got < n+after:
		return nil, t.ValueErrorf("not enough values to unpack (expected at least %d, got %d)", n+after, got)
	}
	return items, nil
}

// unpackItems is the items of v, one more than n at most if no rest is taken.
func (t *Thread) unpackItems(v Value, n, after int) (items []Value, err error) {
	switch v.Type() {
	case &TupleType:
		return (*Tuple)(v.p).items, nil
	case &ListType:
		return (*List)(v.p).items, nil
	}
	typ := v.Type()
	if typ.Iter == nil && typ.GetItem == nil {
		return nil, t.TypeErrorf("cannot unpack non-iterable %s object", typ.Name)
	}
	it, err := t.Iter(v)
	if err != nil {
		if Is(err, &TypeErrorType) && typ.Iter == nil {
			err = t.TypeErrorf("cannot unpack non-iterable %s object", typ.Name)
		}
		return nil, err
	}
	for after >= 0 || len(items) <= n {
		if after >= 0 && len(items) == n {
			rest, err := t.Collect(it) // which asks for an iterator once more
			return append(items, rest...), err
		}
		x, ok, err := t.Next(it)
		if err != nil {
			return nil, err
		}
		if !ok {
			break
		}
		items = append(items, x)
		if err := t.reserveGrowth(items); err != nil {
			return nil, err
		}
		if err := t.poll(); err != nil {
			return nil, err
		}
	}
	return items, nil
}

// listExtend appends the items of v to the list R[A], of a display or, if call is
// set, of the arguments of a call, whose callee is in the register before.
func (t *Thread) listExtend(A int, v Value, call bool) error {
	if typ := v.Type(); typ.Iter == nil && typ.GetItem == nil {
		if call {
			return t.TypeErrorf("%s argument after * must be an iterable, not %s", t.calleeName(t.regs[A-1]), typ.Name)
		}
		return t.TypeErrorf("Value after * must be an iterable, not %s", typ.Name)
	}
	return t.extendList((*List)(t.regs[A].p), v)
}

// annotations is the __annotations__ dict of the class body or module that runs.
func (t *Thread) annotations() (Value, error) {
	name := t.VM.Intern("__annotations__")
	if t.fn.proto.code.Flags&compiler.FlagClass != 0 {
		ns := AsDict(t.regs[0])
		if v, ok := ns.getStr(name); ok {
			return v, nil
		}
		d := NewDict().Value()
		ns.setStr(name, d)
		return d, nil
	}
	if v, ok := t.module.Get(name.s); ok {
		return v, nil
	}
	d := NewDict().Value()
	t.module.Set(name.s, d)
	return d, nil
}

// printExpr shows the value of an interactive expression and binds _ to it.
func (t *Thread) printExpr(v Value) error {
	if v.IsNone() {
		return nil
	}
	s, err := t.Repr(v)
	if err != nil {
		return err
	}
	t.VM.Out.WriteString(s)
	t.VM.Out.WriteByte('\n')
	t.module.Set("_", v)
	return nil
}

// yield does YIELD in the activation on top.
func (t *Thread) yield(v Value) bool {
	fr := t.frame()
	fr.gen.mode = resumeSend
	if t.fn.proto.code.Flags&compiler.FlagAsyncGen == compiler.FlagAsyncGen {
		return t.agenYield(v)
	}
	return t.suspend(v)
}

// agenYield suspends the async generator on top and gives v to who awaits its
// next item.
func (t *Thread) agenYield(v Value) bool {
	fr := t.frame()
	g := t.save(fr)
	g.leaf = nil
	t.exc = fr.exc
	if p := g.parent; p != nil && g != fr.root {
		g.parent = nil
		t.resumeParent(fr, p)
		return t.result(p.dst, v)
	}
	g.parent = nil
	kind, dst := fr.kind, fr.dst
	t.pop()
	if kind == actResume {
		t.ret = v
		return true
	}
	return t.result(dst, v)
}

// endAsyncGen ends the async generator on top, which raises e in who awaits it.
func (t *Thread) endAsyncGen(e *Exception) bool {
	fr := t.frame()
	g := fr.gen
	t.exc = fr.exc
	parent := g.parent
	g.finish()
	g.parent = nil
	if parent != nil && g != fr.root {
		t.resumeParent(fr, parent)
		return t.awaitFailed(e)
	}
	kind := fr.kind
	t.pop()
	if kind == actResume {
		t.err = e
		return true
	}
	return t.awaitFailed(e)
}

// yieldFromIter is the iterator that `yield from v` runs.
func (t *Thread) yieldFromIter(v Value) (Value, error) {
	if v.Type() == &CoroutineType {
		if t.fn.coroutine {
			return v, nil
		}
		return Value{}, t.TypeErrorf("cannot 'yield from' a coroutine object in a non-coroutine generator")
	}
	return t.Iter(v)
}
