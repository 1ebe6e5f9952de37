package runtime

import (
	"unsafe"

	"github.com/coro-lang/coro/lang/compiler"
)

// slow does the instruction in, which the hot loop left: the operations that it
// lacks and the rare cases of those that it has. It returns true when the
// activation that Go entered is over.
func (t *Thread) slow(in compiler.Instr) bool {
	op, A := in.Op(), in.A()
	r := t.regs
	switch op {
	case compiler.OpNop:
		return false

	// Variables.
	case compiler.OpLoadGlobal:
		v, err := t.loadGlobal(in.D())
		return t.finish(A, v, err)
	case compiler.OpStoreGlobal:
		t.module.setSlot(in.D(), r[A])
		return false
	case compiler.OpDelGlobal:
		if !t.module.delSlot(in.D()) {
			return t.raise(t.nameError(t.module.names[in.D()]))
		}
		return false
	case compiler.OpUnbind:
		for i := range int(in.B()) {
			r[int(A)+i] = Missing
		}
		return false
	case compiler.OpCheckBound:
		return t.raise(t.unboundLocal(t.name(in)))
	case compiler.OpMakeCell:
		c := &Cell{Hdr: Hdr{&CellType}, v: Missing}
		if in.B() == 0 {
			c.v = r[A]
		}
		r[A] = obj(c)
		return false
	case compiler.OpLoadCell:
		return t.raise(t.unboundLocal(t.name(in)))
	case compiler.OpDelCell:
		c := (*Cell)(r[in.B()].p)
		if c.v.IsMissing() {
			return t.raise(t.unboundLocal(t.name(in)))
		}
		c.v = Missing
		return false
	case compiler.OpLoadFree:
		return t.raise(t.unboundFree(t.fn.proto.code.Free[in.D()].Name))
	case compiler.OpDelFree:
		c := t.fn.free[in.D()]
		if c.v.IsMissing() {
			return t.raise(t.unboundFree(t.fn.proto.code.Free[in.D()].Name))
		}
		c.v = Missing
		return false
	case compiler.OpLoadName:
		v, err := t.loadName(t.name(in))
		return t.finish(A, v, err)
	case compiler.OpStoreName:
		if err := t.SetItem(r[0], obj(t.name(in)), r[A]); err != nil {
			return t.raise(err)
		}
		return false
	case compiler.OpDelName:
		if err := t.DelItem(r[0], obj(t.name(in))); err != nil {
			return t.raise(t.nameError(t.name(in)))
		}
		return false
	case compiler.OpLoadNameFree:
		free := t.fn.proto.code.Free[in.D()].Name
		if v, ok := AsDict(r[0]).getStr(t.VM.Intern(free)); ok {
			r[A] = v
			return false
		}
		v := t.fn.free[in.D()].v
		if v.IsMissing() {
			return t.raise(t.unboundFree(free))
		}
		r[A] = v
		return false

	// Arithmetic and comparison.
	case compiler.OpAdd, compiler.OpSub, compiler.OpMul, compiler.OpDiv, compiler.OpFloorDiv, compiler.OpMod,
		compiler.OpPow, compiler.OpMatMul, compiler.OpLShift, compiler.OpRShift, compiler.OpAnd, compiler.OpOr, compiler.OpXor:
		if v, ok := mixedArithmetic(op, r[in.B()], r[in.C()]); ok {
			r[A] = v
			return false
		}
		v, err := t.Binary(compiler.BinaryOp(op-compiler.OpAdd), r[in.B()], r[in.C()], in.D() != 0)
		return t.finish(A, v, err)
	case compiler.OpAddInt:
		return t.binaryInt(compiler.Add, in)
	case compiler.OpSubInt:
		return t.binaryInt(compiler.Sub, in)
	case compiler.OpMulInt:
		return t.binaryInt(compiler.Mul, in)
	case compiler.OpFloorDivInt:
		return t.binaryInt(compiler.FloorDiv, in)
	case compiler.OpModInt:
		return t.binaryInt(compiler.Mod, in)
	case compiler.OpAndInt:
		return t.binaryInt(compiler.And, in)
	case compiler.OpNeg, compiler.OpPos, compiler.OpInvert:
		v, err := t.Unary(UnaryOp(op-compiler.OpNeg), r[in.B()])
		return t.finish(A, v, err)
	case compiler.OpNot:
		b, err := t.Truth(r[in.B()])
		return t.finish(A, Bool(!b), err)
	case compiler.OpEq, compiler.OpNe, compiler.OpLt, compiler.OpLe, compiler.OpGt, compiler.OpGe:
		v, err := t.Compare(compiler.CompareOp(op-compiler.OpEq), r[in.B()], r[in.C()])
		return t.finish(A, v, err)
	case compiler.OpIn, compiler.OpNotIn:
		b, err := t.Contains(r[in.C()], r[in.B()])
		return t.finish(A, Bool(b == (op == compiler.OpIn)), err)

	// Jumps.
	case compiler.OpJumpBack:
		return t.pollInLoop()
	case compiler.OpJumpTrue, compiler.OpJumpFalse:
		b, err := t.Truth(r[A])
		if err != nil {
			return t.raise(err)
		}
		return t.jumpIf(b == (op == compiler.OpJumpTrue), in)
	case compiler.OpJumpEq, compiler.OpJumpNe, compiler.OpJumpLt, compiler.OpJumpLe, compiler.OpJumpGt, compiler.OpJumpGe:
		return t.compareJump(compiler.CompareOp(op-compiler.OpJumpEq), r[in.B()], true, in)
	case compiler.OpJumpNotEq, compiler.OpJumpNotNe, compiler.OpJumpNotLt, compiler.OpJumpNotLe, compiler.OpJumpNotGt, compiler.OpJumpNotGe:
		return t.compareJump(compiler.CompareOp(op-compiler.OpJumpNotEq), r[in.B()], false, in)
	case compiler.OpJumpEqK, compiler.OpJumpNeK, compiler.OpJumpLtK, compiler.OpJumpLeK, compiler.OpJumpGtK, compiler.OpJumpGeK:
		return t.compareJump(compiler.CompareOp(op-compiler.OpJumpEqK), t.fn.proto.consts[in.B()], true, in)
	case compiler.OpJumpNotEqK, compiler.OpJumpNotNeK, compiler.OpJumpNotLtK, compiler.OpJumpNotLeK, compiler.OpJumpNotGtK, compiler.OpJumpNotGeK:
		return t.compareJump(compiler.CompareOp(op-compiler.OpJumpNotEqK), t.fn.proto.consts[in.B()], false, in)

	// Attributes and items.
	case compiler.OpGetAttr:
		if s := &t.fn.proto.sites[in.D()]; s.kind == siteProperty {
			if v := r[in.B()]; s.typ == v.Type() && s.version == s.typ.version {
				// The getter's activation begins above the registers of this one.
				self := int(t.fn.proto.frame / cellSize)
				*t.room(t.reg(self)) = v
				return t.callFunc((*Func)(s.val.p), self, 1, nil, actCall, A)
			}
		}
		v, err := t.getAttrAt(&t.fn.proto.sites[in.D()], r[in.B()])
		return t.finish(A, v, err)
	case compiler.OpSetAttr:
		if err := t.setAttrAt(&t.fn.proto.sites[in.D()], r[A], r[in.B()]); err != nil {
			return t.raise(err)
		}
		return false
	case compiler.OpDelAttr:
		if err := t.SetAttr(r[A], t.fn.proto.sites[in.D()].name, Missing); err != nil {
			return t.raise(err)
		}
		return false
	case compiler.OpLoadMethod:
		return t.loadMethod(A, r[in.B()], &t.fn.proto.sites[in.D()])
	case compiler.OpGetItem:
		if d := exact[Dict](r[in.B()], &DictType); d != nil {
			if i, _ := d.findPlain(r[in.C()]); i >= 0 {
				r[A] = d.at(i).val
				return false
			}
		}
		v, err := t.GetItem(r[in.B()], r[in.C()])
		return t.finish(A, v, err)
	case compiler.OpGetItemInt:
		v, err := t.GetItem(r[in.B()], Int(int64(in.D())))
		return t.finish(A, v, err)
	case compiler.OpSetItem:
		if d := exact[Dict](r[A], &DictType); d != nil {
			switch i, h := d.findPlain(r[in.B()]); {
			case i >= 0:
				d.at(i).val = r[in.C()]
				return false
			case i == absent:
				return t.finishErr(d.insert(t, r[in.B()], h, r[in.C()]))
			}
		}
		if err := t.SetItem(r[A], r[in.B()], r[in.C()]); err != nil {
			return t.raise(err)
		}
		return false
	case compiler.OpDelItem:
		if err := t.DelItem(r[A], r[in.B()]); err != nil {
			return t.raise(err)
		}
		return false

	// Calls.
	case compiler.OpCall:
		return t.callByPosition(int(A)+1, int(in.B()), A)
	case compiler.OpCallMethod:
		if r[A].IsMissing() { // no method: the callee follows
			if zero := &r[A+2]; in.B() == 1 && zero.p == nil && zero.n <= 0 && isSleep(r[A+1]) { // asyncio.sleep(0)
				if stop, done := t.giveTurn(A); done {
					return stop
				}
			}
			return t.callByPosition(int(A)+2, int(in.B()), A)
		}
		return t.callMethodAt(A, int(in.B())+1)
	case compiler.OpCallKw:
		return t.call(r[A], int(A)+1, int(in.B()), t.kwnames(in.D()), A)
	case compiler.OpCallMethodKw:
		if r[A].IsMissing() {
			return t.call(r[A+1], int(A)+2, int(in.B()), t.kwnames(in.D()), A)
		}
		return t.call(r[A], int(A)+1, int(in.B())+1, t.kwnames(in.D()), A)
	case compiler.OpCallEx:
		return t.callEx(in)
	case compiler.OpMakeFunc:
		r[A] = t.makeFunc(in)
		return false
	case compiler.OpBuildClass:
		v, err := t.buildClass(t.name(in), r[A], r[A+1], r[A+2])
		return t.finish(A, v, err)
	case compiler.OpReturn:
		return t.returnValue(r[A])
	case compiler.OpReturnNone:
		return t.returnValue(None)

	// Iteration.
	case compiler.OpGetIter:
		v, err := t.Iter(r[in.B()])
		if in.C() != 0 {
			own(v)
		}
		return t.finish(A, v, err)
	case compiler.OpForIter:
		return t.forIter(in)
	case compiler.OpGetAiter:
		v, err := t.getAiter(r[in.B()])
		if in.C() != 0 {
			own(v)
		}
		return t.finish(A, v, err)
	case compiler.OpGetAnext:
		v, err := t.getAnext(r[in.B()])
		return t.finish(A, v, err)
	case compiler.OpEndAsyncFor:
		e := AsException(r[A])
		if !e.typ.IsSubclass(&StopAsyncIterationType) {
			return t.unwind(e, false)
		}
		t.ip = unsafe.Add(t.ip, int(in.D())*int(instrSize))
		return false

	case compiler.OpCloseIter:
		t.closeLeft(r[A])
		return false

	// Suspension.
	case compiler.OpAwait:
		return t.await(r[A], A)
	case compiler.OpYield:
		return t.yield(r[in.B()])
	case compiler.OpGetYieldFrom:
		v, err := t.yieldFromIter(r[in.B()])
		return t.finish(A, v, err)
	case compiler.OpYieldFrom:
		return t.driveIter(r[A], None, nil, A)
	}
	return t.rare(in)
}

