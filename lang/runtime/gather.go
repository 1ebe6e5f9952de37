package runtime

// Gather is asyncio.gather of futures: a future of the list of their results, in
// their order. With collect set, exceptions are results too; otherwise the first
// one fails the gathering future.
func (t *Thread) Gather(el *EventLoop, children []*Future, collect bool) (*Future, error) {
	t.VM.futures++
	outer := &Future{Hdr: Hdr{&GatheringFutureType}, number: t.VM.futures, loop: el}
	outer.ext = &futureExt{children: children}
	g := &gathering{outer: outer, collect: collect}
	var done []*Future
	seen := map[*Future]bool{}
	for _, c := range children {
		if len(children) > 1 && seen[c] {
			continue
		}
		seen[c] = true
		g.left++
		if c.Done() {
			done = append(done, c)
		} else {
			c.AddCallback(&gatheredChild{g, c})
		}
	}
	for _, c := range done {
		if err := g.finished(t, c); err != nil {
			return nil, err
		}
	}
	return outer, nil
}

// gathering is what the children of a gather report to.
type gathering struct {
	outer   *Future
	left    int // children that have not reported
	collect bool
}

// gatheredChild is the callback of one child.
type gatheredChild struct {
	g     *gathering
	child *Future
}

func (c *gatheredChild) Run(t *Thread) error { return c.g.finished(t, c.child) }

// CallbackName is how asyncio's own callback is called.
func (c *gatheredChild) CallbackName() string { return "gather.<locals>._done_callback" }

func (g *gathering) finished(t *Thread, child *Future) error {
	g.left--
	outer := g.outer
	if outer.Done() {
		if child.state == futureFinished {
			child.Exception() // it counts as retrieved
		}
		return nil
	}
	if !g.collect {
		if child.state == futureCancelled {
			outer.SetException(t, child.cancelledError(t))
			return nil
		}
		if e := child.Exception(); e != nil {
			outer.SetException(t, e)
			return nil
		}
	}
	if g.left > 0 {
		return nil
	}
	children := outer.ext.children
	last := children[len(children)-1]
	if outer.flags&flagCancelAsked != 0 {
		for _, c := range children {
			if c.state == futureFinished {
				c.Exception()
			}
		}
		outer.SetException(t, last.cancelledError(t))
		return nil
	}
	results := make([]Value, len(children))
	for i, c := range children {
		switch {
		case c.state == futureCancelled:
			msg := c.message()
			if msg == (Value{}) {
				msg = NewStr("")
			}
			results[i] = t.newCancelled(msg).Value()
		case c.flags&flagFailed != 0:
			results[i] = c.Exception().Value()
		default:
			results[i] = c.val
		}
	}
	outer.SetResult(NewList(results))
	return nil
}
