package runtime

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unsafe"
)

// Fn is the Go side of a builtin function: args are bound by its signature, one
// for each parameter, Missing where an optional one was not given, a tuple for
// *args and a dict for **kwargs. A method's first argument is self, outside the
// signature. args is only valid during the call.
type Fn func(t *Thread, args []Value) (Value, error)

// Method is one row of a table of builtin functions or methods.
type Method struct {
	Name string
	// Sig is the parameters as Python writes them, defaults included:
	// "iterable, /, *, key=None, reverse=False". Name, arity and keywords are
	// checked by it in one place. Parameters before / are positional-only.
	Sig string
	Doc string
	// Class is the class that errors name a method with, if CPython has it in a base
	// of what is one class here.
	Class string
	// Module is the module that a module's function says it is of, if CPython has it in
	// another one than it is found in.
	Module string
	Fn     Fn
	// Pair, if it is set, is called instead with two arguments by position, as they
	// are: a function that takes *args then needs no tuple of them.
	Pair Fn
	// Coro is set instead of Fn for a coroutine function: it makes the body that
	// a later await runs. See NativeCoro.
	Coro func(t *Thread, args []Value) (NativeCoro, error)
	// Quick is tried first when the call stands directly under an await. ok says
	// that v is the result and nothing has to suspend.
	Quick func(t *Thread, args []Value) (v Value, ok bool, err error)
	// Start stands for Quick and Coro when the call of a Leaf stands directly under an
	// await, for those that often wait. v is the result, or, if body is not nil, the
	// pending future that body awaits, whose first step this was.
	Start func(t *Thread, args []Value) (v Value, body NativeCoro, err error)
	// Set makes a Getter's attribute one that can be assigned; a Missing val
	// deletes it.
	Set func(t *Thread, self, val Value) error
	// raw is set instead of Fn for a function or slot method that binds its arguments itself.
	raw  func(t *Thread, args []Value, kwnames []*Str) (Value, error)
	Kind MethodKind
	// Positional is, if it is set, how many arguments may be given by position without
	// a warning that those after them should be named.
	Positional int
	// Python says that CPython has the function written in Python: errors about its
	// arguments are worded as those of a def.
	Python bool
	// Leaf says that the coroutine awaits nothing but futures and never yields:
	// directly under an await its body then runs without a coroutine of its own.
	Leaf bool
	// Delegates says of a Leaf that it is none for instances of a program's class: the
	// body then awaits a method of that class.
	Delegates bool
	// Sleep marks asyncio.sleep, which suspends without a coroutine there.
	Sleep bool
	// Spawn marks asyncio.create_task: a coroutine made as its only argument is made
	// together with the task.
	Spawn bool
	// Told says that CPython tells the method which class it is of: such methods count
	// their arguments as those do that take keywords.
	Told bool
	// slot says that the method was made from a slot of its type.
	slot bool
}

// MethodKind says how a row of a type's table is found through an instance.
type MethodKind uint8

// The kinds of row.
const (
	Plain       MethodKind = iota // a method, or a module's function
	ClassMethod                   // args[0] is the class
	StaticMethod
	Getter   // an attribute: Fn(t, [self])
	ReadOnly // a Getter that nobody can set, which in CPython is a member of a C struct
)

// Builtin is a builtin function or an unbound builtin method.
type Builtin struct {
	Hdr
	row    *Method
	owner  *Type  // of a method
	module string // of a function
	name   string // as errors give it
	shown  string // as errors about its arguments give it: with the module
	sig    *signature
	plain  plainCall
}

// plainCall is what a call by position needs to know of a builtin that takes its
// arguments one for each parameter.
type plainCall struct {
	fn      Fn                                                          // nil if the call is more than this function's
	pair    Fn                                                          // Method.Pair
	quick   func(t *Thread, args []Value) (v Value, ok bool, err error) // Method.Quick
	start   func(t *Thread, args []Value) (Value, NativeCoro, error)    // Method.Start
	self    *Type                                                       // what the first argument must be an instance of; nil: anything
	lo, hi  int32                                                       // how many arguments there may be, self included; hi is -1 if no call is plain
	want    int32                                                       // parameters, self included
	exact   int32                                                       // as many as there may be, if that is one for each parameter; else -1
	rest    int32                                                       // the parameter that collects the others by position, or -1
	awaits  bool                                                        // awaiting what it returns has a short way, see quickAwait
	sleeps  bool                                                        // Method.Sleep
	appends bool                                                        // it is list.append, which the hot loop does itself
}

// roomForMissing is how many registers every activation has beyond its own. A plain
// call of a builtin as the last thing in the window puts there what was not given,
// and the activations that the builtin begins must not lie on top of that.
const roomForMissing = 4