// name is the name that D of the instruction means.
func (t *Thread) name(in compiler.Instr) *Str { return t.fn.proto.names[in.D()] }

func (t *Thread) binaryInt(op compiler.BinaryOp, in compiler.Instr) bool {
	c := Int(int64(in.D()))
	if v, ok := mixedArithmetic(compiler.OpAdd+compiler.Op(op), t.regs[in.B()], c); ok {
		t.regs[in.A()] = v
		return false
	}
	v, err := t.Binary(op, t.regs[in.B()], c, in.C() != 0)
	return t.finish(in.A(), v, err)
}

// mixedArithmetic is + - * / of an int and a float, or the quotient of two ints;
// ok is false for other operands and where it is not that simple.
func mixedArithmetic(op compiler.Op, a, b Value) (v Value, ok bool) {
	const exact = 1 << 53 // ints up to it are floats without loss
	var x, y, z float64
	switch {
	case a.IsFloat() && b.p == nil:
		x, y = a.Float64(), float64(b.n)
	case a.p == nil && b.IsFloat():
		x, y = float64(a.n), b.Float64()
	case a.p == nil && b.p == nil && op == compiler.OpDiv && abs64(a.n) <= exact && abs64(b.n) <= exact:
		x, y = float64(a.n), float64(b.n)
	default:
		return Value{}, false
	}
	switch op {
	case compiler.OpAdd:
		z = x + y
	case compiler.OpSub:
		z = x - y
	case compiler.OpMul:
		z = x * y
	case compiler.OpDiv:
		if y == 0 {
			return Value{}, false
		}
		z = x / y
	default:
		return Value{}, false
	}
	return Float(z), z == z // each NaN is one of its own
}

