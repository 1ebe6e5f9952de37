package runtime

// Context variables: every task has a context of its own, a copy of the one that
// was current where it was created.

// Context is a contextvars.Context. Its variables are a list that is never
// changed, so that copying a context copies a pointer. A nil *Context is a
// context without variables that nobody has asked for as an object.
type Context struct {
	Hdr
	vars    []contextVar // replaced as a whole
	entered bool         // run() is under way, or something within
}

type contextVar struct {
	key *ContextVar
	val Value
}

// ContextVar is a contextvars.ContextVar.
type ContextVar struct {
	Hdr
	name string
	def  Value // Missing: none
}

// ContextToken is a contextvars.Token: what reset needs.
type ContextToken struct {
	Hdr
	ctx  *Context
	key  *ContextVar
	old  Value // Missing: it had no value
	used bool
}

// copy is a new context with the same variables; nil for one without any.
func (c *Context) copy() *Context {
	if c == nil || len(c.vars) == 0 {
		return nil
	}
	return &Context{Hdr: Hdr{&ContextType}, vars: c.vars}
}

func (c *Context) get(key *ContextVar) (Value, bool) {
	if c != nil {
		for i := range c.vars {
			if c.vars[i].key == key {
				return c.vars[i].val, true
			}
		}
	}
	return Value{}, false
}

// set gives a variable a value; Missing takes it away.
func (c *Context) set(key *ContextVar, val Value) {
	vars := make([]contextVar, 0, len(c.vars)+1)
	found := false
	for _, v := range c.vars {
		if v.key == key {
			if found = true; val.IsMissing() {
				continue
			}
			v.val = val
		}
		vars = append(vars, v)
	}
	if !found && !val.IsMissing() {
		vars = append(vars, contextVar{key, val})
	}
	c.vars = vars
}

// Context is the current context as an object.
func (t *Thread) Context() *Context {
	if t.ctx == nil {
		t.ctx = newContext()
	}
	return t.ctx
}

func newContext() *Context { return &Context{Hdr: Hdr{&ContextType}} }

// CopyContext is contextvars.copy_context.
func (t *Thread) CopyContext() *Context {
	c := newContext()
	if t.ctx != nil {
		c.vars = t.ctx.vars
	}
	return c
}

// Within runs f with ctx as the current context; a nil ctx is one without
// variables.
func (t *Thread) Within(ctx *Context, f func() (Value, error)) (Value, error) {
	outer := t.ctx
	t.ctx = ctx
	v, err := f()
	t.ctx = outer
	return v, err
}

// RunIn calls f in ctx, which must not be entered already: by another call around
// this one, or by the task or callback that runs.
func (t *Thread) RunIn(ctx *Context, f Value, args []Value, kwnames []*Str) (Value, error) {
	if ctx.entered || ctx == t.ctx {
		s, err := t.Repr(obj(ctx))
		if err != nil {
			return Value{}, err
		}
		return Value{}, t.RuntimeErrorf("cannot enter context: %s is already entered", s)
	}
	leave := t.stayEntered()
	ctx.entered = true
	v, err := t.Within(ctx, func() (Value, error) { return t.CallKw(f, args, kwnames) })
	ctx.entered = false
	leave()
	return v, err
}

// stayEntered has the current context count as entered while another one is current,
// until the function that it returns is called.
func (t *Thread) stayEntered() (leave func()) {
	c := t.ctx
	if c == nil || c.entered {
		return func() {}
	}
	c.entered = true
	return func() { c.entered = false }
}
