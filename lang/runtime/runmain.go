package runtime

// Running a main coroutine: asyncio.run and what it does at its end.

// Runner is what asyncio.run and asyncio.Runner do: a loop of their own, the
// tasks run on it, and an end that leaves nothing behind.
type Runner struct {
	Loop *EventLoop
	set  bool // set_event_loop was called for it
}

// Open makes the runner's loop, which becomes the current one.
func (r *Runner) Open(t *Thread) error {
	v, err := t.NewEventLoop()
	if err == nil {
		r.Loop, err = t.policyLoop(v)
	}
	if err != nil {
		return err
	}
	r.set = true
	return t.SetEventLoop(v)
}

// Run runs coro as a task and returns its result. Ctrl-C cancels that task; when
// it then ends by CancelledError, KeyboardInterrupt is raised.
func (r *Runner) Run(t *Thread, coro Value, ctx *Context) (Value, error) {
	made, err := r.Loop.MakeTask(t, coro, Missing, ctx)
	if err != nil {
		return Value{}, err
	}
	vm := t.VM
	outer, count := vm.runner, vm.interrupts
	if t.strand == nil {
		vm.runner, vm.interrupts = made, 0
	}
	v, err := r.Loop.runByMethod(t, made)
	interrupted := vm.interrupts > 0
	if t.strand == nil {
		vm.runner, vm.interrupts = outer, count
	}
	if interrupted && Is(err, &CancelledErrorType) && t.strand == nil {
		if task := AsTask(made); task != nil && task.Uncancel() == 0 {
			return Value{}, &Exception{Hdr: Hdr{&KeyboardInterruptType}}
		}
	}
	return v, err
}

// Close cancels what is left, closes the async generators, waits for the strands
// and closes the loop.
// Meanwhile ended, what the run ended with, is the exception being handled.
func (r *Runner) Close(t *Thread, ended error) error {
	if e, ok := ended.(*Exception); ok {
		outer := t.exc
		t.exc = e
		defer func() { t.exc = outer }()
	}
	passing := t.passing
	el := r.Loop
	err := r.cancelAll(t)
	if err == nil {
		err = el.shutDown(t)
	}
	if fatal(err) {
		return err
	}
	if r.set {
		if serr := t.SetEventLoop(None); err == nil {
			err = serr
		}
	}
	if cerr := el.closeByMethod(t); err == nil {
		err = cerr
	}
	if err == nil {
		t.passing = passing
		return nil
	}
	if e, ok := err.(*Exception); ok && e != t.passing {
		t.chain(e) // raised here, not by a task
	}
	return t.Pass(err)
}