// compareJump does a fused comparison: jump if (R[A] op b) is sense.
func (t *Thread) compareJump(op compiler.CompareOp, b Value, sense bool, in compiler.Instr) bool {
	r, err := t.CompareBool(op, t.regs[in.A()], b)
	if err != nil {
		return t.raise(err)
	}
	return t.jumpIf(r == sense, in)
}

func (t *Thread) jumpIf(cond bool, in compiler.Instr) bool {
	if !cond {
		return false
	}
	t.ip = unsafe.Add(t.ip, int(in.D())*int(instrSize))
	if in.D() < 0 && t.stop.Load() != 0 {
		return t.pollInLoop()
	}
	return false
}

// pollInLoop raises what interrupts the run, at the first instruction of the loop
// that was just entered again: that one is inside whatever try the loop is in.
func (t *Thread) pollInLoop() bool {
	if err := t.poll(); err != nil {
		t.ip = unsafe.Add(t.ip, instrSize)
		return t.raise(err)
	}
	return false
}

// kwnames is the keywords of a call: the constant tuple i.
func (t *Thread) kwnames(i int32) []*Str {
	p := t.fn.proto
	if p.kwnames == nil {
		p.kwnames = make([][]*Str, len(p.consts))
	}
	if p.kwnames[i] == nil {
		items := (*Tuple)(p.consts[i].p).items
		names := make([]*Str, len(items))
		for j, v := range items {
			names[j] = (*Str)(v.p)
		}
		p.kwnames[i] = names
	}
	return p.kwnames[i]
}

