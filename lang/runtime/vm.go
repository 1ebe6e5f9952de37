package runtime

import (
	"bufio"
	"io"
	"sync"
	"sync/atomic"
	"unsafe"
)

// VM is one run: everything that a program can change, and the limits it runs
// under. A VM is used by one goroutine at a time.
type VM struct {
	Config
	asyncVM

	Out *bufio.Writer // standard output
	Err io.Writer     // standard error
	In  io.Reader     // standard input

	Lines bool // standard output is written line by line: somebody watches

	Args   []string // sys.argv
	Env    []string // os.environ, as NAME=VALUE
	Loader Loader   // finds what the program imports

	Main     *Thread            // the loop's own stack
	main     *Module            // __main__
	modules  *Dict              // sys.modules: what importing a name finds
	own      map[string]*Module // the builtin modules that were imported
	builtins *Module            // once the program has changed it; nil: as it is in every run

	ids     map[Value]int64 // id() and default reprs, in order of first use
	nans    uint64          // made by float("nan") so far
	protos  []*FuncProto    // of the files, for finding the line of an instruction
	strings map[string]*Str // names of attributes and globals

	recursionLimit int
	maxIntDigits   int // that int and str convert; 0: any number
	killed         killedReason
	ended          bool // the run was ended by a limit: nothing more is reported
	threadsMu      sync.Mutex
	threads        []*Thread   // every stack, for signals
	originDepth    int         // frames that a coroutine remembers of where it was made
	created        []born      // coroutines that nobody has started yet, and some that were
	state          map[any]any // what modules keep for the run
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
	asyncThread

	ip     unsafe.Pointer // next instruction
	regs   *window        // the activation's registers, in stack
	consts unsafe.Pointer // its function's constants
	sites  unsafe.Pointer // and attribute sites
	fn     *Func          // its function; nil in a native coroutine
	module *Module        // whose globals it sees

	framep     unsafe.Pointer // of frames
	fp         int            // frames in use
	fpLimit    int            // how many may be without asking
	stackLimit uintptr        // where the last window may begin
	stop       atomic.Uint32  // not 0: look why the run must be interrupted

	frames []frame
	stack  []Value
	memory *stackMemory     // that it began with
	native int              // nested Go functions that may recurse through the program
	reprs  []unsafe.Pointer // containers whose repr is being made

	exc       *Exception // the exception being handled
	passing   *Exception // one on its way out through Go code, which must not chain it again
	ret       Value      // what hot leaves: a result,
	err       error      // an error,
	suspended bool       // or a suspension with the value yielded
	scratch   []Value    // for binding arguments
	textRoom  []byte     // for putting text together, see takeRoom
}

// frame is what ending an activation needs: the caller's registers, and how the
// result reaches it.
type frame struct {
	ip     unsafe.Pointer
	regs   *window
	consts unsafe.Pointer
	fn     *Func
	gen    *Gen       // the generator or coroutine above, nil while nothing needs it
	root   *Gen       // the one whose resumption began the activation above
	exc    *Exception // being handled when a generator above was resumed
	kind   activation
	dst    uint8
	thrown bool // the activation above was resumed by throwing an exception in
}

const frameSize = unsafe.Sizeof(frame{})

// activation says how an activation was begun, and so how it ends.
type activation uint8

const (
	actCall   activation = iota // a call: the result goes to R[dst]
	actInit                     // __init__: R[dst] is the instance, the result must be None
	actGo                       // a call from Go: hot returns
	actAwait                    // awaited, or delegated to by yield from: likewise
	actFor                      // a generator resumed by a for loop
	actResume                   // a generator resumed from Go: hot returns
)

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

	coroutine bool // marked by types.coroutine: its generators may be awaited
}

// NewVM makes a run with nothing loaded.
func NewVM(c Config) *VM {
	finishTypes()
	vm := &VM{
		Config:         c,
		modules:        NewDict(),
		own:            map[string]*Module{},
		ids:            map[Value]int64{},
		strings:        map[string]*Str{},
		state:          map[any]any{},
		recursionLimit: 1000,
		maxIntDigits:   defaultIntDigits,
	}
	vm.Main = vm.NewThread()
	vm.initAsync()
	return vm
}

// NewThread makes a stack.
func (vm *VM) NewThread() *Thread {
	t := &Thread{VM: vm}
	t.takeMemory()
	vm.threadsMu.Lock()
	vm.threads = append(vm.threads, t)
	vm.threadsMu.Unlock()
	return t
}

// Free gives the run's stack to the runs to come. The run must be over; what it
// left stays readable, but nothing may run in it again.
func (vm *VM) Free() { vm.Main.freeMemory() }

// maxNative is how deep Go functions may recurse through the program's data and
// functions; CPython 3.13 calls its like the C recursion limit.
const maxNative = 10000

// enter counts a Go function that may recurse through the program; leave undoes
// it. where is the end of the RecursionError's message. It polls too: what recurses
// may take exponential time, as does repr of a list that holds one list twice.
func (t *Thread) enter(where string) error {
	t.passing = nil
	if t.native++; t.native > maxNative {
		t.native--
		return t.Errorf(&RecursionErrorType, "maximum recursion depth exceeded%s", where)
	}
	if t.stop.Load() != 0 {
		if err := t.interrupted(); err != nil {
			t.native--
			return err
		}
	}
	return nil
}

func (t *Thread) leave() { t.native-- }

// poll returns the error that ends a run whose limits are spent or that was
// interrupted. Long loops of builtins call it.
func (t *Thread) poll() error {
	if t.stop.Load() == 0 {
		return nil
	}
	return t.interrupted()
}