// shutDown runs the tasks of shutdown_asyncgens and shutdown_default_executor. When
// they have nothing to do and nobody would see them they only take their numbers.
func (el *EventLoop) shutDown(t *Thread) error {
	if el.plain() && el.unwatched() && el.q.Idle() && len(el.vm.strands) == 0 && !el.openAsyncgens() &&
		!el.closed && !el.stopping && t.running == nil && t.stop.Load() == 0 {
		el.asyncgensClosed, el.executorClosed = true, true
		el.agens = nil
		el.vm.futures += 2
		el.vm.tasks += 2
		return nil
	}
	for _, last := range [...]string{"shutdown_asyncgens", "shutdown_default_executor"} {
		coro, err := t.CallMethod(el.Value(), last)
		if err == nil {
			_, err = el.runByMethod(t, coro)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// openAsyncgens says whether an async generator begun on the loop has not ended.
func (el *EventLoop) openAsyncgens() bool {
	for _, g := range el.agens {
		if g.state != genDone {
			return true
		}
	}
	return false
}

// fatal says whether err ends the run.
func fatal(err error) bool {
	_, ok := err.(*Fatal)
	return ok
}

// cancelAll cancels the tasks that are left, waits for them, and tells the loop's
// exception handler of those that failed.
func (r *Runner) cancelAll(t *Thread) error {
	tasks := r.Loop.pending(0)
	if len(tasks) == 0 {
		return nil
	}
	children := make([]*Future, len(tasks))
	for i, task := range tasks {
		children[i] = &task.Future
		if _, err := task.Future.Cancel(t, Missing); err != nil {
			return err
		}
	}
	all, err := t.Gather(r.Loop, children, true)
	if err == nil {
		_, err = r.Loop.runByMethod(t, all.Value())
	}
	if err != nil {
		return err
	}
	for _, task := range tasks {
		if task.state != futureFinished || task.flags&flagFailed == 0 {
			continue
		}
		e := task.Exception()
		err := r.Loop.callHandler(t, "unhandled exception during asyncio.run() shutdown", e, "task", task.Value(), task.ctx)
		if err != nil {
			return err
		}
	}
	return nil
}

// RunCoroutine is asyncio.run.
func (t *Thread) RunCoroutine(coro Value) (Value, error) {
	if t.running != nil {
		return Value{}, t.RuntimeErrorf("asyncio.run() cannot be called from a running event loop")
	}
	ok, err := t.isCoroutine(coro)
	if err != nil {
		return Value{}, err
	}
	if !ok {
		s, err := t.Repr(coro)
		if err != nil {
			return Value{}, err
		}
		return Value{}, t.ValueErrorf("a coroutine was expected, got %s", s)
	}
	var r Runner
	if err := r.Open(t); err != nil {
		return Value{}, err
	}
	v, err := r.Run(t, coro, t.CopyContext())
	if fatal(err) {
		return Value{}, err
	}
	if cerr := r.Close(t, err); cerr != nil {
		return Value{}, cerr
	}
	return v, err
}

// shutdownAsyncgens is the body of loop.shutdown_asyncgens: it closes the async
// generators that are suspended, all at once.
type shutdownAsyncgens struct {
	el    *EventLoop
	agens []*Gen
	begun bool
}

func loopShutdownAsyncgens(t *Thread, args []Value) (NativeCoro, error) {
	return &shutdownAsyncgens{el: asLoop(args)}, nil
}

func (c *shutdownAsyncgens) Step(t *Thread, in Value, err error) (Value, Want, error) {
	if err != nil {
		return Value{}, Done, err
	}
	if !c.begun {
		c.begun = true
		c.el.asyncgensClosed = true
		for _, g := range c.el.agens {
			if g.state != genDone {
				c.agens = append(c.agens, g)
			}
		}
		c.el.agens = nil
		if len(c.agens) == 0 {
			return None, Done, nil
		}
		children := make([]*Future, len(c.agens))
		for i, g := range c.agens {
			closing, err := t.callMethodNamed(obj(g), "aclose")
			if err != nil {
				return Value{}, Done, err
			}
			if children[i], err = t.EnsureFuture(closing, c.el); err != nil {
				return Value{}, Done, err
			}
			children[i].flags |= flagQuiet
		}
		all, err := t.Gather(c.el, children, true)
		if err != nil {
			return Value{}, Done, err
		}
		return all.Value(), AwaitIt, nil
	}
	results := AsList(in).items
	for i, g := range c.agens {
		e := AsException(results[i])
		if e == nil || !e.typ.IsSubclass(&ExceptionType) {
			continue
		}
		s, err := t.Repr(obj(g))
		if err == nil {
			err = c.el.callHandler(t, "an error occurred during closing of asynchronous generator "+s, e, "asyncgen", obj(g), nil)
		}
		if err != nil {
			return Value{}, Done, err
		}
	}
	return None, Done, nil
}

// asyncgenStarted notes an async generator that is iterated for the first time,
// so that the loop's end closes it.
func (t *Thread) asyncgenStarted(g *Gen) {
	el := t.running
	if el == nil {
		return
	}
	if len(el.agens) == cap(el.agens) {
		kept := el.agens[:0]
		for _, x := range el.agens {
			if x.state != genDone {
				kept = append(kept, x)
			}
		}
		clear(el.agens[len(kept):])
		el.agens = kept
	}
	el.agens = append(el.agens, g)
}

// asyncgenDropped has a task close an async generator that nobody can reach any
// more.
func (t *Thread) asyncgenDropped(g *Gen) {
	el := t.running
	if el == nil || el.closed {
		return
	}
	for i, x := range el.agens {
		if x == g {
			el.agens = append(el.agens[:i], el.agens[i+1:]...)
			break
		}
	}
	el.q.Soon(&closeAsyncgen{el, g, t.CopyContext()})
}

// closeAsyncgen makes the task that closes a dropped async generator, in the context
// that it was dropped in.
type closeAsyncgen struct {
	el  *EventLoop
	g   *Gen
	ctx *Context
}

func (c *closeAsyncgen) Run(t *Thread) error {
	coro, err := t.callMethodNamed(obj(c.g), "aclose")
	if err == nil {
		_, err = t.Within(c.ctx, func() (Value, error) {
			_, err := c.el.CreateTask(t, coro, Missing, nil)
			return None, err
		})
	}
	return err
}
