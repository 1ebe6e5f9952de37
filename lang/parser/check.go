package parser

import (
	"fmt"
	"slices"

	"github.com/coro-lang/coro/lang/diag"
)

// This file goes over the tree for the rules that a grammar cannot say, statement by statement: where
// await, return, yield and break may stand, and what may be assigned to.

// maxTree is how deep the tree may be, counted over everything that a walk would recurse into.
// CPython stops somewhere between 5,000 and 10,000.
const maxTree = 6000

// scopeKind tells the scopes apart.
type scopeKind uint8

const (
	moduleScope scopeKind = iota
	classScope
	funcScope
	lambdaScope
	compScope
	typeScope // of type parameters, and of what stands in the header of a generic definition
)

// scope is the function, class, comprehension or module that is being checked.
type scope struct {
	kind  scopeKind
	outer *scope
	def   *FuncDef // of a funcScope
	async bool     // await may stand here

	loops  int  // loops around the current statement, up to an except* block
	star   bool // the current statement is in an except* block
	blocks int  // loops, withs and trys around the current statement
	yields bool // the function is a generator
	values []*Return

	targets   []string // a comprehension's own variables
	walruses  []string // names that a walrus in it binds
	iterating bool     // an iterable of a comprehension is being checked
	awaits    bool     // it must run in an async function
}

// checker collects what is wrong.
type checker struct {
	file  *File
	scope *scope
	depth int
	deep  bool // reported once

	declares bool // the current statement of the module has global or nonlocal in it
	global   bool // the module itself has a global

	// equals is set while the target of an assignment is checked, whose '=' may have been meant as '=='.
	equals bool
	errs   diag.List
	lines  map[int32]bool // lines on which the scanner found a fault: what follows from it is noise
}

// check returns the faults of f beyond the scanner's own.
func check(f *File, scanned diag.List) diag.List {
	c := &checker{file: f, scope: &scope{kind: moduleScope, async: f.Mode == Coro}}
	if len(scanned) > 0 {
		c.lines = map[int32]bool{}
		for _, d := range scanned {
			c.lines[d.Pos.Line] = true
		}
	}
	c.futures(f.Body)
	var declaring []Stmt
	for _, s := range f.Body {
		c.declares = false
		c.stmt(s)
		if c.declares {
			declaring = append(declaring, s)
		}
	}
	if len(c.errs) > 0 || len(scanned) > 0 || len(declaring) == 0 {
		return c.errs
	}
	if c.global {
		declaring = f.Body
	}
	return checkScopes(declaring)
}

func (c *checker) fault(code string, sp Span, msg string, a ...any) *diag.Diagnostic {
	d := &diag.Diagnostic{Code: code, Pos: sp.Pos, End: sp.End, Msg: fmt.Sprintf(msg, a...)}
	if !c.lines[sp.Pos.Line] && len(c.errs) <= maxErrors*2 {
		c.errs = append(c.errs, d)
	}
	return d
}

// down counts a level of the tree. It returns false, once with a fault, if there are too many.
func (c *checker) down(n Node) bool {
	c.depth++
	if c.depth <= maxTree {
		return true
	}
	if !c.deep {
		c.deep = true
		sp := n.Where()
		if b, ok := n.(*Binary); ok {
			sp = Span{b.OpPos, Pos{}}
		}
		c.fault(diag.TooComplex, sp, "this is nested too deeply: an expression can be %d operations deep", maxTree).Hint = "split it over several statements, or use a loop"
	}
	return false
}

func (c *checker) up() { c.depth-- }

func (c *checker) push(s *scope) *scope {
	s.outer = c.scope
	if s.kind == lambdaScope || s.kind == compScope {
		s.iterating = s.iterating || c.scope.iterating
	}
	c.scope = s
	return s
}

func (c *checker) pop() { c.scope = c.scope.outer }

func (c *checker) stmts(list []Stmt) {
	for _, s := range list {
		c.stmt(s)
	}
}

