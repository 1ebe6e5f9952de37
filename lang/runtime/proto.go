package runtime

import (
	"math/big"
	"unsafe"

	"github.com/coro-lang/coro/lang/compiler"
)

// FuncProto is a Code as one run uses it: its constants as values, its inline
// caches, its module.
type FuncProto struct {
	code   *compiler.Code
	start  unsafe.Pointer // of code.Instr
	constp unsafe.Pointer // of consts
	sitep  unsafe.Pointer // of sites
	module *Module
	frame  uintptr // bytes of its registers
	fast   int     // how many positional arguments a plain call needs, -1 if calls are never plain
	takes  int     // the same of a function whose calls make a coroutine or generator
	consts []Value
	sites  []site
	names  []*Str
	funcs  []*FuncProto
	// kwnames has the keywords of calls, by the constant that is their tuple.
	kwnames [][]*Str
	prog    *compiler.Program
	hidden  bool // of a module of ours: no frame in tracebacks
}

// site is an attribute access in the code and what it found last.
type site struct {
	name    *Str
	typ     *Type  // of the object
	shape   *Shape // of the object's attributes
	next    *Shape // with the new attribute, where the access adds one
	val     Value  // what the class has under the name
	mod     *Module
	index   int32
	version uint32 // of typ
	kind    siteKind
}

// siteKind says what a site found last.
type siteKind uint8

const (
	siteNone        siteKind = iota
	siteField                // an attribute of the instance, at index
	siteAdd                  // an attribute that the instance gets here
	siteMethod               // a function of the class; the instance has no such attribute
	siteTypeMethod           // a method of a builtin type whose instances have no attributes
	siteMixedMethod          // a method of a type whose instances have attributes beside their struct, if the pointer to them at index is nil
	siteModule               // a name of module mod, at index
	siteSpecial              // a method of the class, whatever the instance has
	siteClassValue           // a plain value of the class; the instance has no such attribute
	siteProperty             // a property of the class, whose getter is a plain function
	siteOfClass              // what class typ itself has or inherits
	siteGetSet               // an attribute that a function of a builtin type makes up
)

const siteSize = unsafe.Sizeof(site{})

// newProto prepares code for a run.
func (vm *VM) newProto(code *compiler.Code, prog *compiler.Program, m *Module) *FuncProto {
	p := &FuncProto{code: code, module: m, prog: prog, hidden: m.def != nil, fast: -1, takes: -1, frame: uintptr(code.Regs+roomForMissing) * cellSize}
	p.start = unsafe.Pointer(unsafe.SliceData(code.Instr))
	p.consts = make([]Value, len(code.Consts)+1)
	for i, c := range code.Consts {
		p.consts[i] = vm.constant(c)
	}
	p.constp = unsafe.Pointer(unsafe.SliceData(p.consts))
	p.names = make([]*Str, len(code.Names))
	for i, n := range code.Names {
		p.names[i] = vm.Intern(n)
	}
	p.sites = make([]site, len(code.Sites))
	for i, n := range code.Sites {
		p.sites[i].name = vm.Intern(n)
	}
	p.sitep = unsafe.Pointer(unsafe.SliceData(p.sites))
	p.funcs = make([]*FuncProto, len(code.Funcs))
	const odd = compiler.FlagVarArgs | compiler.FlagVarKw
	if code.Flags&odd == 0 && code.KwOnly == 0 && code.Pos <= compiler.MaxArgRegs {
		if code.Flags&compiler.FlagAsyncGen == 0 {
			p.fast = code.Pos
		} else {
			p.takes = code.Pos
		}
	}
	return p
}

// child is the prototype of the nested function i.
func (p *FuncProto) child(vm *VM, i int32) *FuncProto {
	if p.funcs[i] == nil {
		p.funcs[i] = vm.newProto(p.code.Funcs[i], p.prog, p.module)
	}
	return p.funcs[i]
}

// line is the source line of the instruction before ip.
func (p *FuncProto) line(ip unsafe.Pointer) int32 { return p.where(ip).No }

// where is the source line, or lines, of the instruction before ip.
func (p *FuncProto) where(ip unsafe.Pointer) compiler.Line {
	return p.code.Lines[p.pc(ip)-1]
}

// pc is the index of the instruction at ip.
func (p *FuncProto) pc(ip unsafe.Pointer) int {
	return int((uintptr(ip) - uintptr(p.start)) / instrSize)
}

// Intern returns the run's one Str for a name.
func (vm *VM) Intern(s string) *Str {
	if o := vm.strings[s]; o != nil {
		return o
	}
	o := NewStrObj(s)
	o.Hash()
	vm.strings[s] = o
	return o
}

// constant makes the value of a constant of the compiler.
func (vm *VM) constant(c any) Value {
	switch c := c.(type) {
	case nil:
		return None
	case bool:
		return Bool(c)
	case int64:
		return Int(c)
	case *big.Int:
		return NewInt(c)
	case float64:
		return Float(c)
	case string:
		return obj(vm.Intern(c))
	case compiler.Bytes:
		return NewBytes(string(c))
	case compiler.Ellipsis:
		return Ellipsis
	case compiler.Tuple:
		items := make([]Value, len(c))
		for i, x := range c {
			items[i] = vm.constant(x)
		}
		return NewTuple(items)
	case compiler.FrozenSet:
		s := NewFrozenSet()
		for _, x := range c {
			if err := s.Add(vm.Main, vm.constant(x)); err != nil {
				panic("constant set of unhashable values")
			}
		}
		return obj(s)
	}
	panic("unimplemented: constant")
}
