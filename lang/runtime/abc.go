package runtime

import "sort"

// Abstract base classes: the metaclass ABCMeta, abstract methods, virtual
// subclasses.

// ABCMetaType is abc.ABCMeta, ABCType abc.ABC.
var ABCMetaType, ABCType Type

// abcState is what an abstract base class of a run knows about other classes.
type abcState struct {
	registry []*Type
	cache    map[*Type]bool
	epoch    uint32 // cache is for this state of all registries
}

// abcRun are the abstract base classes' states of one run.
type abcRun struct {
	states map[*Type]*abcState
	epoch  uint32
}

var abcMetaSpec = Spec{
	Name: "ABCMeta", Module: "abc", Base: &TypeType,
	Doc: "Metaclass for defining Abstract Base Classes (ABCs).",
	Methods: []Method{
		{Name: "register", Sig: "subclass", Fn: abcRegister},
		{Name: "__instancecheck__", Sig: "instance", Fn: func(t *Thread, a []Value) (Value, error) {
			ok, err := t.abcInstance(AsType(a[0]), a[1])
			return Bool(ok), err
		}},
		{Name: "__subclasscheck__", Sig: "subclass", Fn: func(t *Thread, a []Value) (Value, error) {
			sub := AsType(a[1])
			if sub == nil {
				return Value{}, t.TypeErrorf("issubclass() arg 1 must be a class")
			}
			ok, err := t.abcSubclass(AsType(a[0]), sub)
			return Bool(ok), err
		}},
	},
}

var abcSpec = Spec{
	Name: "ABC", Module: "abc",
	Doc: "Helper class that provides a standard way to create an ABC using\ninheritance.\n",
}

func init() {
	Define(&ABCMetaType, &abcMetaSpec)
	Define(&ABCType, &abcSpec)
	ABCType.Hdr.typ = &ABCMetaType
	ABCType.flags |= flagABC
}

// isAbstract says whether v is marked by @abstractmethod.
func (t *Thread) isAbstract(v Value) (bool, error) {
	switch v.Type() {
	case &IntType, &StrType, &NoneType:
		return false, nil
	}
	x, ok, err := t.LookupAttr(v, names.isAbstract)
	if err != nil || !ok {
		return false, err
	}
	return t.Truth(x)
}

// MarkAbstract finds the abstract methods that the class typ still has.
func (t *Thread) MarkAbstract(typ *Type) error {
	found := map[string]bool{}
	for _, key := range typ.dict.Keys() {
		name := AsStr(key)
		if name == nil {
			continue
		}
		v, _ := typ.dict.getStr(name)
		abstract, err := t.isAbstract(v)
		if err != nil {
			return err
		}
		if abstract {
			found[name.s] = true
		}
	}
	for _, b := range typ.bases {
		for _, name := range b.abstractMethods() {
			v, ok := typ.Lookup(NewStrObj(name))
			if !ok {
				continue
			}
			abstract, err := t.isAbstract(v)
			if err != nil {
				return err
			}
			if abstract {
				found[name] = true
			}
		}
	}
	items := AsList(sortedNames(found)).items
	set := newFrozenSet()
	for _, name := range items {
		if err := set.d.Set(t, name, None); err != nil {
			return err
		}
	}
	return setTypeAbstractMethods(t, obj(typ), obj(set))
}

func newFrozenSet() *Set {
	return &Set{Hdr: Hdr{&FrozenSetType}}
}

// abstractMethods are the names of the class's abstract methods, in order.
func (typ *Type) abstractMethods() []string {
	if typ.flags&flagAbstract == 0 {
		return nil
	}
	v, _ := typ.dict.getStr(names.abstractMethods)
	var list []string
	if s := AsSet(v); s != nil {
		for _, name := range s.d.Keys() {
			if str := AsStr(name); str != nil {
				list = append(list, str.s)
			}
		}
	}
	sort.Strings(list)
	return list
}

