// Package runtime executes compiled programs: values and their types, the
// operators, the virtual machine, coroutines, futures and tasks.
//
// A VM is one run of a program with all its state; a Thread is one stack of the
// VM (the loop's own, and one for each call handed to a thread). Builtin types
// and functions are constants shared by all runs; everything a program can
// change belongs to its VM.
package runtime

import (
	"math"
	"unsafe"
)

// Value is any value of the language in two words: p says what it is, n holds a
// machine integer or the bits of a float.
//
// p is nil for an int that fits n; the address of a static tag for floats,
// bools and the singletons; otherwise the address of an object, which begins
// with a Hdr. The zero Value is the int 0.
type Value struct {
	p unsafe.Pointer
	n int64
}

// Hdr is the first field of every object.
type Hdr struct {
	typ *Type
}

// Tags of the values that are no objects.
var (
	floatTag    = Hdr{&FloatType}
	boolTag     = Hdr{&BoolType}
	noneTag     = Hdr{&NoneType}
	ellipsisTag = Hdr{&EllipsisType}
	notImplTag  = Hdr{&NotImplementedType}
	missingTag  = Hdr{&missingType}
)

// The singletons. Missing is no value of the language: it stands for an unbound
// variable and for an optional argument that was not given.
var (
	None           = Value{p: unsafe.Pointer(&noneTag)}
	False          = Value{unsafe.Pointer(&boolTag), 0}
	True           = Value{unsafe.Pointer(&boolTag), 1}
	Ellipsis       = Value{p: unsafe.Pointer(&ellipsisTag)}
	NotImplemented = Value{p: unsafe.Pointer(&notImplTag)}
	Missing        = Value{p: unsafe.Pointer(&missingTag)}
)

// Int is the int n.
func Int(n int64) Value { return Value{nil, n} }

// Float is the float f.
func Float(f float64) Value {
	return Value{unsafe.Pointer(&floatTag), int64(math.Float64bits(f))}
}

// Bool is True or False.
func Bool(b bool) Value {
	if b {
		return True
	}
	return False
}

// obj makes a Value of an object. T must begin with a Hdr.
func obj[T any](o *T) Value { return Value{p: unsafe.Pointer(o)} }

// ObjectValue makes a Value of an object of a package outside this one, whose
// struct must begin with a Hdr (see Init).
func ObjectValue[T any](o *T) Value { return Value{p: unsafe.Pointer(o)} }

// Init sets the type of a new object.
func (h *Hdr) Init(typ *Type) { h.typ = typ }

// Type is the type of v.
func (v Value) Type() *Type {
	if v.p == nil {
		return &IntType
	}
	return (*Hdr)(v.p).typ
}

// As returns v as a *T if v's struct is the one of builtin type typ: v is an
// instance of typ or of a subclass. It returns nil otherwise. T must be that
// struct.
func As[T any](v Value, typ *Type) *T {
	if v.p != nil && (*Hdr)(v.p).typ.layout == typ {
		return (*T)(v.p)
	}
	return nil
}

// exact returns v as a *T if v's type is exactly typ.
func exact[T any](v Value, typ *Type) *T {
	if v.p != nil && (*Hdr)(v.p).typ == typ {
		return (*T)(v.p)
	}
	return nil
}

// IsSmallInt says whether v is an int (no bool) within 64 bits.
func (v Value) IsSmallInt() bool { return v.p == nil }

// IsFloat says whether v is exactly a float.
func (v Value) IsFloat() bool { return v.p == unsafe.Pointer(&floatTag) }

// IsBool says whether v is True or False.
func (v Value) IsBool() bool { return v.p == unsafe.Pointer(&boolTag) }

// IsNone says whether v is None.
func (v Value) IsNone() bool { return v.p == unsafe.Pointer(&noneTag) }

// IsMissing says whether v is Missing.
func (v Value) IsMissing() bool { return v.p == unsafe.Pointer(&missingTag) }

// IsNotImplemented says whether v is NotImplemented.
func (v Value) IsNotImplemented() bool { return v.p == unsafe.Pointer(&notImplTag) }

// Or returns v, or d if v is Missing.
func (v Value) Or(d Value) Value {
	if v.IsMissing() {
		return d
	}
	return v
}

// SmallInt is the int in v; v must be IsSmallInt or IsBool.
func (v Value) SmallInt() int64 { return v.n }

// Float64 is the float in v; v must be IsFloat.
func (v Value) Float64() float64 { return math.Float64frombits(uint64(v.n)) }

// Is says whether v and w are the same object, as the `is` operator does.
// Equal small ints and floats of one bit pattern are the same object.
func (v Value) Is(w Value) bool { return v == w }

// addr is the identity of an object; 0 for values that are none.
func (v Value) addr() uintptr { return uintptr(v.p) }

// floats says whether both are floats.
func floats(a, b *Value) bool {
	return a.p == unsafe.Pointer(&floatTag) && b.p == unsafe.Pointer(&floatTag)
}

// setInt, setFloat and setBool write the pointer word only when it changes: a
// pointer store costs a write barrier.

func (v *Value) setInt(n int64) {
	if v.p != nil {
		v.p = nil
	}
	v.n = n
}

func (v *Value) setFloat(f float64) {
	if v.p != unsafe.Pointer(&floatTag) {
		v.p = unsafe.Pointer(&floatTag)
	}
	v.n = Float(f).n
}

func (v *Value) setBool(b bool) {
	if v.p != unsafe.Pointer(&boolTag) {
		v.p = unsafe.Pointer(&boolTag)
	}
	if b {
		v.n = 1
	} else {
		v.n = 0
	}
}
