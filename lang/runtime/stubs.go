package runtime

import "github.com/coro-lang/coro/lang/compiler"

// Declarations that hold the place of what is being written. Whoever implements
// one deletes it here.

type (
	asyncGen       struct{}
	ClassMethodObj struct {
		Hdr
		fn Value
	}
)

func (t *Thread) newNativeCoro(b *Builtin, body NativeCoro) Value { panic("unimplemented") }

// class.go
func (t *Thread) dunderIndex(v Value) (Value, bool, error)       { panic("unimplemented") }
func (t *Thread) classGetItem(c *Type, key Value) (Value, error) { panic("unimplemented") }
func addSlotMethods(typ *Type)                                   { panic("unimplemented") }
func (s *Slots) inherit(base *Slots)                             { panic("unimplemented") }

// vm
func (t *Thread) interrupted() error { panic("unimplemented") }

// Call calls f with positional arguments.
func (t *Thread) Call(f Value, args ...Value) (Value, error) { panic("unimplemented") }

// CallKw calls f; kwnames name the last arguments.
func (t *Thread) CallKw(f Value, args []Value, kwnames []*Str) (Value, error) { panic("unimplemented") }

// Resume runs the generator or coroutine g from where it is suspended, with the
// value in (None at its start) or the exception err thrown in, until it yields
// (done false), returns (done true) or raises.
func (t *Thread) Resume(g *Gen, in Value, err error) (v Value, done bool, rerr error) {
	panic("unimplemented")
}

// Import returns the module called name (dotted names included), running it if
// it is new.
func (t *Thread) Import(name string) (*Module, error) { panic("unimplemented") }

// overridesReflected says whether typ, a subclass of base, defines the reflected
// method of op otherwise than base does.
func (typ *Type) overridesReflected(op compiler.BinaryOp, base *Type) bool { panic("unimplemented") }

// codecs.go
func (t *Thread) decodeArg(v, encoding, errors Value) (*Str, error) { panic("unimplemented") }

// specialMethod is the method called name of v's class, bound to v; Missing if
// the class has none.
func (t *Thread) specialMethod(v Value, name string) (Value, error) { panic("unimplemented") }

// classGetItemAlias makes the types.GenericAlias for a builtin class: list[int].
func classGetItemAlias(t *Thread, a []Value) (Value, error) { panic("unimplemented") }

// NewMappingProxy makes a read-only view of a mapping.
func NewMappingProxy(v Value) Value { panic("unimplemented") }
