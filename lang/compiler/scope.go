package compiler

import (
	"sort"
	"strings"

	"github.com/coro-lang/coro/lang/parser"
)

// This file holds scopes and the variables in them: where a name leads from where it stands.

// scopeKind tells the scopes apart by what their names live in.
type scopeKind uint8

const (
	moduleScope scopeKind = iota // names are globals
	classScope                   // names live in the namespace dict, unseen by inner functions
	funcScope                    // a def, a lambda
	genexpScope                  // a generator expression: a function, but the walrus passes through it
	compScope                    // any other comprehension: part of the code that it stands in
	typeScope                    // the type parameters of a definition, likewise
	lazyScope                    // the bound or the default of a type parameter: a function without parameters
)

// A scope is a piece of the program with names of its own.
type scope struct {
	kind     scopeKind
	name     string
	qualname string
	at       parser.Span
	class    string // the innermost class around, for names such as __x
	parent   *scope
	frame    *scope // the scope whose Code it is compiled into: itself, or an outer one for a compScope
	children []*scope

	vars     map[string]*variable // bound here
	order    []*variable          // the same in the order in which they are first bound
	declared map[string]declaration
	seen     map[string]bool
	uses     []string // the names used or bound, once each

	yields    bool
	awaits    bool
	annotated bool        // has annotated variables to keep
	selfAttrs []string    // of a class: what its methods assign on self
	free      []*variable // of a frame: variables of enclosing frames that it needs
	freeIndex map[*variable]int32
	classCell *variable // of a class: __class__, if a method needs it
}

// declaration is what a global or nonlocal statement says of a name.
type declaration uint8

const (
	undeclared declaration = iota
	declaredGlobal
	declaredNonlocal
)

// A variable is a local of a function or of a comprehension.
type variable struct {
	name     string
	owner    *scope
	param    bool
	captured bool // an inner function needs it, so it lives in a cell
	rebound  bool // a walrus assigns it, so it may change inside an expression
	deleted  bool // del or the end of an except clause may unbind it
	loop     bool // the target of a loop, with a register for the iterator in front of its own
	first    bool // the target of the first loop of a comprehension
	busy     bool // such a loop is being compiled
	reg      int  // its register, which holds its cell if it is captured
	slot     int  // its place in the list of those that have no register, or -1
}

// refKind tells how a name is reached.
type refKind uint8

const (
	globalRef   refKind = iota
	localRef            // in a register
	cellRef             // in a cell of this frame
	freeRef             // in a cell of an enclosing frame
	nameRef             // in the class namespace, else a global
	nameFreeRef         // in the class namespace, else in a cell of an enclosing frame
)

type ref struct {
	kind refKind
	v    *variable
	free int32
}

func (s *scope) bind(name string) *variable {
	if v := s.vars[name]; v != nil {
		return v
	}
	v := &variable{name: name, owner: s, slot: -1}
	s.vars[name] = v
	s.order = append(s.order, v)
	return v
}

func (s *scope) use(name string) {
	if !s.seen[name] {
		s.seen[name] = true
		s.uses = append(s.uses, name)
	}
}

// find walks outwards to the variable that name stands for in s; nil is a global.
func (s *scope) find(name string) *variable {
	for cur := s; cur != nil && cur.kind != moduleScope; cur = cur.parent {
		switch cur.declared[name] {
		case declaredGlobal:
			return nil
		case declaredNonlocal:
			continue
		}
		if cur.kind == classScope {
			if name == "__class__" && cur != s {
				if cur.classCell == nil {
					cur.classCell = &variable{name: name, owner: cur, captured: true, slot: -1}
				}
				return cur.classCell
			}
			continue
		}
		if v := cur.vars[name]; v != nil {
			return v
		}
	}
	return nil
}

// resolve says how code in s reaches name.
func (s *scope) resolve(name string) ref {
	if s.kind == classScope && s.declared[name] == undeclared {
		if s.vars[name] == nil {
			if v := s.find(name); v != nil {
				return ref{kind: nameFreeRef, v: v, free: s.freeIndex[v]}
			}
		}
		return ref{kind: nameRef}
	}
	v := s.find(name)
	if s.kind == typeScope && (v == nil || v.owner != s) {
		return s.parent.resolve(name) // sees the names of a class around it, as a comprehension does not
	}
	if s.inClass() && (v == nil || v.owner != s && v.owner != s.parent) { // likewise
		if v == nil {
			return ref{kind: nameRef}
		}
		return ref{kind: nameFreeRef, v: v, free: s.freeIndex[v]}
	}
	switch {
	case v == nil:
		return ref{kind: globalRef}
	case v.owner.frame != s.frame:
		return ref{kind: freeRef, v: v, free: s.frame.freeIndex[v]}
	case v.captured:
		return ref{kind: cellRef, v: v}
	}
	return ref{kind: localRef, v: v}
}

// capture finds the variables that cross from one frame into another: they get cells, and
// every frame on the way hands them on.
func (s *scope) capture() {
	for _, name := range s.uses {
		if s.kind == classScope && s.vars[name] != nil && s.declared[name] == undeclared {
			continue
		}
		v := s.find(name)
		if v == nil || v.owner.frame == s.frame {
			continue
		}
		v.captured = true
		for f := s.frame; f != v.owner.frame; f = f.parent.frame {
			if _, ok := f.freeIndex[v]; ok {
				break
			}
			f.freeIndex[v] = 0
			f.free = append(f.free, v)
		}
	}
	for _, child := range s.children {
		child.capture()
	}
	if s.frame != s {
		return
	}
	sort.SliceStable(s.free, func(i, j int) bool { return s.free[i].name < s.free[j].name })
	for i, v := range s.free {
		s.freeIndex[v] = int32(i)
	}
}

// mangle gives a private name of a class, such as __x in class C, its full form _C__x.
func mangle(class, name string) string {
	if class == "" || !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") || strings.Contains(name, ".") {
		return name
	}
	if class = strings.TrimLeft(class, "_"); class == "" {
		return name
	}
	return "_" + class + name
}

// isFunc tells whether names bound in s are variables of a function.
func (s *scope) isFunc() bool {
	return s.kind == funcScope || s.kind == genexpScope || s.kind == lazyScope
}

// inClass tells whether s is the bound or the default of a type parameter in the body of a
// class, whose names it sees: R[0] is their namespace there too.
func (s *scope) inClass() bool { return s.kind == lazyScope && s.parent.parent.kind == classScope }

// inner names a function or class that is defined in s.
func (s *scope) inner(name string) string {
	f := s.frame
	switch {
	case f.kind == moduleScope || f.declared[mangle(f.class, name)] == declaredGlobal:
		return name
	case f.kind == classScope || f.kind == genexpScope:
		return f.qualname + "." + name
	}
	return f.qualname + ".<locals>." + name
}

// paramOrder lists parameters in the order of their registers.
func paramOrder(list []*parser.Param) []*parser.Param {
	var out []*parser.Param
	for _, kind := range [...][2]parser.ParamKind{{parser.PosOnly, parser.Normal}, {parser.KwOnly, parser.KwOnly}, {parser.VarArgs, parser.VarArgs}, {parser.KwArgs, parser.KwArgs}} {
		for _, p := range list {
			if p.Kind == kind[0] || p.Kind == kind[1] {
				out = append(out, p)
			}
		}
	}
	return out
}
