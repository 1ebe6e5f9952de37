package runtime

import "strings"

// What packages that define types of their own use besides Define.

// MakeNew is a New slot that makes the Go struct alone; Initialize gets the
// arguments.
func MakeNew[T any](header func(*T) *Hdr) func(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	return func(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
		o := new(T)
		header(o).typ = cls
		return obj(o), nil
	}
}

// MakeInit is an Initialize slot that binds the arguments to a signature first;
// name is the class's.
func MakeInit(name, sig string, init func(t *Thread, self Value, args []Value) error) func(t *Thread, self Value, args []Value, kwnames []*Str) error {
	return makeInit(name, parseSig(sig), init)
}

// MakePythonInit is MakeInit for a class that CPython has written in Python:
// errors about arguments are worded as those of its __init__.
func MakePythonInit(name, sig string, init func(t *Thread, self Value, args []Value) error) func(t *Thread, self Value, args []Value, kwnames []*Str) error {
	row := Method{Sig: sig, Python: true}
	return makeInit(name+".__init__", row.signature(true), init)
}

func makeInit(name string, s *signature, init func(t *Thread, self Value, args []Value) error) func(t *Thread, self Value, args []Value, kwnames []*Str) error {
	return func(t *Thread, self Value, args []Value, kwnames []*Str) error {
		bound, err := s.bind(t, name, args, kwnames)
		if err != nil {
			return err
		}
		return init(t, self, bound)
	}
}

// DefaultRepr is the repr of an object that says nothing of itself.
func (t *Thread) DefaultRepr(v Value) string {
	return "<" + v.Type().fullName() + " object" + t.at(v) + ">"
}

// IsHeap says whether typ was made by a class statement: its instances may have
// methods of their own in place of a builtin type's.
func (typ *Type) IsHeap() bool { return typ.flags&flagHeap != 0 }

// SleepValue is what a coroutine yields to have its task sleep.
func SleepValue(seconds float64) Value { return sleepValue(seconds) }

// ObjectOf is v's struct; v must be an instance of the type that has it.
func ObjectOf[T any](v Value) *T { return (*T)(v.p) }

// TypeValue is a class as a value.
func TypeValue(typ *Type) Value { return obj(typ) }

// At is the " at 0x…" of an object's repr.
func (t *Thread) At(v Value) string { return t.at(v) }

// GenericAliasOf is the __class_getitem__ of a builtin class: asyncio.Queue[int].
func GenericAliasOf(t *Thread, args []Value) (Value, error) { return classGetItemAlias(t, args) }

// TruthOr is the truth of an optional argument.
func (t *Thread) TruthOr(v Value, def bool) (bool, error) {
	if v.IsMissing() {
		return def, nil
	}
	return t.Truth(v)
}

// NewSetOf is a set of items.
func (t *Thread) NewSetOf(items []Value) (Value, error) {
	s := NewSet()
	for _, v := range items {
		if err := s.Add(t, v); err != nil {
			return Value{}, err
		}
	}
	return obj(s), nil
}

// NewCoroFunction is the coroutine function that a coroutine made by NewCoro
// names itself after.
func NewCoroFunction(module, name string) *Builtin {
	return &Builtin{Hdr: Hdr{&BuiltinType}, row: &Method{Name: name}, name: name, module: module}
}

// NewCoro makes a coroutine of fn whose body is written in Go.
func (t *Thread) NewCoro(fn *Builtin, body NativeCoro) Value { return t.newNativeCoro(fn, body) }

// CallArgs are the arguments of a call: the values of *args and **kwargs, the
// latter last and named.
func (t *Thread) CallArgs(args, kwargs Value) ([]Value, []*Str, error) {
	pos := append([]Value(nil), AsTuple(args).items...)
	var names []*Str
	err := t.Each(kwargs, func(k Value) error {
		v, err := t.GetItem(kwargs, k)
		names = append(names, AsStr(k))
		pos = append(pos, v)
		return err
	})
	return pos, names, err
}

// goIterator is an iterator whose items a Go function makes.
type goIterator struct {
	Hdr
	next func(t *Thread) (Value, bool, error)
}

var goIteratorType Type

var goIteratorSpec = Spec{Name: "generator", Layout: true, Final: true, NoNew: true, Slots: Slots{
	Iter: func(_ *Thread, v Value) (Value, error) { return v, nil },
	Next: func(t *Thread, v Value) (Value, bool, error) { return (*goIterator)(v.p).next(t) },
}}

func init() {
	Define(&goIteratorType, &goIteratorSpec)
}

// NewIterator makes an iterator of what next answers until it answers false.
func NewIterator(next func(t *Thread) (Value, bool, error)) Value {
	return obj(&goIterator{Hdr{&goIteratorType}, next})
}

// IsFatal says whether err ends the run: nothing of the program may run after
// it.
func IsFatal(err error) bool { return fatal(err) }

// Report writes a report to standard error.
func (t *Thread) Report(text string) { t.VM.emit(strings.TrimSuffix(text, "\n")) }

// Note writes a note to standard error, the first time in the run that one with
// this key is written.
func (t *Thread) Note(key, text string) {
	vm := t.VM
	if vm.noted == nil {
		vm.noted = map[string]bool{}
	}
	if !vm.noted[key] {
		vm.noted[key] = true
		vm.emit(text)
	}
}

// Type is the type of the object that begins with h.
func (h *Hdr) Type() *Type { return h.typ }

// Exit is the error that ends the run at once with a status: nothing of the program
// runs any more, and nothing is reported.
func (t *Thread) Exit(status int) error {
	t.VM.reported = true
	return &Fatal{Status: status}
}
