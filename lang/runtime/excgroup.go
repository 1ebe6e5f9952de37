package runtime

import "fmt"

// Exception groups: construction, split, subgroup, derive.

// GroupExtra is what an exception group holds.
type GroupExtra struct {
	msg  *Str
	excs *Tuple
}

var baseExceptionGroupSpec = Spec{
	Name: "BaseExceptionGroup", Base: &BaseExceptionType, Adds: true,
	Doc:   "A combination of multiple unrelated exceptions.",
	Slots: Slots{New: newGroup, Str: groupStr},
	Methods: []Method{
		{Name: "message", Kind: ReadOnly, Fn: func(t *Thread, a []Value) (Value, error) {
			return obj(AsException(a[0]).group().msg), nil
		}},
		{Name: "exceptions", Kind: ReadOnly, Fn: func(t *Thread, a []Value) (Value, error) {
			return obj(AsException(a[0]).group().excs), nil
		}},
		{Name: "split", Sig: "matcher_value, /", Fn: groupSplit},
		{Name: "subgroup", Sig: "matcher_value, /", Fn: groupSubgroup},
		{Name: "derive", Sig: "excs, /", Fn: groupDerive},
		{Name: "__class_getitem__", Sig: "item, /", Kind: ClassMethod, Fn: classGetItemAlias},
	},
}

var exceptionGroupSpec = Spec{Name: "ExceptionGroup", Base: &BaseExceptionGroupType, Also: []*Type{&ExceptionType}}

func init() {
	Define(&BaseExceptionGroupType, &baseExceptionGroupSpec)
	Define(&ExceptionGroupType, &exceptionGroupSpec)
}

// group is what the exception group e holds; nil if e is none.
func (e *Exception) group() *GroupExtra {
	g, _ := e.extra.(*GroupExtra)
	return g
}

func newGroup(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	if n := len(args) - len(kwnames); n != 2 {
		return Value{}, t.TypeErrorf("BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", n)
	}
	msg := AsStr(args[0])
	if msg == nil {
		return Value{}, t.TypeErrorf("BaseExceptionGroup.__new__() argument 1 must be str, not %s", shownType(args[0], true))
	}
	if _, indexed := args[1].Type().Lookup(dunderNames[dunderGetItem]); !indexed || AsDict(args[1]) != nil {
		return Value{}, t.TypeErrorf("second argument (exceptions) must be a sequence")
	}
	excs, err := t.Collect(args[1])
	if err != nil {
		return Value{}, err
	}
	if len(excs) == 0 {
		return Value{}, t.ValueErrorf("second argument (exceptions) must be a non-empty sequence")
	}
	onlyExceptions := true
	for i, v := range excs {
		e := AsException(v)
		if e == nil {
			return Value{}, t.ValueErrorf("Item %d of second argument (exceptions) is not an exception", i)
		}
		onlyExceptions = onlyExceptions && e.typ.IsSubclass(&ExceptionType)
	}
	switch {
	case onlyExceptions:
		if cls == &BaseExceptionGroupType {
			cls = &ExceptionGroupType
		}
	case cls == &ExceptionGroupType:
		return Value{}, t.TypeErrorf("Cannot nest BaseExceptions in an ExceptionGroup")
	case cls.IsSubclass(&ExceptionType):
		return Value{}, t.TypeErrorf("Cannot nest BaseExceptions in '%s'", cls.Name)
	}
	return obj(&Exception{
		Hdr:   Hdr{cls},
		args:  []Value{args[0], args[1]},
		extra: &GroupExtra{msg, (*Tuple)(NewTuple(excs).p)},
	}), nil
}

// NewExceptionGroup makes a group of exceptions: an ExceptionGroup, or a
// BaseExceptionGroup if one of excs is no Exception.
func (t *Thread) NewExceptionGroup(msg string, excs []Value) *Exception {
	typ := &ExceptionGroupType
	for _, v := range excs {
		if !v.Type().IsSubclass(&ExceptionType) {
			typ = &BaseExceptionGroupType
		}
	}
	m := NewStrObj(msg)
	return &Exception{
		Hdr:   Hdr{typ},
		args:  []Value{obj(m), NewList(append([]Value(nil), excs...))},
		extra: &GroupExtra{m, (*Tuple)(NewTuple(excs).p)},
	}
}