func typeAbstractMethods(t *Thread, a []Value) (Value, error) {
	typ := AsType(a[0])
	if typ.dict != nil {
		if v, ok := typ.dict.getStr(names.abstractMethods); ok {
			return v, nil
		}
	} else if typ.flags&flagABC != 0 {
		return newFrozenSet().Value(), nil
	}
	return Value{}, t.noAbstractMethods(a[0])
}

func (t *Thread) noAbstractMethods(cls Value) error {
	return t.attributeErrorf(cls, names.abstractMethods, "__abstractmethods__")
}

func setTypeAbstractMethods(t *Thread, self, val Value) error {
	typ := AsType(self)
	if val.IsMissing() && typ.dict != nil && typ.dict.delStr(names.abstractMethods) {
		typ.flags &^= flagAbstract
		return nil
	}
	if typ.dict == nil || val.IsMissing() {
		return t.noAbstractMethods(self)
	}
	typ.dict.setStr(names.abstractMethods, val)
	typ.flags &^= flagAbstract
	some, err := t.Truth(val)
	if some {
		typ.flags |= flagAbstract
	}
	return err
}

func (t *Thread) abcRun() *abcRun {
	return State(t.VM, &ABCMetaType, func() *abcRun { return &abcRun{states: map[*Type]*abcState{}} })
}

// state is what cls knows, with its cache valid.
func (r *abcRun) state(cls *Type) *abcState {
	s := r.states[cls]
	if s == nil {
		s = &abcState{}
		r.states[cls] = s
	}
	if s.cache == nil || s.epoch != r.epoch {
		s.cache, s.epoch = map[*Type]bool{}, r.epoch
	}
	return s
}

// ABCCacheToken is abc.get_cache_token: it changes with every register() of an abstract
// base class.
func (t *Thread) ABCCacheToken() Value { return Int(int64(t.abcRun().epoch)) }

func abcRegister(t *Thread, a []Value) (Value, error) {
	cls, sub := AsType(a[0]), AsType(a[1])
	if sub == nil {
		return Value{}, t.TypeErrorf("Can only register classes")
	}
	is, err := t.IsSubclass(sub, obj(cls))
	if err != nil || is {
		return a[1], err
	}
	cycle, err := t.IsSubclass(cls, obj(sub))
	if err != nil {
		return Value{}, err
	}
	if cycle {
		return Value{}, t.RuntimeErrorf("Refusing to create an inheritance cycle")
	}
	r := t.abcRun()
	s := r.state(cls)
	s.registry = append(s.registry, sub)
	r.epoch++
	if f := cls.collection(); f != 0 && sub.flags&flagHeap != 0 {
		sub.flags = sub.flags&^(flagSequence|flagMapping) | f
	}
	return a[1], nil
}

// abcSubclass says whether sub is a subclass of the abstract base class cls:
// derived, claimed by __subclasshook__, or registered.
func (t *Thread) abcSubclass(cls, sub *Type) (bool, error) {
	if sub == cls {
		return true, nil
	}
	r := t.abcRun()
	if is, ok := r.state(cls).cache[sub]; ok {
		return is, nil
	}
	if err := t.enter(" in __subclasscheck__"); err != nil {
		return false, err
	}
	defer t.leave()
	is, err := t.abcSearch(r, cls, sub)
	if err == nil {
		r.state(cls).cache[sub] = is
	}
	return is, err
}

func (t *Thread) abcSearch(r *abcRun, cls, sub *Type) (bool, error) {
	hook, ok, err := t.findTypeAttr(cls, names.subclassHook)
	if err != nil {
		return false, err
	}
	if ok {
		v, err := t.Call(hook, obj(sub))
		if err != nil {
			return false, err
		}
		if !v.IsNotImplemented() {
			return t.Truth(v)
		}
	}
	if sub.IsSubclass(cls) {
		return true, nil
	}
	for _, list := range [][]*Type{r.state(cls).registry, cls.subs} {
		for _, c := range list {
			if is, err := t.IsSubclass(sub, obj(c)); err != nil || is {
				return is, err
			}
		}
	}
	return false, nil
}

// IsABC says whether the class's metaclass is ABCMeta or derived from it.
func (typ *Type) IsABC() bool { return typ.flags&flagABC != 0 }
