package runtime

import "github.com/coro-lang/coro/lang/compiler"

// Declarations that hold the place of what is being written. Whoever implements
// one deletes it here.

// ClassMethodObj is a classmethod or staticmethod object.
type ClassMethodObj struct {
	Hdr
	fn Value
}

// class.go
func (t *Thread) dunderIndex(v Value) (Value, bool, error)                 { panic("unimplemented") }
func (t *Thread) classGetItem(c *Type, key Value) (Value, error)           { panic("unimplemented") }
func addSlotMethods(typ *Type)                                             { panic("unimplemented") }
func (s *Slots) inherit(base *Slots)                                       { panic("unimplemented") }
func (typ *Type) overridesReflected(op compiler.BinaryOp, base *Type) bool { panic("unimplemented") }
func (typ *Type) registered(t *Thread, abc string) bool                    { panic("unimplemented") }
func (t *Thread) IsInstance(v, class Value) (bool, error)                  { panic("unimplemented") }
func (t *Thread) buildClass(name *Str, body, bases, kwds Value) (Value, error) {
	panic("unimplemented")
}

// callClass begins a call of a plain class in place; done is false if the
// general way must be taken.
func (t *Thread) callClass(c *Type, first, n int, kwnames []*Str, dst uint8) (done, stop bool) {
	return false, false
}

// bind.go
func (t *Thread) bindArgs(fn *Func, dst []Value, args []Value, kwnames []*Str) error {
	panic("unimplemented")
}

// exception.go
func (t *Thread) chain(e *Exception)                                 { panic("unimplemented") }
func (t *Thread) makeException(v Value) (*Exception, error)          { panic("unimplemented") }
func (t *Thread) makeCause(v Value) (*Exception, error)              { panic("unimplemented") }
func (t *Thread) excMatches(e *Exception, class Value) (bool, error) { panic("unimplemented") }
func (t *Thread) starBegin(e *Exception) (rest, raised Value)        { panic("unimplemented") }
func (t *Thread) starMatch(group, class Value) (match, rest Value, err error) {
	panic("unimplemented")
}
func (t *Thread) starEnd(rest Value, raised *List, orig *Exception) Value { panic("unimplemented") }
func (t *Thread) newFrame(p *FuncProto, line int32) Value                 { panic("unimplemented") }
func (t *Thread) newCode(p *FuncProto) Value                              { panic("unimplemented") }
func (t *Thread) at(v Value) string                                       { panic("unimplemented") }

// future.go
func futureOf(v Value) *Future                  { panic("unimplemented") }
func isFuture(v Value) bool                     { panic("unimplemented") }
func (f *Future) ready() bool                   { panic("unimplemented") }
func (f *Future) take(t *Thread) (Value, error) { panic("unimplemented") }

// sleepFuture is a future that a timer resolves with result after seconds.
func (t *Thread) sleepFuture(seconds float64, result Value) Value { panic("unimplemented") }

// specialMethod is the method called name of v's class, bound to v; Missing if
// the class has none.
func (t *Thread) specialMethod(v Value, name string) (Value, error) { panic("unimplemented") }

// classGetItemAlias makes the types.GenericAlias for a builtin class: list[int].
func classGetItemAlias(t *Thread, a []Value) (Value, error) { panic("unimplemented") }

// NewMappingProxy makes a read-only view of a mapping.
func NewMappingProxy(v Value) Value { panic("unimplemented") }

// eventloop.go

// runAsync runs g as the main task of a fresh loop, as asyncio.run does.
func (t *Thread) runAsync(g *Gen) error { panic("unimplemented") }

// keyboardInterrupt is what Ctrl-C does to the stack that runs: KeyboardInterrupt,
// or a cancel of the main task and nil.
func (t *Thread) keyboardInterrupt() error { panic("unimplemented") }

// atEnd reports what is left over and gives the final exit status.
func (vm *VM) atEnd(status int) int { return status }

// traceback.go

// FormatException is the text of a traceback, a newline at its end.
func (t *Thread) FormatException(e *Exception) string { return e.Error() + "\n" }

// CallSpecial calls v's special method name; ok is false if its type has none.
func (t *Thread) CallSpecial(v Value, name *Str, args ...Value) (r Value, ok bool, err error) {
	panic("unimplemented")
}
func (t *Thread) IsSubclassOf(c, class Value) (bool, error) { panic("unimplemented") }
func (t *Thread) ID(v Value) int64                          { panic("unimplemented") }

// exctypes.go
var UnicodeEncodeErrorType, UnicodeDecodeErrorType, EOFErrorType Type
