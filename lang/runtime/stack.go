package runtime

import (
	"sync"
	"unsafe"
)

// The memory of a stack: the values in the registers of its activations, and the
// frames of their callers. It begins small and grows by doubling.

const (
	firstStack  = 768
	firstFrames = 32
	stackRoom   = len(window{}) + 8 // values kept free above the last window
)

// stackMemory is what a stack begins with.
type stackMemory struct {
	values [firstStack]Value
	frames [firstFrames]frame
}

// memories are those of runs that are over, cleared. A run that tries one order of a
// small scenario takes microseconds: making and collecting this would be most of it.
var memories = sync.Pool{New: func() any { return new(stackMemory) }}

// takeMemory gives a thread its first stack.
func (t *Thread) takeMemory() {
	m := memories.Get().(*stackMemory)
	t.memory, t.stack, t.frames = m, m.values[:], m.frames[:]
	t.framep = unsafe.Pointer(unsafe.SliceData(t.frames))
	t.regs = (*window)(unsafe.Pointer(unsafe.SliceData(t.stack)))
	t.setStackLimit()
	t.setFrameLimit()
}

// freeMemory ends the thread's use of its first stack, which another may take.
func (t *Thread) freeMemory() {
	m := t.memory
	t.memory, t.stack, t.frames, t.framep, t.regs = nil, nil, nil, nil, nil
	*m = stackMemory{}
	memories.Put(m)
}

func (t *Thread) setStackLimit() {
	t.stackLimit = uintptr(unsafe.Pointer(unsafe.SliceData(t.stack))) + uintptr(len(t.stack)-2*stackRoom)*cellSize
}

func (t *Thread) setFrameLimit() { t.fpLimit = min(len(t.frames), t.VM.recursionLimit) }

// room returns base, a place in the stack for a new window, moving the stack to
// a larger one if it has too little room.
func (t *Thread) room(base *Value) *Value {
	if uintptr(unsafe.Pointer(base)) < t.stackLimit {
		return base
	}
	old := unsafe.Pointer(unsafe.SliceData(t.stack))
	stack := make([]Value, 2*len(t.stack))
	copy(stack, t.stack)
	fresh := unsafe.Pointer(unsafe.SliceData(stack))
	move := func(p unsafe.Pointer) unsafe.Pointer {
		return unsafe.Add(fresh, uintptr(p)-uintptr(old))
	}
	t.regs = (*window)(move(unsafe.Pointer(t.regs)))
	for i := range t.frames[:t.fp] {
		t.frames[i].regs = (*window)(move(unsafe.Pointer(t.frames[i].regs)))
	}
	t.stack = stack
	t.setStackLimit()
	return (*Value)(move(unsafe.Pointer(base)))
}

func (t *Thread) growFrames() {
	frames := make([]frame, 2*len(t.frames))
	copy(frames, t.frames)
	t.frames = frames
	t.framep = unsafe.Pointer(unsafe.SliceData(frames))
	t.setFrameLimit()
}
