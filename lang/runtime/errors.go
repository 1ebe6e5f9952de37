package runtime

import (
	"errors"
	"fmt"
)

// errStop ends an Each early; it never leaves the function that made it.
var errStop = errors.New("stop")

// NewError makes an exception of class typ with one argument, the message.
func (t *Thread) NewError(typ *Type, msg string) *Exception {
	return &Exception{Hdr: Hdr{typ}, args: []Value{NewStr(msg)}}
}

// Errorf makes an exception of class typ, ready to be returned as error.
func (t *Thread) Errorf(typ *Type, format string, a ...any) error {
	return t.NewError(typ, fmt.Sprintf(format, a...))
}

// TypeErrorf makes a TypeError.
func (t *Thread) TypeErrorf(format string, a ...any) error {
	return t.Errorf(&TypeErrorType, format, a...)
}

// ValueErrorf makes a ValueError.
func (t *Thread) ValueErrorf(format string, a ...any) error {
	return t.Errorf(&ValueErrorType, format, a...)
}

// IndexErrorf makes an IndexError.
func (t *Thread) IndexErrorf(format string, a ...any) error {
	return t.Errorf(&IndexErrorType, format, a...)
}

// OverflowErrorf makes an OverflowError.
func (t *Thread) OverflowErrorf(format string, a ...any) error {
	return t.Errorf(&OverflowErrorType, format, a...)
}

// ZeroDivisionErrorf makes a ZeroDivisionError.
func (t *Thread) ZeroDivisionErrorf(format string, a ...any) error {
	return t.Errorf(&ZeroDivisionErrorType, format, a...)
}

// RuntimeErrorf makes a RuntimeError.
func (t *Thread) RuntimeErrorf(format string, a ...any) error {
	return t.Errorf(&RuntimeErrorType, format, a...)
}

// KeyError makes the KeyError for a missing key.
func (t *Thread) KeyError(key Value) error {
	return &Exception{Hdr: Hdr{&KeyErrorType}, args: []Value{key}}
}

// attributeErrorf makes an AttributeError that knows its object and name.
func (t *Thread) attributeErrorf(v Value, name *Str, format string, a ...any) error {
	e := t.NewError(&AttributeErrorType, fmt.Sprintf(format, a...))
	x := newNameExtra(obj(name), v)
	x.self = t.selfValue()
	e.extra = x
	return e
}

// MemoryError makes the MemoryError for an allocation beyond the limit.
func (t *Thread) MemoryError() error { return &Exception{Hdr: Hdr{&MemoryErrorType}} }

// Is reports whether err is an exception of class typ.
func Is(err error, typ *Type) bool {
	e, ok := err.(*Exception)
	return ok && e.typ.IsSubclass(typ)
}

// Fatal ends a run: no handler of the program sees it and no finally runs.
type Fatal struct {
	Status int    // exit status of the run
	Msg    string // for stderr
}

func (f *Fatal) Error() string { return f.Msg }

// Error is the exception as Go's error: its class and message.
func (e *Exception) Error() string {
	if len(e.args) == 1 {
		if s := AsStr(e.args[0]); s != nil {
			return e.typ.Name + ": " + s.s
		}
	}
	return e.typ.Name
}

// Value is the exception as a value.
func (e *Exception) Value() Value { return obj(e) }

// AsException returns v as an exception, or nil.
func AsException(v Value) *Exception { return As[Exception](v, &BaseExceptionType) }