// makePlain fills in what plain calls need; sig is there already.
func (b *Builtin) makePlain() {
	row, p := b.row, &b.plain
	p.hi, p.exact, p.rest, p.pair = -1, -1, -1, row.Pair
	p.sleeps, p.quick, p.start = row.Sleep, row.Quick, row.Start
	p.awaits = row.Quick != nil || row.Leaf || row.Sleep
	if !b.sig.plain && !b.sig.collects() || row.raw != nil || len(b.sig.params)-b.sig.need > roomForMissing {
		return
	}
	self := int32(0)
	if b.owner != nil && row.Kind != StaticMethod {
		self = 1
		if row.Kind == Plain {
			p.self = b.owner
		}
	}
	if !p.awaits {
		p.fn = row.Fn
	}
	p.lo, p.hi, p.want = self+int32(b.sig.need), self+int32(b.sig.pos), self+int32(len(b.sig.params))
	if b.sig.varArgs >= 0 {
		p.rest, p.hi = self+int32(b.sig.varArgs), math.MaxInt32
	}
	if row.Positional > 0 { // the general way warns
		p.hi = self + int32(row.Positional)
	}
	if p.rest < 0 && p.hi == p.want {
		p.exact = p.want
	}
	p.appends = b.owner == &ListType && row.Name == "append"
}

// bindPlain is bind for n arguments by position in registers from args on. The
// registers above them are free, so what was not given is put there as Missing, if
// these still belong to the activation: beyond top, what the builtin calls would
// overwrite them. ok is false if the arguments do not fit so simply.
func (p *plainCall) bindPlain(args, top *Value, n int) (bound []Value, ok bool) {
	if int32(n) > p.hi || int32(n) < p.lo {
		return nil, false
	}
	if p.self != nil {
		if typ := args.Type(); typ != p.self && !typ.IsSubclass(p.self) {
			return nil, false
		}
	}
	if int32(n) < p.want && uintptr(unsafe.Pointer(args))+uintptr(p.want)*cellSize > uintptr(unsafe.Pointer(top)) {
		return nil, false
	}
	bound = (*[maxPlain + 1]Value)(unsafe.Pointer(args))[:p.want]
	if p.rest >= 0 {
		if n > int(p.rest) {
			bound[p.rest] = newTupleOf(unsafe.Slice(args, n)[p.rest:])
		} else {
			bound[p.rest] = emptyTuple
		}
		n = int(p.rest) + 1
	}
	for i := n; i < len(bound); i++ {
		bound[i] = Missing
	}
	return bound, true
}

// callPlain is the call of a builtin with n arguments by position from register
// first on. done is false, and nothing done, if it is not as simple as that.
func (t *Thread) callPlain(b *Builtin, first, n int, dst uint8) (stop, done bool) {
	p := &b.plain
	if p.fn == nil && !(p.awaits && t.awaited(dst)) {
		return false, false
	}
	if p.pair != nil && n == 2 {
		v, err := p.pair(t, t.regSlice(first, n))
		return t.finish(dst, v, err), true
	}
	args, ok := p.bindPlain(t.reg(first), t.top(), n)
	if p.fn == nil {
		if !ok {
			return t.quickAwait(b, first, n, nil, dst)
		}
		return t.awaitBound(b, args, dst)
	}
	if !ok {
		return false, false
	}
	v, err := p.fn(t, args)
	if err != nil {
		return t.raise(err), true
	}
	t.regs[dst] = v
	return false, true
}

// BoundMethod is a function together with its first argument.
type BoundMethod struct {
	Hdr
	fn, self Value
}

// signature parses the row's Sig; bound says that the call has a first argument
// that the Sig does not name.
func (row *Method) signature(bound bool) *signature {
	sig := parseSig(row.Sig)
	sig.python, sig.told = row.Python, row.Told
	if bound {
		sig.before = 1
	}
	return sig
}

// NewBuiltin makes a function of a row of a module's table.
func NewBuiltin(module string, row *Method) Value {
	shown := row.Name
	if module != "" && module != "builtins" && !row.Python {
		shown = module + "." + row.Name
	}
	b := &Builtin{Hdr: Hdr{&BuiltinType}, row: row, module: module, name: row.Name, shown: shown, sig: row.signature(false)}
	b.makePlain()
	return obj(b)
}