// returnValue ends the activation on top with v, in the ways that the hot loop
// leaves.
func (t *Thread) returnValue(v Value) bool {
	fr := t.frame()
	switch fr.kind {
	case actCall:
		t.pop()
		t.regs[fr.dst] = v
		return false
	case actInit:
		if !v.IsNone() {
			t.pop()
			return t.raise(t.TypeErrorf("__init__() should return None, not '%s'", v.Type().Name))
		}
		t.pop()
		return false
	case actGo:
		t.exc = fr.exc
		t.pop()
		t.ret = v
		return true
	}
	if t.fn.proto.code.Flags&compiler.FlagAsyncGen == compiler.FlagAsyncGen {
		return t.endAsyncGen(&Exception{Hdr: Hdr{&StopAsyncIterationType}})
	}
	return t.endGen(v)
}

// forIter does FORITER for every iterator that the hot loop leaves.
func (t *Thread) forIter(in compiler.Instr) bool {
	A := in.A()
	it := t.regs[A]
	typ := it.Type()
	if typ == &GeneratorType {
		g := (*Gen)(it.p)
		if t.resumeYield(g, None, actFor, A+1) {
			return false
		}
		switch {
		case g.state == genDone:
			return false
		case t.resumable(g) != nil:
			return t.raise(t.resumable(g))
		}
		return t.enterGen(g, None, nil, actFor, A+1)
	}
	if typ.Next == nil {
		return t.raise(t.TypeErrorf("'%s' object is not an iterator", typ.Name))
	}
	if typ.nextPair != nil {
		if next := *(*compiler.Instr)(t.jumpTarget(in)); next.Op() == compiler.OpUnpack && next.B() == A+1 && next.D() == 2 {
			return t.forPair(in, typ, it, next.A())
		}
	}
	v, ok, err := typ.Next(t, it)
	if err == nil && t.stop.Load() != 0 {
		err = t.poll()
	}
	if err != nil {
		return t.raise(err)
	}
	if ok {
		t.ip = t.jumpTarget(in)
		t.regs[A+1] = v
	}
	return false
}

