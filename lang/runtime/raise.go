package runtime

// Raising and matching: what the raise statement and except clauses check.

// makeException turns what a program raises, an exception or a class of them,
// into an exception.
func (t *Thread) makeException(v Value) (*Exception, error) {
	if e := AsException(v); e != nil {
		return e, nil
	}
	cls := AsType(v)
	if cls == nil || cls.flags&flagExc == 0 {
		return nil, t.TypeErrorf("exceptions must derive from BaseException")
	}
	r, err := t.CallKw(v, nil, nil)
	if err != nil {
		return nil, err
	}
	e := AsException(r)
	if e == nil {
		s, err := t.Repr(v)
		if err != nil {
			return nil, err
		}
		kind, err := t.Repr(obj(r.Type()))
		if err != nil {
			return nil, err
		}
		return nil, t.TypeErrorf("calling %s should have returned an instance of BaseException, not %s", s, kind)
	}
	return e, nil
}

// makeCause turns what stands after from in a raise statement into an exception.
func (t *Thread) makeCause(v Value) (*Exception, error) {
	if c := AsType(v); AsException(v) == nil && (c == nil || c.flags&flagExc == 0) {
		return nil, t.TypeErrorf("exception causes must derive from BaseException")
	}
	return t.makeException(v)
}

// chain makes the exception being handled the context of e, which is about to be
// raised. If e is among the contexts of the former already, it is taken out
// there: contexts never form a circle.
func (t *Thread) chain(e *Exception) {
	handled := t.exc
	if handled == nil || handled == e {
		return
	}
	// A program can have made a circle by hand that does not contain e: the slow
	// pointer finds it out.
	slow := handled
	for o, step := handled, 0; o.context != nil; step++ {
		if o.context == e {
			o.context = nil
			break
		}
		o = o.context
		if o == slow {
			break
		}
		if step%2 == 1 {
			slow = slow.context
		}
	}
	e.context = handled
}

// RaiseFrom is what Go code does for raise e from cause where it has caught one
// that it raised itself: the exception being handled is the context of caught, and
// caught is that of e.
func (t *Thread) RaiseFrom(e, cause, caught *Exception) *Exception {
	t.chain(caught)
	e.SetCause(cause)
	e.SetContext(caught)
	t.passing = e
	return e
}

// Reraise is what Go code does for raise e where it has kept an e that it caught:
// the exception being handled now becomes the context.
func (t *Thread) Reraise(e *Exception) *Exception {
	t.chain(e)
	return e
}

// Pass is what Go code does with an exception that it kept while something else was
// awaited and that now goes on, as one does after a finally: its context stays.
func (t *Thread) Pass(err error) error {
	if e, ok := err.(*Exception); ok {
		t.passing = e
	}
	return err
}

// excMatches says whether an except clause with class catches e.
func (t *Thread) excMatches(e *Exception, class Value) (bool, error) {
	if c := exact[Type](class, &TypeType); c != nil && c.flags&flagExc != 0 {
		return e.typ.IsSubclass(c), nil
	}
	if err := t.checkCatchable(class); err != nil {
		return false, err
	}
	if c := AsType(class); c != nil {
		return e.typ.IsSubclass(c), nil
	}
	for _, c := range AsTuple(class).items {
		if e.typ.IsSubclass(AsType(c)) {
			return true, nil
		}
	}
	return false, nil
}

// checkCatchable checks the class or tuple of classes of an except clause.
func (t *Thread) checkCatchable(class Value) error {
	list := []Value{class}
	if tuple := AsTuple(class); tuple != nil {
		list = tuple.items
	}
	for _, v := range list {
		if c := AsType(v); c == nil || c.flags&flagExc == 0 {
			return t.TypeErrorf("catching classes that do not inherit from BaseException is not allowed")
		}
	}
	return nil
}