// newMember makes what a type's table row is in the class: a method descriptor,
// a class or static method, or an attribute.
func newMember(typ *Type, row *Method) Value {
	b := &Builtin{Hdr: Hdr{&MethodDescriptorType}, row: row, owner: typ, name: cmp.Or(row.Class, typ.Qualname) + "." + row.Name}
	b.shown = b.name
	if row.Kind >= Getter {
		b.Hdr.typ = &GetSetType
		return obj(b)
	}
	b.sig = row.signature(row.Kind != StaticMethod)
	b.sig.wrapper = isWrapper(typ, row)
	b.sig.repeats = typ.flags&flagRepeats != 0 && strings.HasSuffix(row.Name, "mul__")
	b.makePlain()
	switch row.Kind {
	case ClassMethod:
		b.Hdr.typ = &BuiltinType
		return obj(&ClassMethodObj{Hdr: Hdr{&ClassMethodType}, fn: obj(b)})
	case StaticMethod:
		b.Hdr.typ = &BuiltinType
		return obj(&ClassMethodObj{Hdr: Hdr{&StaticMethodType}, fn: obj(b)})
	}
	return obj(b)
}

// qualname is the function's name as errors give it.
func (b *Builtin) qualname() string { return b.name }

// call calls the function; a method's self is args[0].
func (b *Builtin) call(t *Thread, args []Value, kwnames []*Str) (Value, error) {
	if b.row.raw != nil {
		return b.callRaw(t, args, kwnames)
	}
	bound, err := b.bind(t, args, kwnames)
	if err != nil {
		return Value{}, err
	}
	if n := b.row.Positional; n > 0 && len(args)-len(kwnames) > n {
		if err := t.Warn(&DeprecationWarningType, "'"+b.sig.params[n].name+"' is passed as positional argument"); err != nil {
			return Value{}, err
		}
	}
	if b.row.Coro != nil {
		body, err := b.row.Coro(t, bound)
		if err != nil {
			return Value{}, err
		}
		return t.newNativeCoro(b, body), nil
	}
	return b.row.Fn(t, bound)
}

// callRaw calls a function or slot method that binds its arguments itself, after the
// check of a method's self.
func (b *Builtin) callRaw(t *Thread, args []Value, kwnames []*Str) (Value, error) {
	if b.owner != nil && b.row.Kind != StaticMethod {
		if err := b.checkSelf(t, args, kwnames); err != nil {
			return Value{}, err
		}
	}
	return b.row.raw(t, args, kwnames)
}

// checkSelf checks that a method's first argument is there and fits.
func (b *Builtin) checkSelf(t *Thread, args []Value, kwnames []*Str) error {
	wrapper := b.sig != nil && b.sig.wrapper
	if len(args)-len(kwnames) < 1 {
		if wrapper {
			return t.TypeErrorf("descriptor '%s' of '%s' object needs an argument", b.row.Name, b.owner.Name)
		}
		if b.row.Python {
			return b.missingSelf(t, kwnames)
		}
		return t.TypeErrorf("unbound method %s() needs an argument", b.qualname())
	}
	if typ := args[0].Type(); b.row.Kind == Plain && typ != b.owner && !typ.IsSubclass(b.owner) {
		if wrapper {
			return t.TypeErrorf("descriptor '%s' requires a '%s' object but received a '%s'", b.row.Name, b.owner.Name, typ.Name)
		}
		if b.row.Python {
			// A def would take anything for self: the other arguments are what is wrong.
			if _, err := b.sig.bind(t, b.name, args[1:], kwnames); err != nil {
				return err
			}
		}
		return t.TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", b.row.Name, b.owner.Name, typ.Name)
	}
	return nil
}

// missingSelf is the error of a method, in CPython a def, that is called on the class
// with nothing but keywords.
func (b *Builtin) missingSelf(t *Thread, kwnames []*Str) error {
	missing := []string{"self"}
	for i, p := range b.sig.params[:b.sig.pos] {
		given := slices.ContainsFunc(kwnames, func(kw *Str) bool { return b.sig.index(kw.s) == i })
		if p.required && !given {
			missing = append(missing, p.name)
		}
	}
	return t.missingError(b.name, "positional", missing)
}

// bind puts the arguments into the order of the row's Fn.
func (b *Builtin) bind(t *Thread, args []Value, kwnames []*Str) ([]Value, error) {
	if b.owner == nil || b.row.Kind == StaticMethod {
		return b.sig.bind(t, b.shown, args, kwnames)
	}
	if err := b.checkSelf(t, args, kwnames); err != nil {
		return nil, err
	}
	rest := args[1:]
	if len(kwnames) == 0 && b.sig.plain && len(rest) == b.sig.pos && len(rest) == len(b.sig.params) {
		return args, nil
	}
	name := b.name
	if c := AsType(args[0]); c != nil && b.row.Kind == ClassMethod {
		name = c.Qualname + "." + b.row.Name
	}
	bound, err := b.sig.bind(t, name, rest, kwnames)
	if err != nil {
		return nil, err
	}
	if len(bound) == len(rest) && (len(rest) == 0 || &bound[0] == &rest[0]) {
		return args, nil
	}
	return append([]Value{args[0]}, bound...), nil
}