func groupStr(t *Thread, v Value) (string, error) {
	g := AsException(v).group()
	return fmt.Sprintf("%s (%s)", g.msg.s, plural(len(g.excs.items), "sub-exception")), nil
}

// matcher decides which exceptions of a group are meant.
type matcher func(e *Exception) (bool, error)

// groupMatcher makes a matcher of a class, a tuple of classes or a function.
func (t *Thread) groupMatcher(v Value) (matcher, error) {
	if tuple := AsTuple(v); tuple != nil || AsType(v) != nil {
		if t.checkCatchable(v) == nil {
			return func(e *Exception) (bool, error) { return t.excMatches(e, v) }, nil
		}
	} else if v.Type().Call != nil {
		return func(e *Exception) (bool, error) {
			r, err := t.Call(v, obj(e))
			if err != nil {
				return false, err
			}
			return t.Truth(r)
		}, nil
	}
	return nil, t.TypeErrorf("expected an exception type, a tuple of exception types, or a callable (other than a class)")
}

func groupSplit(t *Thread, a []Value) (Value, error) {
	m, err := t.groupMatcher(a[1])
	if err != nil {
		return Value{}, err
	}
	match, rest, err := t.splitGroup(AsException(a[0]), m)
	return NewTuple([]Value{match, rest}), err
}

func groupSubgroup(t *Thread, a []Value) (Value, error) {
	m, err := t.groupMatcher(a[1])
	if err != nil {
		return Value{}, err
	}
	match, _, err := t.splitGroup(AsException(a[0]), m)
	return match, err
}

func groupDerive(t *Thread, a []Value) (Value, error) {
	return newGroup(t, &BaseExceptionGroupType, []Value{obj(AsException(a[0]).group().msg), a[1]}, nil)
}

// splitGroup divides e, a group or a part of one, into what matches and the
// rest; each is None if it would be empty. The structure of groups is kept.
func (t *Thread) splitGroup(e *Exception, m matcher) (match, rest Value, err error) {
	matches, err := m(e)
	if err != nil {
		return None, None, err
	}
	if matches {
		return obj(e), None, nil
	}
	g := e.group()
	if g == nil {
		return None, obj(e), nil
	}
	if err := t.enter(" in exceptiongroup_split_recursive"); err != nil {
		return None, None, err
	}
	defer t.leave()
	var in, out []Value
	for _, v := range g.excs.items {
		x, y, err := t.splitGroup(AsException(v), m)
		if err != nil {
			return None, None, err
		}
		if !x.IsNone() {
			in = append(in, x)
		}
		if !y.IsNone() {
			out = append(out, y)
		}
	}
	if match, err = t.derive(e, in); err != nil {
		return None, None, err
	}
	rest, err = t.derive(e, out)
	return match, rest, err
}

// derive makes a group of excs that is like e in everything else; None if there
// are none.
func (t *Thread) derive(e *Exception, excs []Value) (Value, error) {
	if len(excs) == 0 {
		return None, nil
	}
	f, err := t.GetAttr(obj(e), strDerive)
	if err != nil {
		return Value{}, err
	}
	v, err := t.Call(f, NewList(excs))
	if err != nil {
		return Value{}, err
	}
	d := AsException(v)
	if d == nil || d.group() == nil {
		return Value{}, t.TypeErrorf("derive must return an instance of BaseExceptionGroup")
	}
	d.tb, d.context = e.tb, e.context
	d.SetCause(e.cause) // which suppresses the context, as in CPython
	if notes, ok := e.attrs.get(names.notes); ok && (AsList(notes) != nil || AsTuple(notes) != nil) {
		list, err := t.Collect(notes)
		if err != nil {
			return Value{}, err
		}
		d.attrs.set(d.typ.rootShape(), names.notes, NewList(list))
	}
	return v, nil
}

var strDerive = NewStrObj("derive")
