package runtime

import (
	"slices"

	"github.com/coro-lang/coro/lang/compiler"
)

// Exceptions as values: construction, the attributes all of them have, and the
// notes.

// Exception is an instance of BaseException or a subclass. It is Go's error for
// an exception raised by a program or a builtin.
type Exception struct {
	Hdr
	attrs   Attrs
	args    []Value
	cause   *Exception // raise … from
	context *Exception
	noCtx   bool // __suppress_context__
	tb      *Traceback
	extra   any // what a kind of exception keeps: *GroupExtra, *OSErrorExtra…
}

// Traceback is one frame of a traceback; next is nearer to where it was raised.
type Traceback struct {
	Hdr
	next *Traceback
	fn   *FuncProto
	at   compiler.Line
}

var baseExceptionSpec = Spec{
	Name:   "BaseException",
	Doc:    "Common base class for all exceptions",
	Layout: true,
	Attrs:  true,
	Slots: Slots{
		New:        newException,
		Initialize: initException,
		Repr:       exceptionRepr,
		Str:        exceptionStr,
	},
	Methods: []Method{
		{Name: "with_traceback", Sig: "tb, /", Fn: exceptionWithTraceback},
		{Name: "add_note", Sig: "note, /", Fn: exceptionAddNote},
		{Name: "args", Kind: Getter, Fn: exceptionArgs, Set: setExceptionArgs},
		{Name: "__traceback__", Kind: Getter, Fn: exceptionTraceback, Set: setExceptionTraceback},
		{Name: "__cause__", Kind: Getter, Fn: exceptionCause, Set: setExceptionCause},
		{Name: "__context__", Kind: Getter, Fn: exceptionContext, Set: setExceptionContext},
		{Name: "__suppress_context__", Kind: Getter, Fn: exceptionSuppress, Set: setExceptionSuppress},
	},
}

func init() {
	Define(&BaseExceptionType, &baseExceptionSpec)
	BaseExceptionType.flags |= flagExc
}

// newException is BaseException.__new__: it keeps the positional arguments.
func newException(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	e, room := withRoom[Exception](len(args) - len(kwnames))
	e.typ = cls
	if len(room) > 0 {
		e.args = fill(room, args[:len(room)])
	}
	return obj(e), nil
}

func initException(t *Thread, self Value, args []Value, kwnames []*Str) error {
	if len(kwnames) > 0 {
		return t.TypeErrorf("%s() takes no keyword arguments", self.Type().Name)
	}
	e := AsException(self)
	if !slices.Equal(e.args, args) { // most often __new__ has kept them
		e.args = append([]Value(nil), args...)
	}
	return nil
}

// NewException makes an exception of class typ with the given arguments.
func (t *Thread) NewException(typ *Type, args ...Value) *Exception {
	return &Exception{Hdr: Hdr{typ}, args: args}
}

// Args are the arguments that the exception was made with.
func (e *Exception) Args() []Value { return e.args }

// Cause is what the exception was raised from; nil if nothing.
func (e *Exception) Cause() *Exception { return e.cause }

// Context is the exception that was being handled when this one was raised.
func (e *Exception) Context() *Exception { return e.context }

// SetContext sets the exception that was being handled when e was raised.
func (e *Exception) SetContext(context *Exception) { e.context = context }

// SetArgs sets the arguments.
func (e *Exception) SetArgs(args ...Value) { e.args = args }

// SetCause makes e raised from cause, as raise … from does.
func (e *Exception) SetCause(cause *Exception) { e.cause, e.noCtx = cause, true }

func exceptionRepr(t *Thread, v Value) (string, error) {
	e := AsException(v)
	if len(e.args) == 1 {
		s, err := t.Repr(e.args[0])
		return e.typ.Name + "(" + s + ")", err
	}
	s, err := t.Repr(NewTuple(e.args))
	return e.typ.Name + s, err
}

func exceptionStr(t *Thread, v Value) (string, error) {
	e := AsException(v)
	switch len(e.args) {
	case 0:
		return "", nil
	case 1:
		return t.Str(e.args[0])
	}
	return t.Str(NewTuple(e.args))
}

// valueOf is the exception as a value, None if there is none.
func (e *Exception) valueOrNone() Value {
	if e == nil {
		return None
	}
	return obj(e)
}

func exceptionArgs(t *Thread, args []Value) (Value, error) {
	return NewTuple(AsException(args[0]).args), nil
}

func setExceptionArgs(t *Thread, self, val Value) error {
	if val.IsMissing() {
		return t.TypeErrorf("args may not be deleted")
	}
	items, err := t.Collect(val)
	if err != nil {
		return err
	}
	AsException(self).args = items
	return nil
}

func exceptionTraceback(t *Thread, args []Value) (Value, error) {
	if tb := AsException(args[0]).tb; tb != nil {
		return obj(tb), nil
	}
	return None, nil
}

func setExceptionTraceback(t *Thread, self, val Value) error {
	if val.IsMissing() {
		return t.TypeErrorf("__traceback__ may not be deleted")
	}
	tb := As[Traceback](val, &TracebackType)
	if tb == nil && !val.IsNone() {
		return t.TypeErrorf("__traceback__ must be a traceback or None")
	}
	AsException(self).tb = tb
	return nil
}

func exceptionWithTraceback(t *Thread, args []Value) (Value, error) {
	return args[0], setExceptionTraceback(t, args[0], args[1])
}

func exceptionCause(t *Thread, args []Value) (Value, error) {
	return AsException(args[0]).cause.valueOrNone(), nil
}

// exceptionOrNone checks a value set as __cause__ or __context__.
func (t *Thread) exceptionOrNone(attr string, val Value) (*Exception, error) {
	if val.IsMissing() {
		return nil, t.TypeErrorf("%s may not be deleted", attr)
	}
	e := AsException(val)
	if e == nil && !val.IsNone() {
		return nil, t.TypeErrorf("exception %s must be None or derive from BaseException", attr[2:len(attr)-2])
	}
	return e, nil
}

func setExceptionCause(t *Thread, self, val Value) error {
	e, err := t.exceptionOrNone("__cause__", val)
	if err == nil {
		AsException(self).SetCause(e)
	}
	return err
}

func exceptionContext(t *Thread, args []Value) (Value, error) {
	return AsException(args[0]).context.valueOrNone(), nil
}

func setExceptionContext(t *Thread, self, val Value) error {
	e, err := t.exceptionOrNone("__context__", val)
	if err == nil {
		AsException(self).context = e
	}
	return err
}

func exceptionSuppress(t *Thread, args []Value) (Value, error) {
	return Bool(AsException(args[0]).noCtx), nil
}

func setExceptionSuppress(t *Thread, self, val Value) error {
	if val.IsMissing() {
		return t.TypeErrorf("can't delete numeric/char attribute")
	}
	if !val.IsBool() {
		return t.TypeErrorf("attribute value type must be bool")
	}
	AsException(self).noCtx = val == True
	return nil
}

func exceptionAddNote(t *Thread, args []Value) (Value, error) {
	e := AsException(args[0])
	if AsStr(args[1]) == nil {
		return Value{}, t.TypeErrorf("note must be a str, not '%s'", args[1].Type().Name)
	}
	notes, ok := e.attrs.get(names.notes)
	if !ok {
		notes = NewList(nil)
		e.attrs.set(e.typ.rootShape(), names.notes, notes)
	}
	l := AsList(notes)
	if l == nil {
		return Value{}, t.TypeErrorf("Cannot add note: __notes__ is not a list")
	}
	l.Append(args[1])
	return None, nil
}
