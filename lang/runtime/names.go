package runtime

import (
	"sort"
	"strconv"
	"unsafe"

	"github.com/coro-lang/coro/lang/compiler"
)

// Errors about names, and how contexts and patterns look things up.

// nameError is the NameError for a name that is bound nowhere.
func (t *Thread) nameError(name *Str) error {
	e := t.NewError(&NameErrorType, "name '"+name.s+"' is not defined")
	x := newNameExtra(obj(name), Missing)
	x.self = t.selfValue()
	if t.fn != nil && t.fn.proto.code.Flags&compiler.FlagClass != 0 {
		x.body = AsDict(t.regs[0])
	}
	e.extra = x
	return e
}

// unboundLocal is the error for a local variable that has no value.
func (t *Thread) unboundLocal(name *Str) error {
	return t.NewError(&UnboundLocalErrorType, "cannot access local variable '"+name.s+"' where it is not associated with a value")
}

// unboundFree is the error for an enclosing function's variable without a value.
func (t *Thread) unboundFree(name string) error {
	e := t.NewError(&NameErrorType, "cannot access free variable '"+name+"' where it is not associated with a value in enclosing scope")
	e.extra = newNameExtra(NewStr(name), Missing)
	return e
}

// enterWith does ENTER: the exit and the enter method of the context manager v go to
// R[A] and the registers behind it, each as LOADMETHOD has it. The two sites remember
// those of v's class, for the hot loop.
func (t *Thread) enterWith(A uint8, v Value, sites []site, async bool) error {
	typ := v.Type()
	enter, exit := &sites[0], &sites[1]
	r := (*[4]Value)(unsafe.Pointer(&t.regs[A]))
	protocol := "context manager"
	if async {
		protocol = "asynchronous context manager"
	}
	em, ok := typ.Lookup(enter.name)
	if !ok {
		return t.TypeErrorf("'%s' object does not support the %s protocol", typ.Name, protocol)
	}
	xm, ok := typ.Lookup(exit.name)
	if !ok {
		return t.TypeErrorf("'%s' object does not support the %s protocol (missed %s method)", typ.Name, protocol, exit.name.s)
	}
	if plainMethod(em) && plainMethod(xm) {
		enter.kind, enter.typ, enter.version, enter.val = siteSpecial, typ, typ.version, em
		exit.val = xm
		r[0], r[1], r[2], r[3] = xm, v, em, v
		return nil
	}
	em, err := t.bindTo(em, v)
	if err == nil {
		xm, err = t.bindTo(xm, v)
	}
	if err == nil {
		r = (*[4]Value)(unsafe.Pointer(&t.regs[A])) // the stack may have moved
		r[0], r[1], r[2], r[3] = Missing, xm, Missing, em
	}
	return err
}

// bindTo is what the class member m is when it is looked up through v.
func (t *Thread) bindTo(m, v Value) (Value, error) {
	typ := m.Type()
	switch {
	case plainMethod(m):
		return newBoundMethod(m, v), nil
	case typ.DescrGet != nil:
		return typ.DescrGet(t, m, v, v.Type())
	}
	return m, nil
}

// joinStrings makes a str of the parts of an f-string: strs, and ints that were
// left as they are.
func (t *Thread) joinStrings(parts []Value) (Value, error) {
	const digits = 20 // of an int, at most
	size := 0
	for _, v := range parts {
		if v.p == nil {
			size += digits
		} else {
			size += len((*Str)(v.p).s)
		}
	}
	if err := t.reserve(size); err != nil {
		return Value{}, err
	}
	var b []byte
	if size > mostRoom {
		b = make([]byte, 0, size)
	} else {
		b = t.takeRoom()
	}
	n := 0
	for _, v := range parts {
		if v.p == nil {
			before := len(b)
			b = strconv.AppendInt(b, v.n, 10)
			n += len(b) - before
		} else {
			s := (*Str)(v.p)
			b = append(b, s.s...)
			n += s.n
		}
	}
	if size > mostRoom {
		return obj(strOf(bytesToString(b), n)), nil
	}
	s := newTextOf(b, n)
	t.giveRoom(b)
	return obj(s), nil
}

// plainMethod tells whether looking the class member m up binds it as a method.
func plainMethod(m Value) bool {
	typ := m.Type()
	return typ == &FunctionType || typ == &MethodDescriptorType
}

// dictUpdate adds the entries of the mapping v, of a display's **v, to d. Any
// AttributeError is taken to say that v is none.
func (t *Thread) dictUpdate(d *Dict, v Value) error {
	err := d.Merge(t, v)
	if Is(err, &AttributeErrorType) {
		return t.TypeErrorf("'%s' object is not a mapping", v.Type().Name)
	}
	return err
}

// dictMerge adds the entries of a call's **v to d. A KeyError is taken to name a keyword
// that came before, which it need not.
func (t *Thread) dictMerge(d *Dict, v, callee Value) error {
	twice := func(key Value) error {
		s, err := t.Str(key)
		if err != nil {
			return err
		}
		return t.TypeErrorf("%s got multiple values for keyword argument '%s'", t.calleeName(callee), s)
	}
	err := t.eachEntry(v, func(key, val Value) error { return d.Set(t, key, val) }, func(key Value) error {
		_, dup, err := d.Get(t, key)
		if dup {
			return twice(key)
		}
		return err
	})
	if Is(err, &AttributeErrorType) {
		return t.TypeErrorf("%s argument after ** must be a mapping, not %s", t.calleeName(callee), v.Type().Name)
	}
	if e, ok := err.(*Exception); ok && Is(e, &KeyErrorType) && len(e.args) == 1 {
		return twice(e.args[0])
	}
	return err
}

// calleeName is how errors about a call's arguments name the callee.
func (t *Thread) calleeName(v Value) string {
	name, ok, err := t.LookupAttr(v, names.qualname)
	if err != nil || !ok {
		s, err := t.Str(v)
		if err != nil {
			return v.Type().Name + " object"
		}
		return s
	}
	shown := ""
	if s := AsStr(name); s != nil {
		shown = s.s + "()"
	}
	if module, ok, err := t.LookupAttr(v, names.module); err == nil && ok {
		if s := AsStr(module); s != nil && s.s != "builtins" {
			return s.s + "." + shown
		}
	}
	return shown
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
