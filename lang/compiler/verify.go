package compiler

import (
	"errors"
	"fmt"
	"math"
)

// This file checks bytecode. The machine trusts what has passed: it looks at no operand
// again.

// Verify checks that every operand of every instruction of a program is in range: registers,
// tables, jumps, the rows of registers that calls and displays use. It does not check that
// the code makes sense.
func Verify(p *Program) error {
	v := &verifier{prog: p}
	if len(p.Module.Free) > 0 {
		v.errorf(p.Module, "a module has no free variables")
	}
	v.check(p.Module)
	return errors.Join(v.errs...)
}

type verifier struct {
	prog *Program
	errs []error
}

// maxErrors is how many faults Verify reports.
const maxErrors = 10

func (v *verifier) errorf(c *Code, format string, args ...any) {
	if len(v.errs) < maxErrors {
		v.errs = append(v.errs, fmt.Errorf("%s: %s", c.Qualname, fmt.Sprintf(format, args...)))
	}
}

func (v *verifier) check(c *Code) {
	n := len(c.Instr)
	if c.Regs < 1 || c.Regs > maxRegs {
		v.errorf(c, "%d registers", c.Regs)
		return
	}
	if n == 0 || len(c.Lines) != n {
		v.errorf(c, "%d instructions with %d lines", n, len(c.Lines))
		return
	}
	if c.ArgRegs() > c.Regs || len(c.Locals) > c.Regs || c.SaveRegs > c.Regs {
		v.errorf(c, "parameters, variables or saved registers beyond the registers")
	}
	for pc, i := range c.Instr {
		if i.Op() >= NumOps {
			v.errorf(c, "%d: no such operation", pc)
			continue
		}
		v.instr(c, pc, i)
	}
	if !endsFlow(c.Instr[n-1]) {
		v.errorf(c, "%d: the code goes on past its end", n-1)
	}
	for _, h := range c.Handlers {
		if h.From < 0 || h.From >= h.To || int(h.To) > n || h.Target < 0 || int(h.Target) >= n || int(h.Reg) >= c.Regs {
			v.errorf(c, "bad handler %+v", h)
		}
	}
	for _, f := range c.Funcs {
		for _, x := range f.Free {
			limit := c.Regs
			switch x.From {
			case FromFree:
				limit = len(c.Free)
			case FromList: // how long it is shows when it is looked at
				limit = math.MaxInt32
				if x.List < 0 || int(x.List) >= c.Regs {
					v.errorf(f, "free variable %s in a list at %d", x.Name, x.List)
				}
			}
			if x.Index < 0 || int(x.Index) >= limit {
				v.errorf(f, "free variable %s at %d", x.Name, x.Index)
			}
		}
		v.check(f)
	}
}

// endsFlow tells whether nothing goes on after i.
func endsFlow(i Instr) bool {
	switch i.Op() {
	case OpReturn, OpReturnNone, OpRaise, OpReraise, OpRaiseAssert, OpJump, OpJumpBack, OpEndAsyncFor:
		return true
	}
	return false
}

func (v *verifier) instr(c *Code, pc int, i Instr) {
	row := &Ops[i.Op()]
	v.operand(c, pc, row.A, int(i.A()))
	v.operand(c, pc, row.B, int(i.B()))
	v.operand(c, pc, row.C, int(i.C()))
	v.operand(c, pc, row.D, int(i.D()))
	if first, n := span(i); n > 0 && first+n > c.Regs {
		v.errorf(c, "%d: %s needs registers %d to %d of %d", pc, i.Op(), first, first+n-1, c.Regs)
	}
	switch i.Op() {
	case OpAwait, OpYield:
		if i.D() > int32(i.A()) {
			v.errorf(c, "%d: %s with its operand live", pc, i.Op())
		}
	}
}

func (v *verifier) operand(c *Code, pc int, kind Operand, x int) {
	limit := 0
	switch kind {
	case None, Imm:
		return
	case Count:
		if x < 0 {
			v.errorf(c, "%d: count %d", pc, x)
		}
		return
	case Jump:
		if to := pc + 1 + x; to < 0 || to >= len(c.Instr) {
			v.errorf(c, "%d: jump to %d", pc, to)
		}
		return
	case Read, Write, Both:
		limit = c.Regs
	case MaybeR:
		limit = c.Regs + 1
	case Const:
		limit = len(c.Consts)
	case Global:
		limit = len(v.prog.Globals)
	case Free:
		limit = len(c.Free)
	case Name:
		limit = len(c.Names)
	case Site:
		limit = len(c.Sites)
		if c.Instr[pc].Op() == OpEnter {
			limit-- // the next site is its, too
		}
	case Func:
		limit = len(c.Funcs)
	default:
		panic("compiler: unknown kind of operand")
	}
	if x < 0 || x >= limit {
		v.errorf(c, "%d: %s: operand %d of %d", pc, c.Instr[pc].Op(), x, limit)
	}
}

// span is the row of registers that an instruction uses beyond those its operands name.
func span(i Instr) (first, n int) {
	a, b, cc, d := int(i.A()), int(i.B()), int(i.C()), int(i.D())
	switch i.Op() {
	case OpUnbind:
		return a, b
	case OpLoadMethod, OpForIter, OpPushExc, OpStarBegin, OpStarEnd, OpStarCatch:
		return a, 2
	case OpEnter:
		return a, 4
	case OpExcInfo, OpBuildClass:
		return a, 3
	case OpBuildList, OpBuildTuple, OpBuildSet, OpBuildString:
		return b, d
	case OpBuildDict:
		return b, 2 * d
	case OpBuildSlice:
		return b, 3
	case OpUnpack:
		return a, d
	case OpUnpackEx:
		return a, cc + 1 + d
	case OpCall, OpCallKw:
		return a, 1 + b
	case OpCallMethod, OpCallMethodKw:
		return a, 2 + b
	case OpCallEx:
		return a, 2 + b
	case OpMakeFunc:
		switch {
		case b&withAnnotations != 0:
			return a, 4
		case b&withKwDefaults != 0:
			return a, 3
		case b&withDefaults != 0:
			return a, 2
		}
	}
	return 0, 0
}