func (c *checker) block(b *Block) {
	if b != nil {
		c.stmts(b.Stmts)
	}
}

func (c *checker) loop(b *Block) {
	c.scope.loops++
	c.nested(b, 1)
	c.scope.loops--
}

// maxBlocks is how many loops, withs and trys a function can nest in CPython.
const maxBlocks = 21

// nested checks a block inside n more of what CPython keeps on its block stack.
func (c *checker) nested(b *Block, n int) {
	sc := c.scope
	sc.blocks += n
	if sc.blocks > maxBlocks && sc.blocks-n <= maxBlocks {
		c.fault(diag.TooComplex, b.Span, "too many loops, withs and trys within each other (the limit is %d)", maxBlocks)
	}
	c.block(b)
	sc.blocks -= n
}

func (c *checker) stmt(s Stmt) {
	defer c.up()
	if !c.down(s) {
		return
	}
	switch s := s.(type) {
	case *Bad:
		c.bad(s)
	case *ExprStmt:
		c.expr(s.X)
	case *Assign:
		for _, t := range s.Targets {
			c.equals = true
			c.assign(t)
			c.equals = false
		}
		c.expr(s.X)
	case *AugAssign:
		c.single(s.Target, "an augmented assignment")
		c.expr(s.X)
	case *AnnAssign:
		c.annotated(s)
	case *Pass:
	case *Break:
		c.jump(s.Span, "break")
	case *Continue:
		c.jump(s.Span, "continue")
	case *Return:
		c.ret(s)
	case *Raise:
		c.opt(s.X)
		c.opt(s.From)
	case *Assert:
		c.expr(s.Test)
		c.opt(s.Msg)
	case *Del:
		for _, t := range s.Targets {
			c.del(t)
		}
	case *Global:
		c.declares = true
		c.global = c.global || c.scope.kind == moduleScope
	case *Nonlocal:
		c.declares = true
		if c.scope.kind == moduleScope {
			c.fault(diag.BadScope, s.Span, "'nonlocal' at module level: there is no function around it")
		}
	case *Import:
		for _, a := range s.Names {
			if a.As != nil {
				c.bind(*a.As)
			} else {
				c.bind(a.Path[0])
			}
		}
	case *ImportFrom:
		if s.Dots.N == 0 && len(s.Path) == 0 {
			c.fault(diag.BadImport, wordAt(s.Pos, "from"), "this 'from' names no module").Hint = "write `from module import name`"
		}
		if isFuture(s) && !slices.Contains(c.file.Body, Stmt(s)) {
			c.fault(diag.BadImport, s.Span, lateFuture)
		}
		if s.Star && isFuture(s) {
			c.fault(diag.BadImport, s.Span, "the features of __future__ must be named")
		} else if s.Star && c.scope.kind != moduleScope {
			c.fault(diag.BadImport, s.Span, "'import *' can stand at module level only").Hint = "name what is imported"
		}
		for _, a := range s.Names {
			if a.As != nil {
				c.bind(*a.As)
			} else {
				c.bind(a.Name)
			}
		}
	case *If:
		c.expr(s.Cond)
		c.block(s.Body)
		for _, e := range s.Elifs {
			c.expr(e.Cond)
			c.block(e.Body)
		}
		c.block(s.Else)
	case *While:
		c.expr(s.Cond)
		c.loop(s.Body)
		c.block(s.Else)
	case *For:
		if s.Async {
			c.needAsync(Span{s.Pos, s.Target.Where().End}, "async for")
		}
		c.assign(s.Target)
		c.expr(s.Iter)
		c.loop(s.Body)
		c.block(s.Else)
	case *With:
		if s.Async {
			c.needAsync(Span{s.Pos, s.Items[0].X.Where().End}, "async with")
		}
		for _, w := range s.Items {
			c.expr(w.X)
			if w.As != nil {
				c.assign(w.As)
			}
		}
		c.nested(s.Body, len(s.Items))
	case *Try:
		c.try(s)
	case *Match:
		c.match(s)
	case *FuncDef:
		c.funcDef(s)
	case *ClassDef:
		c.classDef(s)
	default:
		panic(fmt.Sprintf("parser: check of %T", s))
	}
}

