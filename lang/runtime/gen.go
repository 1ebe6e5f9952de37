package runtime

import "unsafe"

// Gen is a generator, a coroutine or an async generator: a function body that
// can be suspended. While it is suspended its registers are here; while it runs
// they are on the stack.
type Gen struct {
	Hdr
	state  genState
	mode   resumeMode
	dst    uint8  // register that gets the result of what it is suspended on
	inExc  bool   // suspended inside a handler
	failed bool   // a native body that raised
	owned  bool   // made in the header of the loop over it: closed when that is left early
	live   uint16 // registers kept, at most as many as there is room for
	fn     *Func
	ip     unsafe.Pointer
	regs   *Value // the first of them; nil if there is no room for any
	parent *Gen   // who awaits it, while both are suspended
	leaf   *Gen   // of the generator that was resumed: the innermost suspended one
	on     Value  // what it awaits: a future, an iterator; see resumeMode
	ext    *genExtra
}

// genExtra is what few generators need.
type genExtra struct {
	native   NativeCoro // the body if it is written in Go; fn is nil then
	exc      *Exception // being handled in it while it is suspended
	builtin  *Builtin   // made by this coroutine function
	name     *Str
	qualname *Str
	origin   []FrameLine // where it was made, if the run tracks that
	closing  bool        // of an async generator: aclose() has thrown into it
}

// begin fills in a zero Gen for a call of fn; room is for its registers.
func (g *Gen) begin(typ *Type, fn *Func, room, args []Value) {
	g.typ, g.fn, g.ip = typ, fn, fn.proto.start
	g.regs, g.live = unsafe.SliceData(room), uint16(len(args))
	fill(room[:len(args)], args)
}

// kept is the registers that are kept.
func (g *Gen) kept() []Value { return unsafe.Slice(g.regs, g.live) }

// yielded says whether g is suspended at a yield, awaits nobody, is awaited by
// nobody and has nothing that few generators have.
func (g *Gen) yielded() bool {
	return g.state == genSuspended && g.mode == resumeSend && g.leaf == g && g.parent == nil && g.ext == nil
}

type genState uint8

const (
	genCreated genState = iota
	genSuspended
	genRunning
	genDone
)

// resumeMode says what to do with the value that a suspended generator is
// resumed with.
type resumeMode uint8

const (
	resumeSend   resumeMode = iota // it is the result of yield
	resumeKeep                     // drop it: the result is on
	resumeFuture                   // take the result of the future on
	resumeIter                     // pass it to the iterator on
	resumeNative                   // pass it to the native body
	resumeInline                   // pass the result of the future on to the body native, which fn awaits
)

// AsGen returns v as a generator or coroutine of the machine's, or nil.
func AsGen(v Value) *Gen {
	if v.p != nil {
		switch (*Hdr)(v.p).typ {
		case &GeneratorType, &CoroutineType, &AsyncGeneratorType:
			return (*Gen)(v.p)
		}
	}
	return nil
}

// handling is the exception being handled in the suspended generator.
func (g *Gen) handling() *Exception {
	if g.ext == nil {
		return nil
	}
	return g.ext.exc
}

// handle sets it.
func (g *Gen) handle(e *Exception) {
	if e != nil || g.ext != nil {
		g.more().exc = e
	}
}

// runs says whether g runs, or awaits what does.
func (g *Gen) runs() bool {
	for g.parent != nil {
		g = g.parent
	}
	return g.state == genRunning
}

// more is what few generators need, made if it is not there.
func (g *Gen) more() *genExtra {
	if g.ext == nil {
		g.ext = &genExtra{}
	}
	return g.ext
}
