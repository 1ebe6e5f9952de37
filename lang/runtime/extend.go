package runtime

import (
	"errors"
	"strings"
)

// What packages outside need to make types and functions of their own.

// ErrStop ends Thread.Each early; whoever returns it there takes it back.
var ErrStop = errStop

// Until calls Each and says whether f ended it early with ErrStop.
func (t *Thread) Until(v Value, f func(Value) error) (stopped bool, err error) {
	err = t.Each(v, f)
	if errors.Is(err, errStop) {
		return true, nil
	}
	return false, err
}

// Signature binds the arguments of a constructor or of any other call that comes
// without a Method row.
type Signature struct {
	name string
	sig  *signature
}

// NewSignature parses params, which are written as in Method.Sig; name is the
// callee's in errors.
func NewSignature(name, params string) *Signature { return &Signature{name, classSig(params)} }

// Bind puts the arguments in the order of the parameters, Missing where an
// optional one was not given.
func (s *Signature) Bind(t *Thread, args []Value, kwnames []*Str) ([]Value, error) {
	return s.sig.bind(t, s.name, args, kwnames)
}

// NoKeywords says that nothing can be given by name.
func (s *Signature) NoKeywords() bool { return s.sig.named == 0 && s.sig.varKw < 0 }

// IterSelf is the Iter slot of iterators.
func IterSelf(t *Thread, v Value) (Value, error) { return v, nil }

// NewMethod makes a method for the namespace of a class whose instances are of
// type owner.
func NewMethod(owner *Type, row *Method) Value { return newMember(owner, row) }

// NewTupleOf makes an instance of cls, tuple or a subclass, that takes items
// over.
func NewTupleOf(cls *Type, items []Value) Value { return obj(&Tuple{Hdr: Hdr{cls}, items: items}) }

// NewPair is the tuple (a, b).
func NewPair(a, b Value) Value { return newPair(a, b) }

// StopIteration makes the exception that ends an iterator which is asked by a
// call of __next__.
func (t *Thread) StopIteration() error { return &Exception{Hdr: Hdr{&StopIterationType}} }

// BeginRepr says whether the repr of v is being made already, further out; then
// v contains itself. If not, EndRepr must follow.
func (t *Thread) BeginRepr(v Value) bool { return t.beginRepr(v) }

// EndRepr ends what BeginRepr began.
func (t *Thread) EndRepr() { t.endRepr() }

// ReprItems writes the reprs of items, with commas, between open and end.
func (t *Thread) ReprItems(b *strings.Builder, open, end string, items []Value) error {
	return t.reprItems(b, open, end, items)
}

// Enter counts a Go function that may recurse through the program, so that
// endless recursion is a RecursionError; Leave undoes it. where ends the error's
// message.
func (t *Thread) Enter(where string) error { return t.enter(where) }

// Leave undoes Enter.
func (t *Thread) Leave() { t.leave() }

// Poll returns the error that ends a run whose limits are spent or that was
// interrupted. Long loops call it every so often.
func (t *Thread) Poll() error { return t.poll() }

// Reserve asks whether a value of that many bytes may be made: MemoryError if it
// is beyond the run's limit.
func (t *Thread) Reserve(bytes int) error { return t.reserve(bytes) }

// BeforeLong is called before an operation on ints of that many bits together,
// which cannot be interrupted.
func (t *Thread) BeforeLong(bits int) error { return t.beforeLong(bits) }

// Less is a < b.
func (t *Thread) Less(a, b Value) (bool, error) { return t.less(a, b) }

// Increment is the int n + 1.
func (t *Thread) Increment(n Value) (Value, error) { return t.increment(n) }

// AnyInt is the argument v as an int of any size; TypeError if it is none.
func (t *Thread) AnyInt(v Value) (Value, error) { return t.anyInt(v) }

// Resolve says which positions of a sequence of n items the slice means: count of
// them from start on, step apart.
func (s *Slice) Resolve(t *Thread, n int) (start, step, count int, err error) {
	return s.resolve(t, n)
}

// Abs is abs(v).
func (t *Thread) Abs(v Value) (Value, error) { return t.abs(v) }

// NewPythonSignature is NewSignature for a callee that CPython has in Python:
// errors are worded as those of a def with a self.
func NewPythonSignature(name, params string) *Signature {
	s := NewSignature(name, params)
	s.sig.python, s.sig.before = true, 1
	return s
}

// IndexRange is the optional start and stop of an index method of a sequence of n
// items.
func (t *Thread) IndexRange(start, stop Value, n int) (lo, hi int, err error) {
	return t.indexRange(start, stop, n)
}

// ClassGetItem is the row of a class that can be given parameters: list[int].
var ClassGetItem = Method{Name: "__class_getitem__", Sig: "object, /", Kind: ClassMethod, Fn: classGetItemAlias}

// ShortName is the class's name without its module.
func (typ *Type) ShortName() string { return afterDot(typ.Name) }

// NewStaticMethod makes staticmethod(f).
func NewStaticMethod(f Value) Value {
	return obj(&ClassMethodObj{Hdr: Hdr{&StaticMethodType}, fn: f})
}

// ModuleName is the name of the module whose code runs.
func (t *Thread) ModuleName() string {
	if t.module == nil {
		return "__main__"
	}
	return t.module.Name
}

// NewBoundMethod makes the method f of self.
func NewBoundMethod(f, self Value) Value { return obj(&BoundMethod{Hdr{&MethodType}, f, self}) }

// ModuleAttr is what the builtin module has under name; the module is imported
// if it is not yet.
func (t *Thread) ModuleAttr(module, name string) (Value, error) {
	m, err := t.Import(module)
	if err != nil {
		return Value{}, err
	}
	return t.GetAttr(m.Value(), t.VM.Intern(name))
}

// InstanceAttrs is where v keeps the attributes of its own; nil if it cannot have
// any.
func InstanceAttrs(v Value) *Attrs { return attrsOf(v, true) }

// StaticAttr is what v has under a name as it lies there, in v itself or in its class:
// no descriptor is asked and no __getattr__.
func StaticAttr(v Value, name *Str) (Value, bool) {
	if c := AsType(v); c != nil {
		if x, ok := c.Lookup(name); ok {
			return x, true
		}
	} else if m := exact[Module](v, &ModuleType); m != nil {
		if x, ok := m.Get(name.s); ok {
			return x, true
		}
	} else if a := attrsOf(v, false); a != nil {
		if x, ok := a.get(name); ok {
			return x, true
		}
	}
	return v.Type().Lookup(name)
}

// Get finds an attribute.
func (a *Attrs) Get(name *Str) (Value, bool) { return a.get(name) }

// Set sets an attribute of an instance of typ.
func (a *Attrs) Set(typ *Type, name *Str, v Value) { a.set(typ.rootShape(), name, v) }

// InstanceDict is a dict of the attributes of v's own, None if it has none.
func InstanceDict(v Value) Value {
	a := attrsOf(v, false)
	if a == nil || a.dict == nil && len(a.vals) == 0 {
		return None
	}
	return a.toDict().Value()
}

// DictItems is d.items().
func DictItems(d *Dict) Value { return newView(obj(d), &dictItemsType) }

// Layout is the builtin type whose Go struct the class's instances have.
func (typ *Type) Layout() *Type { return typ.layout }