// bad takes the fault of a line that was given up, and those of the lines under it, which say nothing
// about where they stand.
func (c *checker) bad(b *Bad) {
	noise := false
	for line := b.Pos.Line; line <= b.End.Line && !noise && c.lines != nil; line++ {
		noise = c.lines[line]
	}
	if !noise && len(c.errs) <= maxErrors*2 {
		c.errs = append(c.errs, b.Fault)
	}
	for _, s := range b.Kept {
		Inspect(s, func(n Node) bool {
			if inner, ok := n.(*Bad); ok {
				c.bad(inner)
				return false
			}
			_, isExpr := n.(Expr)
			return !isExpr
		})
	}
}

func (c *checker) jump(sp Span, word string) {
	if c.scope.loops > 0 {
		return
	}
	if c.scope.star {
		c.fault(diag.BadTry, sp, "'%s' cannot leave an except* block", word)
		return
	}
	c.fault(diag.LoopOutside, sp, "'%s' outside a loop", word).Hint = "it belongs into the body of a 'for' or a 'while' in the same function"
}

func (c *checker) ret(s *Return) {
	switch {
	case c.scope.kind == moduleScope || c.scope.kind == classScope:
		d := c.fault(diag.ReturnOutside, s.Span, "'return' outside a function")
		if c.scope.kind == moduleScope {
			d.Hint = "sys.exit() ends a program"
		}
	case c.scope.star:
		c.fault(diag.BadTry, s.Span, "'return' cannot leave an except* block")
	case s.X != nil:
		c.scope.values = append(c.scope.values, s)
	}
	c.opt(s.X)
}

func (c *checker) try(s *Try) {
	if len(s.Handlers) == 0 && s.Finally == nil {
		c.fault(diag.BadTry, wordAt(s.Pos, "try"), "this 'try' has neither 'except' nor 'finally'").Hint = "add an 'except' or a 'finally' clause in its column"
	} else if len(s.Handlers) == 0 && s.Else != nil {
		c.fault(diag.BadTry, Span{Pos: s.Else.Pos}, "the 'else' of a 'try' needs an 'except' before it")
	}
	around := 0 // blocks that finally makes of the others
	if s.Finally != nil {
		around = 1
	}
	c.nested(s.Body, around+min(1, len(s.Handlers)))
	for i, h := range s.Handlers {
		sp := wordAt(h.Pos.Pos, "except")
		if h.Star != s.Handlers[0].Star {
			c.fault(diag.BadTry, sp, "'except' and 'except*' cannot be in the same 'try'")
		} else if h.Star && h.Type == nil {
			c.fault(diag.BadTry, sp, "'except*' needs the type of the exceptions it handles")
		} else if h.Type == nil && i < len(s.Handlers)-1 {
			c.fault(diag.BadTry, sp, "an 'except' without a type handles everything, so it must be the last").Hint = "move it behind the others, or give it a type"
		}
		c.opt(h.Type)
		if h.Name != nil {
			c.bind(*h.Name)
		}
		sc := c.scope
		loops, star := sc.loops, sc.star
		if h.Star {
			sc.loops, sc.star = 0, true
		}
		c.nested(h.Body, around+1)
		sc.loops, sc.star = loops, star
	}
	if s.Else != nil {
		c.nested(s.Else, around)
	}
	if s.Finally != nil {
		c.nested(s.Finally, 1)
	}
}

func (c *checker) funcDef(s *FuncDef) {
	for _, d := range s.Decorators {
		c.expr(d)
	}
	c.bind(s.Name)
	if s.TypeParams != nil {
		c.push(&scope{kind: typeScope})
		c.typeParams(s.TypeParams)
	}
	c.params(s.Params)
	c.opt(s.Returns)
	if s.TypeParams != nil {
		c.pop()
	}
	f := c.push(&scope{kind: funcScope, def: s, async: s.Async})
	c.block(s.Body)
	c.pop()
	if s.Async && f.yields {
		for _, r := range f.values {
			c.fault(diag.ReturnOutside, r.Span, "'return' with a value in an async generator").Hint = "it yields its values; a bare 'return' ends it"
		}
	}
}