// jumpTarget is where in, which is before ip, jumps to.
func (t *Thread) jumpTarget(in compiler.Instr) unsafe.Pointer {
	return unsafe.Add(t.ip, int(in.D())*int(instrSize))
}

// forPair does FORITER for an iterator of pairs and the UNPACK to R[dst] that
// follows it, without making the tuple.
func (t *Thread) forPair(in compiler.Instr, typ *Type, it Value, dst uint8) bool {
	a, b, ok, err := typ.nextPair(t, it)
	if err == nil && t.stop.Load() != 0 {
		err = t.poll()
	}
	if err != nil {
		return t.raise(err)
	}
	if ok {
		t.ip = unsafe.Add(t.jumpTarget(in), instrSize)
		*t.reg(int(dst)), *t.reg(int(dst) + 1) = a, b
	}
	return false
}

// callEx does CALLEX: the arguments are in a list or tuple and a dict.
func (t *Thread) callEx(in compiler.Instr) bool {
	A := in.A()
	callee, seq := t.regs[A], t.regs[A+1]
	var items []Value
	if l := AsList(seq); l != nil {
		items = l.items
	} else {
		items = AsTuple(seq).items
	}
	var kwnames []*Str
	args := items
	if in.B() != 0 {
		d := AsDict(t.regs[A+2])
		if d.Len() > 0 {
			args = append(make([]Value, 0, len(items)+d.Len()), items...)
			for i := d.skip(0); i >= 0; i = d.skip(i + 1) {
				e := d.at(i)
				s := AsStr(e.key)
				if s == nil && Callable(callee) {
					return t.raise(t.TypeErrorf("keywords must be strings"))
				}
				kwnames = append(kwnames, s)
				args = append(args, e.val)
			}
		}
	}
	if fn := exact[Func](callee, &FunctionType); fn == nil || len(args) > 64 || fn.proto.code.Flags&compiler.FlagAsyncGen != 0 {
		// Bound in Go; the hot loop's way is for calls that fit a window.
		if fn != nil && fn.proto.code.Flags&compiler.FlagAsyncGen == 0 {
			return t.callSpread(fn, args, kwnames, A)
		}
		if c := exact[Type](callee, &TypeType); c == nil && len(args) <= 64 {
			copy(t.regSlice(int(A)+1, len(args)), args)
			return t.call(callee, int(A)+1, len(args), kwnames, A)
		}
		v, err := t.CallKw(callee, args, kwnames)
		return t.finish(A, v, err)
	}
	return t.callSpread((*Func)(callee.p), args, kwnames, A)
}

// callSpread begins a call of a plain function with any number of arguments.
func (t *Thread) callSpread(fn *Func, args []Value, kwnames []*Str, dst uint8) bool {
	base := t.room(t.top())
	if err := t.bindArgs(fn, unsafe.Slice(base, fn.proto.code.ArgRegs()), args, kwnames); err != nil {
		return t.raise(err)
	}
	if _, err := t.push(actCall, dst); err != nil {
		return t.raise(err)
	}
	t.begin(fn, base)
	return false
}

// makeFunc does MAKEFUNC.
func (t *Thread) makeFunc(in compiler.Instr) Value {
	A, with := in.A(), in.B()
	p := t.fn.proto.child(t.VM, in.D())
	code := p.code
	f := &Func{Hdr: Hdr{&FunctionType}, proto: p, name: t.VM.Intern(code.Name), qualname: t.VM.Intern(code.Qualname), doc: None}
	if code.HasDoc {
		f.doc = NewStr(code.Doc)
	}
	if with&1 != 0 {
		f.defaults = AsTuple(t.regs[A+1]).items
	}
	if with&2 != 0 {
		f.kwdefs = AsDict(t.regs[A+2])
	}
	if with&4 != 0 {
		f.annots = AsDict(t.regs[A+3])
	}
	if len(code.Free) > 0 {
		f.free = make([]*Cell, len(code.Free))
		for i, v := range code.Free {
			switch v.From {
			case compiler.FromFree:
				f.free[i] = t.fn.free[v.Index]
			case compiler.FromList:
				f.free[i] = (*Cell)(AsList(t.regs[v.List]).items[v.Index].p)
			default:
				f.free[i] = (*Cell)(t.regs[v.Index].p)
			}
		}
	}
	return obj(f)
}
