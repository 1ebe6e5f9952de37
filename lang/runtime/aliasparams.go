package runtime

// Type variables in annotations: what list[T] | None takes in brackets, and what it
// is with that put in.

var (
	nameTypingSubst = NewStrObj("__typing_subst__")
	nameParameters  = NewStrObj("__parameters__")
)

// typeParameters are the type variables in the arguments of an annotation, each
// once, in order.
func (t *Thread) typeParameters(args []Value) ([]Value, error) {
	var found []Value
	for _, arg := range args {
		inner, err := t.parametersOf(arg)
		if err != nil {
			return nil, err
		}
		for _, p := range inner {
			if seen, err := t.among(found, p); err != nil {
				return nil, err
			} else if !seen {
				found = append(found, p)
			}
		}
	}
	return found, nil
}

// parametersOf are the type variables of one argument, which may be one itself.
func (t *Thread) parametersOf(arg Value) ([]Value, error) {
	if AsType(arg) != nil {
		return nil, nil
	}
	if _, is := arg.Type().Lookup(nameTypingSubst); is {
		return []Value{arg}, nil
	}
	v, _, err := t.LookupAttr(arg, nameParameters)
	if tuple := AsTuple(v); tuple != nil {
		return tuple.items, err
	}
	return nil, err
}

// substitute is the arguments of the annotation v with what stands in the brackets
// behind it put in for its type variables.
func (t *Thread) substitute(v Value, args []Value, key Value) ([]Value, error) {
	params, err := t.typeParameters(args)
	if err != nil {
		return nil, err
	}
	given := []Value{key}
	if tuple := AsTuple(key); tuple != nil {
		given = tuple.items
	}
	if len(params) == 0 || len(given) != len(params) {
		shown, err := t.Repr(v)
		switch {
		case err != nil:
		case len(params) == 0:
			err = t.TypeErrorf("%s is not a generic class", shown)
		case len(given) < len(params):
			err = t.TypeErrorf("Too few arguments for %s; actual %d, expected at least %d", shown, len(given), len(params))
		default:
			err = t.TypeErrorf("Too many arguments for %s; actual %d, expected %d", shown, len(given), len(params))
		}
		return nil, err
	}
	out := make([]Value, len(args))
	for i, arg := range args {
		if out[i], err = t.substituteIn(arg, params, given); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// substituteIn is one argument with given put in for the type variables params.
func (t *Thread) substituteIn(arg Value, params, given []Value) (Value, error) {
	own, err := t.parametersOf(arg)
	if err != nil || len(own) == 0 {
		return arg, err
	}
	var put []Value
	for _, p := range own {
		for i := range params {
			if eq, err := t.Equal(p, params[i]); err != nil {
				return Value{}, err
			} else if eq {
				put = append(put, given[i])
				break
			}
		}
	}
	if _, is := arg.Type().Lookup(nameTypingSubst); is {
		v, _, err := t.CallSpecial(arg, nameTypingSubst, put...)
		return v, err
	}
	return t.GetItem(arg, NewTuple(put))
}