func (c *checker) classDef(s *ClassDef) {
	for _, d := range s.Decorators {
		c.expr(d)
	}
	c.bind(s.Name)
	if s.TypeParams != nil {
		c.push(&scope{kind: typeScope})
		c.typeParams(s.TypeParams)
	}
	if s.Args != nil {
		c.args(s.Args.List, "this class")
		if g, ok := loneGenerator(s.Args.List); ok {
			c.fault(diag.Comprehension, g.Span, "a generator expression cannot be the base of a class")
		}
	}
	if s.TypeParams != nil {
		c.pop()
	}
	c.push(&scope{kind: classScope})
	c.block(s.Body)
	c.pop()
}

// loneGenerator returns an only argument that is a generator expression in the call's own parentheses.
func loneGenerator(list []Arg) (*Comp, bool) {
	if len(list) != 1 {
		return nil, false
	}
	g, ok := list[0].X.(*Comp)
	return g, ok && g.Kind == GenExp && g.Pos.Before(list[0].Pos)
}

// params checks a parameter list; its defaults and annotations belong to the scope around.
func (c *checker) params(ps Params) {
	for i, p := range ps.List {
		c.bind(Ident{Span{p.Pos, Pos{}}, p.Name})
		for _, q := range ps.List[:i] {
			if q.Name == p.Name {
				c.fault(diag.BadParams, p.Span, "there are two parameters named '%s'", p.Name)
				break
			}
		}
		if st, ok := p.Ann.(*Starred); ok {
			c.expr(st.X)
		} else {
			c.opt(p.Ann)
		}
		c.opt(p.Default)
	}
}

func (c *checker) typeParams(tp *TypeParams) {
	defaulted := false
	for i, p := range tp.List {
		for _, q := range tp.List[:i] {
			if q.Name == p.Name {
				c.fault(diag.BadParams, p.Span, "there are two type parameters named '%s'", p.Name)
				break
			}
		}
		if p.Default == nil && defaulted {
			c.fault(diag.BadParams, p.Span, "the type parameter '%s' without a default follows one with a default", p.Name)
		}
		defaulted = defaulted || p.Default != nil
		c.opt(p.Bound)
		if st, ok := p.Default.(*Starred); ok && p.Stars == 1 {
			c.expr(st.X)
		} else {
			c.opt(p.Default)
		}
	}
}

var futureFeatures = map[string]bool{"nested_scopes": true, "generators": true, "division": true, "absolute_import": true,
	"with_statement": true, "print_function": true, "unicode_literals": true, "barry_as_FLUFL": false, "generator_stop": true,
	"annotations": true}

const lateFuture = "an import from __future__ must stand at the beginning of the file"

// isFuture says whether s is an import from __future__.
func isFuture(s *ImportFrom) bool {
	return s.Dots.N == 0 && len(s.Path) == 1 && s.Path[0].Name == "__future__"
}

// futures checks that imports from __future__ stand first and name what exists.
func (c *checker) futures(body []Stmt) {
	late := false
	for i, s := range body {
		imp, ok := s.(*ImportFrom)
		if !ok || !isFuture(imp) {
			if x, ok := s.(*ExprStmt); ok && i == 0 {
				if _, ok := x.X.(*Str); ok {
					continue
				}
			}
			late = true
			continue
		}
		if late {
			c.fault(diag.BadImport, imp.Span, lateFuture)
		}
		for _, a := range imp.Names {
			if !futureFeatures[a.Name.Name] {
				c.fault(diag.BadImport, a.Name.Span, "there is no future feature '%s'", a.Name.Name)
			}
		}
	}
}
