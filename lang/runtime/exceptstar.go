package runtime

// except*: taking an exception group apart clause by clause, and what is raised
// when all clauses have run.

// starBegin begins the clauses for e: rest is what none has matched yet, raised
// an empty list for what their bodies raise.
func (t *Thread) starBegin(e *Exception) (rest, raised Value) { return obj(e), NewList(nil) }

// starMatch divides rest into the part that a clause with class handles, a group
// in any case or None, and what remains.
func (t *Thread) starMatch(rest, class Value) (match, remains Value, err error) {
	if err := t.checkCatchable(class); err != nil {
		return None, rest, err
	}
	list := []Value{class}
	if tuple := AsTuple(class); tuple != nil {
		list = tuple.items
	}
	for _, c := range list {
		if AsType(c).IsSubclass(&BaseExceptionGroupType) {
			return None, rest, t.TypeErrorf("catching ExceptionGroup with except* is not allowed. Use except instead.")
		}
	}
	e := AsException(rest)
	if e == nil {
		return None, None, nil
	}
	if e.group() != nil {
		return t.splitGroup(e, func(e *Exception) (bool, error) { return t.excMatches(e, class) })
	}
	matches, err := t.excMatches(e, class)
	if err != nil || !matches {
		return None, rest, err
	}
	// A naked exception: the body sees it as a group.
	g := t.NewExceptionGroup("", []Value{rest})
	g.args[1] = obj(g.group().excs)
	return obj(g), None, nil
}

// starEnd is the exception to raise at the end, or None: from rest, which no
// clause matched, and from what the bodies raised. What they raised again, and
// rest, keep their places in the structure of orig.
func (t *Thread) starEnd(rest Value, raised *List, orig *Exception) (Value, error) {
	all := append([]Value(nil), raised.items...)
	if !rest.IsNone() {
		all = append(all, rest)
	}
	if len(all) == 0 {
		return None, nil
	}
	if orig.group() == nil {
		return all[0], nil
	}
	var fresh []Value
	again := map[*Exception]bool{}
	for _, v := range all {
		e := AsException(v)
		if sameMetadata(e, orig) {
			e.eachLeaf(func(leaf *Exception) { again[leaf] = true })
		} else {
			fresh = append(fresh, v)
		}
	}
	if len(again) > 0 {
		kept, _, err := t.splitGroup(orig, func(e *Exception) (bool, error) { return again[e], nil })
		if err != nil || len(fresh) == 0 {
			return kept, err
		}
		fresh = append(fresh, kept)
	}
	if len(fresh) == 1 {
		return fresh[0], nil
	}
	return obj(t.NewExceptionGroup("", fresh)), nil
}

// sameMetadata says whether the group e is a part of orig, raised again. Notes added
// since do not count, as in CPython, and are lost.
func sameMetadata(e, orig *Exception) bool {
	return e.group() != nil && e.tb == orig.tb && e.cause == orig.cause && e.context == orig.context
}

// eachLeaf calls f with the exceptions in e that are no groups.
func (e *Exception) eachLeaf(f func(*Exception)) {
	for todo := []*Exception{e}; len(todo) > 0; {
		e, todo = todo[len(todo)-1], todo[:len(todo)-1]
		g := e.group()
		if g == nil {
			f(e)
			continue
		}
		for _, v := range g.excs.items {
			todo = append(todo, AsException(v))
		}
	}
}
