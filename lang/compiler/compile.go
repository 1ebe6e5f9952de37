// Package compiler turns a syntax tree into a Program for the register machine.
//
// It goes over the tree twice. The first pass collects the scopes and finds out where every
// name leads (scope.go, collect.go). The second generates code, a Code for each function,
// with one fn holding the state: registers in vars.go, labels and definite assignment in
// label.go, then a file for each family of expressions and statements. What comes out is
// checked by Verify and shown by Disassemble. The operations stand in opcode.go.
package compiler

import (
	"slices"
	"strings"

	"github.com/coro-lang/coro/lang/diag"
	"github.com/coro-lang/coro/lang/parser"
)

// Options says how to compile a file.
type Options struct {
	Interactive bool     // print the value of expression statements of the file's body
	Globals     []string // global slots that are taken already, by index
	Coro        bool     // a .coro file: the prelude is predeclared
}

// Compile generates the code of a file that was parsed without errors. All that it may still
// report is code beyond any reasonable size.
func Compile(f *parser.File, opts Options) (*Program, diag.List) {
	u := &unit{
		file: f, opts: opts,
		prog:    &Program{File: f.Name, Source: strings.Split(f.Src, "\n"), Coro: opts.Coro},
		scopes:  map[any]*scope{},
		globals: map[string]int32{},
	}
	for _, name := range opts.Globals {
		u.global(name)
	}
	s := u.collect()
	if len(u.diags) == 0 {
		u.prog.Async = s.awaits
		u.prog.Module = u.code(nil, s, func(c *fn) { c.module(f) })
	}
	if len(u.diags) > 0 {
		u.diags.Sort()
		return nil, u.diags
	}
	return u.prog, nil
}

// A unit is the compilation of one file.
type unit struct {
	file            *parser.File
	opts            Options
	prog            *Program
	scopes          map[any]*scope // by the node that makes the scope
	globals         map[string]int32
	textAnnotations bool // from __future__ import annotations
	size            int  // instructions so far
	diags           diag.List
}

func (u *unit) global(name string) int32 {
	i, ok := u.globals[name]
	if !ok {
		i = int32(len(u.prog.Globals))
		u.globals[name] = i
		u.prog.Globals = append(u.prog.Globals, name)
	}
	return i
}

// maxSize is how many instructions a file may have. Only finally clauses nested in each
// other, which double at each level, can come near.
const maxSize = 1 << 22

// tooLarge is thrown where code cannot be generated, and caught in unit.code.
type tooLarge struct {
	at  parser.Span
	msg string
}

// An fn is one Code while it is being generated.
type fn struct {
	u      *unit
	parent *fn
	code   *Code
	scope  *scope // the current one: that of the function, or of a comprehension in it
	frame  *scope

	consts map[any]int32
	names  map[string]int32
	funcs  map[any]int32 // nested functions that are compiled already, by node

	line   place       // of what is being compiled
	extent place       // of the last of code.Extents
	node   parser.Node // the statement that is being compiled
	flow   flow
	fixed  int32 // the last place in the code that something refers to
	blocks []*block
	rows   []row

	vars      int // registers below are variables (of the function, not of comprehensions)
	top       int // the first free register
	pinned    int // registers below must stay what they are while an expression is computed
	maybe     [4]uint64
	deletable [4]uint64
	slots     []*variable // variables that have no register
	slotReg   int         // the list with their cells
}

// manyLocals is how many variables of a function get registers; the others live in a list.
// fewLocals is the same for a function whose expressions need more registers than that leaves.
const (
	manyLocals = 150
	fewLocals  = 20
)

// code compiles a scope to a Code. It is tried with few variables in registers if the
// expressions of the function turn out to need the room.
func (u *unit) code(parent *fn, s *scope, body func(*fn)) *Code {
	size := u.size
	c, err := u.attempt(parent, s, manyLocals, body)
	if err != nil && len(s.order) > fewLocals {
		u.size = size
		c, err = u.attempt(parent, s, fewLocals, body)
	}
	if err != nil {
		u.size = size
		u.diags = append(u.diags, &diag.Diagnostic{
			File: u.file.Name, Pos: err.at.Pos, End: err.at.End, Code: diag.TooComplex, Msg: err.msg, Hint: "split it up",
		})
		return &Code{}
	}
	return c.code
}

