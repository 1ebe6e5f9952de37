package compiler

import (
	"fmt"
	"strconv"
	"strings"
)

// This file writes programs out for people to read.

// Disassemble lists the code of a program: each function with its instructions, a line
// each: source line, place, operation, operands, and what the operands stand for.
func Disassemble(p *Program) string {
	d := &disassembler{prog: p}
	d.code(p.Module)
	return d.out.String()
}

type disassembler struct {
	prog *Program
	out  strings.Builder
}

var flagNames = [...]string{"coroutine", "generator", "varargs", "varkw", "class", "module", "method", "lambda", "comp"}

func (d *disassembler) code(c *Code) {
	fmt.Fprintf(&d.out, "%s(%s) line %d, %d registers", c.Qualname, strings.Join(c.Params, ", "), c.Line, c.Regs)
	if c.SaveRegs > 0 {
		fmt.Fprintf(&d.out, ", %d saved", c.SaveRegs)
	}
	for i, name := range flagNames {
		if c.Flags&(1<<i) != 0 {
			d.out.WriteString(", " + name)
		}
	}
	d.out.WriteByte('\n')
	if len(c.Locals) > 0 {
		d.out.WriteString("  locals:")
		for i, name := range c.Locals {
			if name == "" {
				name = "-"
			}
			fmt.Fprintf(&d.out, " r%d=%s", i, name)
		}
		d.out.WriteByte('\n')
	}
	for i, f := range c.Free {
		from := "r"
		switch f.From {
		case FromFree:
			from = "f"
		case FromList:
			from = fmt.Sprintf("r%d item ", f.List)
		}
		fmt.Fprintf(&d.out, "  f%d: %s from %s%d\n", i, f.Name, from, f.Index)
	}
	for pc, i := range c.Instr {
		line := fmt.Sprintf("%5d %4d  %-13s%s", c.Lines[pc].No, pc, i.Op(), d.operands(c, pc, i))
		d.out.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	for _, h := range c.Handlers {
		fmt.Fprintf(&d.out, "  handler %d-%d to %d with r%d\n", h.From, h.To, h.Target, h.Reg)
	}
	for _, f := range c.Funcs {
		d.out.WriteByte('\n')
		d.code(f)
	}
}

func (d *disassembler) operands(c *Code, pc int, i Instr) string {
	row := &Ops[i.Op()]
	var parts []string
	for j, x := range [...]struct {
		kind Operand
		val  int
	}{{row.A, int(i.A())}, {row.B, int(i.B())}, {row.C, int(i.C())}, {row.D, int(i.D())}} {
		if x.kind == None || x.val == 0 && j > 1 && (x.kind == Imm && i.Op() != OpLoadInt && row.C != Count || x.kind == MaybeR) {
			continue
		}
		parts = append(parts, d.operand(c, pc, x.kind, x.val))
	}
	return strings.Join(parts, " ")
}

func (d *disassembler) operand(c *Code, pc int, kind Operand, x int) string {
	switch kind {
	case Read, Write, Both:
		return "r" + strconv.Itoa(x)
	case MaybeR:
		return "r" + strconv.Itoa(x-1)
	case Count, Imm:
		return strconv.Itoa(x)
	case Const:
		return showConst(c.Consts[x])
	case Global:
		return d.prog.Globals[x]
	case Free:
		return fmt.Sprintf("f%d(%s)", x, c.Free[x].Name)
	case Name:
		return strconv.Quote(c.Names[x])
	case Site:
		return "." + c.Sites[x]
	case Func:
		return c.Funcs[x].Qualname
	case Jump:
		return "->" + strconv.Itoa(pc+1+x)
	}
	panic("compiler: unknown kind of operand")
}

// showConst writes a constant, in Python's way.
func showConst(v any) string {
	switch v := v.(type) {
	case nil:
		return "None"
	case bool:
		if v {
			return "True"
		}
		return "False"
	case string:
		return strconv.Quote(v)
	case Bytes:
		return "b" + strconv.Quote(string(v))
	case float64:
		s := strconv.FormatFloat(v, 'g', -1, 64)
		if !strings.ContainsAny(s, ".eIN") {
			s += ".0"
		}
		return s
	case Tuple:
		if len(v) == 1 {
			return "(" + showConst(v[0]) + ",)"
		}
		return "(" + showConsts(v) + ")"
	case FrozenSet:
		return "{" + showConsts(v) + "}"
	case Ellipsis:
		return "..."
	}
	return fmt.Sprint(v)
}

func showConsts(list []any) string {
	const most = 10
	s := make([]string, 0, most)
	for i, v := range list {
		if i == most {
			s = append(s, "…")
			break
		}
		s = append(s, showConst(v))
	}
	return strings.Join(s, ", ")
}
