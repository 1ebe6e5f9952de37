package stdlib

import (
	rt "github.com/coro-lang/coro/lang/runtime"
)

// functools.lru_cache and cache: functions that remember their results.

var lruCacheType rt.Type

// lruWrapper is a function with a cache: a dict in the order of last use.
type lruWrapper struct {
	rt.Hdr
	fn           rt.Value
	maxSize      int // negative: no bound
	typed        bool
	hits, misses int64
	cache        *rt.Dict
	attrs        *rt.Attrs
}

func asLRU(v rt.Value) *lruWrapper { return rt.As[lruWrapper](v, &lruCacheType) }

// keywordMark stands between positional and keyword arguments in keys.
var keywordMark = rt.NewStaticMethod(rt.None)

var lruCacheSpec = rt.Spec{
	Name: "_lru_cache_wrapper", Module: "functools", Dotted: true, Layout: true, NoNew: true, Final: true, Attrs: true,
	AttrsOf: func(v rt.Value) **rt.Attrs { return &asLRU(v).attrs },
	Slots: rt.Slots{
		Call: func(t *rt.Thread, v rt.Value, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
			return asLRU(v).call(t, args, kwnames)
		},
		DescrGet: func(_ *rt.Thread, d, inst rt.Value, _ *rt.Type) (rt.Value, error) {
			if inst.IsMissing() {
				return d, nil
			}
			return rt.NewBoundMethod(d, inst), nil
		},
	},
	Methods: []rt.Method{
		{Name: "cache_info", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return asLRU(a[0]).info(t) }},
		{Name: "cache_clear", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			w := asLRU(a[0])
			w.hits, w.misses = 0, 0
			w.cache.Clear()
			return rt.None, nil
		}},
		{Name: "__copy__", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) { return a[0], nil }},
		{Name: "__deepcopy__", Sig: "memo, /", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) { return a[0], nil }},
	},
}

func init() {
	rt.Define(&lruCacheType, &lruCacheSpec)
}

func lruCache(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	maxSize, typed := 128, a[1].Or(rt.False)
	isTyped, err := t.Truth(typed)
	if err != nil {
		return rt.Value{}, err
	}
	size := a[0].Or(rt.Int(128))
	switch {
	case size.Type().IsSubclass(&rt.IntType):
		n, err := t.IntArg(size)
		if err != nil {
			return rt.Value{}, err
		}
		maxSize = int(max(n, 0))
	case size.IsNone():
		maxSize = -1
	case rt.Callable(size):
		return newLRU(t, size, 128, isTyped)
	default:
		return rt.Value{}, t.TypeErrorf("Expected first argument to be an integer, a callable, or None")
	}
	row := &rt.Method{Name: "decorating_function", Sig: "user_function", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		return newLRU(t, a[0], maxSize, isTyped)
	}}
	return rt.NewBuiltin("functools", row), nil
}

func unboundedCache(t *rt.Thread, a []rt.Value) (rt.Value, error) { return newLRU(t, a[0], -1, false) }

func newLRU(t *rt.Thread, fn rt.Value, maxSize int, typed bool) (rt.Value, error) {
	if !rt.Callable(fn) {
		return rt.Value{}, t.TypeErrorf("the first argument must be callable")
	}
	w := &lruWrapper{fn: fn, maxSize: maxSize, typed: typed, cache: rt.NewDict()}
	w.Init(&lruCacheType)
	v := rt.ObjectValue(w)
	size := rt.None
	if maxSize >= 0 {
		size = rt.Int(int64(maxSize))
	}
	params := rt.NewBuiltin("functools", &rt.Method{Name: "<lambda>", Fn: func(*rt.Thread, []rt.Value) (rt.Value, error) {
		d := rt.NewDict()
		d.SetStr("maxsize", size)
		d.SetStr("typed", rt.Bool(typed))
		return d.Value(), nil
	}})
	if err := t.SetAttr(v, t.VM.Intern("cache_parameters"), params); err != nil {
		return rt.Value{}, err
	}
	return updateWrapper(t, []rt.Value{v, fn, rt.Missing, rt.Missing})
}

// key is the arguments as one key: a lone int or str is its own.
func (w *lruWrapper) key(args []rt.Value, kwnames []*rt.Str) rt.Value {
	if len(args) == 1 && len(kwnames) == 0 && !w.typed {
		if typ := args[0].Type(); typ == &rt.IntType || typ == &rt.StrType {
			return args[0]
		}
	}
	npos := len(args) - len(kwnames)
	key := make([]rt.Value, 0, 2*len(args)+1)
	key = append(key, args[:npos]...)
	if len(kwnames) > 0 {
		key = append(key, keywordMark)
		for i, k := range kwnames {
			key = append(key, k.Value(), args[npos+i])
		}
	}
	if w.typed {
		for _, a := range args {
			key = append(key, a.Type().Value())
		}
	}
	return rt.NewTuple(key)
}

func (w *lruWrapper) call(t *rt.Thread, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
	if w.maxSize == 0 {
		w.misses++
		return t.CallKw(w.fn, args, kwnames)
	}
	key := w.key(args, kwnames)
	h, err := t.KeyHash(key)
	if err != nil {
		return rt.Value{}, err
	}
	v, ok, err := w.cache.Use(t, key, h, w.maxSize > 0)
	if err != nil {
		return rt.Value{}, err
	}
	if ok {
		w.hits++
		return v, nil
	}
	w.misses++
	// The arguments lie on the stack, which the call may move.
	if v, err = t.CallKw(w.fn, append([]rt.Value(nil), args...), kwnames); err != nil {
		return rt.Value{}, err
	}
	// The call may have filled the cache with the same key.
	if _, ok, err = w.cache.GetHashed(t, key, h); err != nil || ok {
		return v, err
	}
	if w.maxSize > 0 && w.cache.Len() >= w.maxSize {
		w.cache.PopFirst()
	}
	return v, w.cache.SetHashed(t, key, h, v)
}

type cacheInfoClass struct{ class rt.Value }

// info is cache_info: a named tuple, whose class is the run's.
func (w *lruWrapper) info(t *rt.Thread) (rt.Value, error) {
	c := rt.State(t.VM, &lruCacheType, func() *cacheInfoClass { return &cacheInfoClass{rt.Missing} })
	if c.class.IsMissing() {
		var err error
		c.class, err = namedTuple(t, []rt.Value{
			rt.NewStr("CacheInfo"), rt.NewStr("hits misses maxsize currsize"), rt.False, rt.None, rt.NewStr("functools"),
		})
		if err != nil {
			return rt.Value{}, err
		}
	}
	size := rt.None
	if w.maxSize >= 0 {
		size = rt.Int(int64(w.maxSize))
	}
	return rt.NewTupleOf(rt.AsType(c.class), []rt.Value{rt.Int(w.hits), rt.Int(w.misses), size, rt.Int(int64(w.cache.Len()))}), nil
}
