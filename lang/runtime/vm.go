package runtime

import (
	"bufio"
	"io"
	"sync/atomic"
	"unsafe"

	"github.com/coro-lang/coro/lang/compiler"
)

// VM is one run: everything that a program can change, and the limits it runs
// under. A VM is used by one goroutine at a time.
type VM struct {
	Out *bufio.Writer // standard output
	Err io.Writer     // standard error
	In  io.Reader     // standard input

	Args []string // sys.argv

	Main    *Thread // the loop's own stack
	main    *Module // __main__
	modules map[string]*Module

	ids     map[unsafe.Pointer]int64 // id() and default reprs, in order of first use
	epoch   uint32                   // changes of classes, for inline caches
	protos  map[*compiler.Code]*FuncProto
	strings map[string]*Str // names of attributes and globals

	recursionLimit int
	maxMemory      int64         // bytes that one value may take; 0: maxAllocation
	interrupt      atomic.Uint32 // why poll must look: a set of interrupt bits
	state          map[any]any   // what modules keep for the run
}

// State returns what the run keeps under key, made by make on first use. Keys
// are pointers or unexported types of the package that uses them.
func State[T any](vm *VM, key any, make func() *T) *T {
	if s, ok := vm.state[key]; ok {
		return s.(*T)
	}
	s := make()
	vm.state[key] = s
	return s
}

// Thread is one stack of a VM: the loop's own or that of a call handed to a
// thread. The machine's registers of the activation that runs are in it; those
// of its callers are in frames.
type Thread struct {
	VM *VM

	fn   *Func
	ip   unsafe.Pointer // next instruction
	regs *[256]Value    // the activation's window into stack

	stack  []Value
	frames []frame
	fp     int              // frames in use
	native int              // Go functions in use that count towards the recursion limit
	reprs  []unsafe.Pointer // containers whose repr is being made

	exc *Exception // the exception being handled
	ret Value      // what run returns
	err error      // or the error it returns
}

// frame is what returning from an activation needs: the caller's registers, and
// how the result reaches it.
type frame struct {
	ip   unsafe.Pointer
	regs *[256]Value
	fn   *Func
	gen  *Gen // of the activation above, if it is a generator's or coroutine's
	root *Gen // the generator whose resumption began the activation above
	exc  *Exception
	kind activation
	dst  uint8
}

// activation says how an activation was begun, and so how it ends.
type activation uint8

const (
	actCall   activation = iota // a call: the result goes to R[dst]
	actGo                       // a call from Go: run returns
	actInit                     // __init__: R[dst] is the instance, the result must be None
	actAwait                    // awaited, or delegated to by yield from
	actFor                      // a generator resumed by a for loop
	actResume                   // a generator resumed from Go
)

// FuncProto is a Code as one run uses it: its constants as values, its inline
// caches, its module.
type FuncProto struct {
	code   *compiler.Code
	start  unsafe.Pointer // of code.Instr
	consts []Value
	names  []*Str
	sites  []site
	funcs  []*FuncProto
	module *Module
	prog   *compiler.Program
	fast   int  // how many positional arguments a plain call needs, -1 if none is plain
	hidden bool // of a module of ours: no frame in tracebacks
}

// site is an attribute access in the code and what it found last.
type site struct {
	name  *Str
	typ   *Type
	shape *Shape
	val   Value
	index int32
	epoch uint32
	kind  uint8
}

// Func is a function of the program.
type Func struct {
	Hdr
	proto    *FuncProto
	free     []*Cell
	name     *Str
	qualname *Str
	doc      Value
	defaults []Value
	kwdefs   *Dict // keyword-only defaults
	annots   *Dict
	attrs    *Attrs
}

// Module is a module. The program's own globals are in numbered slots; names
// that come later by other ways are in the same table.
type Module struct {
	Hdr
	Name  string
	names []*Str
	vals  []Value // Missing: unbound
	bound []bool  // false: vals caches a builtin or prelude value, or is Missing
	index map[string]int32
	coro  bool // a .coro file: names fall back to the prelude
	def   *ModuleDef
	State any // what a builtin module keeps for the run
}

// enter counts a Go function that may recurse through the program; leave undoes
// it. where is the end of the RecursionError's message.
func (t *Thread) enter(where string) error {
	if t.native++; t.native+t.fp > t.VM.recursionLimit {
		t.native--
		return t.Errorf(&RecursionErrorType, "maximum recursion depth exceeded%s", where)
	}
	return nil
}

func (t *Thread) leave() { t.native-- }

// poll returns the error that ends a run whose limits are spent or that was
// interrupted. Long loops of builtins call it.
func (t *Thread) poll() error {
	if t.VM.interrupt.Load() == 0 {
		return nil
	}
	return t.interrupted()
}
