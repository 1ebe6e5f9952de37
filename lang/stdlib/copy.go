package stdlib

import (
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// copy is written in the language, but for what only Go sees of an object: the struct
// behind it.

//go:embed source/copy.py
var copySource string

var copyModule = rt.ModuleDef{
	Name: "copy", Source: copySource,
	Funcs: []rt.Method{
		{Name: "_layout", Sig: "x, /", Fn: copyLayout},
		{Name: "_fill", Sig: "y, x, each, deep, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			c := &copying{t: t, each: a[2], deep: a[3] == rt.True}
			return rt.None, c.fill(a[1], a[0])
		}},
	},
}

func init() {
	rt.RegisterModule(&copyModule)
}

// copyLayout is the builtin type that an object is made as, if its constructor, its items
// and its attributes make it again; None if what _fill copies is needed besides.
func copyLayout(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	x := a[0]
	name := x.Type().Name
	switch layout := x.Type().Layout(); layout {
	case &rt.ObjectType, &rt.ListType, &rt.DictType, &rt.SetType, &rt.TupleType,
		&rt.FrozenSetType, &rt.IntType, &rt.FloatType, &rt.StrType, &rt.BytesType:
		return layout.Value(), nil
	case &LockType, &EventType, &ConditionType, &SemaphoreType, &QueueType, &BarrierType:
		return rt.None, nil
	// What in CPython is written in Python is said not to be copied for what it holds.
	case &threadEventType, &threadSemaphoreType:
		name = threadLockType.Name
	case &threadConditionType:
		if lock := rt.ObjectOf[threadCondition](x).lock; lock != nil {
			name = lock.Type().Name
		}
	case &threadType:
		name = "_thread._ThreadHandle"
	}
	return rt.Value{}, t.TypeErrorf("cannot pickle '%s' object", name)
}

// copying copies what asyncio's primitives keep in their structs, where CPython's have
// attributes.
type copying struct {
	t    *rt.Thread
	each rt.Value // the function that copies a part
	deep bool
}

// fill gives y, which is fresh, the state of x, of the same class.
func (c *copying) fill(x, y rt.Value) (err error) {
	switch x.Type().Layout() {
	case &LockType:
		from, to := rt.ObjectOf[lock](x), rt.ObjectOf[lock](y)
		to.locked, to.owner = from.locked, from.owner
		err = c.waiting(x, &from.queue)
	case &EventType:
		from, to := rt.ObjectOf[event](x), rt.ObjectOf[event](y)
		to.set = from.set
		err = c.waiting(x, &from.queue)
	case &SemaphoreType:
		from, to := rt.ObjectOf[semaphore](x), rt.ObjectOf[semaphore](y)
		to.value, to.bound = from.value, from.bound
		to.holders = append(to.holders, from.holders...)
		err = c.waiting(x, &from.queue)
	case &ConditionType:
		from, to := rt.ObjectOf[condition](x), rt.ObjectOf[condition](y)
		if err = c.waiting(x, &from.queue); err == nil {
			to.lock, err = c.copied(from.lock)
		}
	case &QueueType:
		err = c.queue(rt.ObjectOf[queue](x), rt.ObjectOf[queue](y))
	case &BarrierType:
		from, to := rt.ObjectOf[barrier](x), rt.ObjectOf[barrier](y)
		to.parties, to.count, to.state = from.parties, from.count, from.state
		to.cond = from.cond
		if c.deep {
			var cond rt.Value
			if cond, err = c.copied(rt.ObjectValue(from.cond)); err == nil {
				to.cond = rt.ObjectOf[condition](cond)
			}
		}
	default:
		panic("unimplemented: copy of " + x.Type().Name)
	}
	if loop := rt.ObjectOf[syncBase](x).loop; err == nil && loop != nil {
		var v rt.Value
		if v, err = c.copied(loop.Value()); err == nil {
			rt.ObjectOf[syncBase](y).loop = rt.AsLoop(v)
		}
	}
	return err
}

func (c *copying) copied(part rt.Value) (rt.Value, error) { return c.t.Call(c.each, part) }

// waiting finds fault with those who wait for x: a future cannot be copied, and a shallow
// copy would share them with x.
func (c *copying) waiting(x rt.Value, l *waiters) error {
	if !l.any() {
		return nil
	}
	if !c.deep {
		return c.t.TypeErrorf("cannot pickle '%s' object", x.Type().Name)
	}
	for _, w := range l.values() {
		if _, err := c.copied(w); err != nil {
			return err
		}
	}
	return nil
}

// queue copies a queue; a shallow copy has the same items for good.
func (c *copying) queue(from, to *queue) (err error) {
	for _, l := range []*waiters{&from.getters, &from.putters, &from.finished.queue} {
		if err := c.waiting(rt.ObjectValue(from), l); err != nil {
			return err
		}
	}
	if from.self != nil {
		to.self = to
	}
	to.kind, to.max, to.limit = from.kind, from.max, from.limit
	to.undone, to.shut = from.undone, from.shut
	to.finished.set = from.finished.set
	to.finished.Init(&EventType)
	switch {
	case !c.deep || from.own.IsMissing():
		to.own = from.own
	case from.simple:
		to.simple = true
		to.begin()
		for _, item := range from.items.items() {
			if item, err = c.copied(item); err != nil {
				return err
			}
			to.items.append(item)
		}
	default:
		to.own, err = c.copied(from.own)
	}
	return err
}