func (u *unit) attempt(parent *fn, s *scope, locals int, body func(*fn)) (c *fn, err *tooLarge) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case tooLarge:
			err = &r
		default:
			panic(r)
		}
	}()
	c = &fn{
		u: u, parent: parent, scope: s, frame: s,
		code:   &Code{Name: s.name, Qualname: s.qualname},
		consts: map[any]int32{}, names: map[string]int32{}, funcs: map[any]int32{},
	}
	c.setFlags()
	c.layOut(locals)
	body(c)
	c.finish()
	return c, nil
}

func (c *fn) setFlags() {
	s, code := c.scope, c.code
	switch s.kind {
	case moduleScope:
		code.Flags |= FlagModule
	case classScope:
		code.Flags |= FlagClass
	case genexpScope:
		code.Flags |= FlagGenerator | FlagComp
	}
	if s.yields {
		code.Flags |= FlagGenerator
	}
	if s.awaits && (s.kind == moduleScope || s.kind == genexpScope) {
		code.Flags |= FlagCoroutine
	}
}

// finish puts the prologue in front of the code and fills in what is known only now.
func (c *fn) finish() {
	c.thread()
	c.code.Regs = max(c.code.Regs, 1)
	c.line = onLine(c.code.Line)
	body, lines := c.code.Instr, c.code.Lines
	c.code.Instr, c.code.Lines, c.flow = nil, nil, flow{}
	c.prologue()
	shift := int32(len(c.code.Instr))
	c.code.Instr = append(c.code.Instr, body...)
	c.code.Lines = append(c.code.Lines, lines...)
	for _, r := range c.rows {
		c.code.Handlers = append(c.code.Handlers, Handler{r.from + shift, r.to + shift, r.target.pc + shift, uint8(r.reg)})
	}
	for _, v := range c.frame.free {
		c.code.Free = append(c.code.Free, c.parent.freeVar(v))
	}
	// While its last instruction runs, the machine points behind it: that place must be
	// the code's own.
	c.code.Instr = slices.Grow(c.code.Instr, 1)
	for _, i := range c.code.Instr {
		switch i.Op() {
		case OpAwait, OpYield, OpYieldFrom:
			c.code.SaveRegs = max(c.code.SaveRegs, int(i.D()))
		}
	}
}

func (c *fn) tooLarge(msg string) {
	at := c.frame.at
	if c.node != nil {
		at = c.node.Where()
	}
	panic(tooLarge{at, msg})
}

// emit adds an instruction. Nothing is added where the code cannot get to.
func (c *fn) emit(op Op, a, b, cc int, d int32) {
	if c.flow.dead {
		return
	}
	if c.u.size++; c.u.size > maxSize {
		c.tooLarge("this is too much code: finally clauses within finally clauses double at each level")
	}
	c.code.Instr = append(c.code.Instr, Make(op, uint8(a), uint8(b), uint8(cc), d))
	c.code.Lines = append(c.code.Lines, c.lineOf(c.line))
}

func (c *fn) pc() int32 { return int32(len(c.code.Instr)) }

// at makes n the place that instructions come from, and returns the way back.
func (c *fn) at(n parser.Node) (line place) {
	line = c.line
	c.line = of(n)
	return line
}

func (c *fn) mangle(name string) string { return mangle(c.scope.class, name) }

// name is the index of a name.
func (c *fn) name(name string) int32 {
	i, ok := c.names[name]
	if !ok {
		i = int32(len(c.code.Names))
		c.names[name] = i
		c.code.Names = append(c.code.Names, name)
	}
	return i
}

// site makes a place where an attribute is accessed.
func (c *fn) site(attr string) int32 {
	c.code.Sites = append(c.code.Sites, c.mangle(attr))
	return int32(len(c.code.Sites) - 1)
}

// module compiles the body of a file.
func (c *fn) module(f *parser.File) {
	body := f.Body
	if c.scope.annotated {
		c.emit(OpSetupAnn, 0, 0, 0, 0)
	}
	if doc, ok := docString(body); ok && !c.u.opts.Interactive {
		c.code.Doc, c.code.HasDoc = doc, true
		c.line = onLine(body[0].Where().Pos.Line)
		t := c.alloc()
		c.loadConst(t, doc)
		c.storeName("__doc__", t)
		c.free(t)
		body = body[1:]
	}
	c.stmts(body)
	c.emit(OpReturnNone, 0, 0, 0, 0)
}
