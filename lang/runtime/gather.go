package runtime

// Gather is asyncio.gather of futures: a future of the list of their results, in
// their order. With collect set, exceptions are results too; otherwise the first
// one fails the gathering future.
func (t *Thread) Gather(el *EventLoop, children []*Future, collect bool) (*Future, error) {
	g := NewGathering(len(children), collect)
	for _, c := range children {
		g.Add(c)
	}
	return g.Future(t, el)
}

// Gathering is a gather whose children come one by one, as those of asyncio.gather
// do: each reports from when it is added, also if there never is a future.
type Gathering struct {
	outer    *Future // nil until all are added
	children []*Future
	done     []*Future // those that were done when they were added
	seen     map[*Future]bool
	left     int // children that have not reported
	collect  bool
}

// NewGathering begins a gather of n children.
func NewGathering(n int, collect bool) *Gathering {
	g := &Gathering{children: make([]*Future, 0, n), collect: collect}
	if n > 1 {
		g.seen = make(map[*Future]bool, n)
	}
	return g
}

// Add adds a child, which may be among them already.
func (g *Gathering) Add(c *Future) {
	g.children = append(g.children, c)
	if g.seen != nil {
		if g.seen[c] {
			return
		}
		g.seen[c] = true
	}
	g.left++
	if c.Done() {
		g.done = append(g.done, c)
	} else {
		c.AddCallback(&gatheredChild{g, c})
	}
}

// Future is the gathering future, once all children are added.
func (g *Gathering) Future(t *Thread, el *EventLoop) (*Future, error) {
	t.VM.futures++
	g.outer = &Future{Hdr: Hdr{&GatheringFutureType}, number: t.VM.futures, loop: el}
	g.outer.ext = &futureExt{children: g.children}
	g.seen = nil
	for _, c := range g.done {
		if err := g.finished(t, c); err != nil {
			return nil, err
		}
	}
	return g.outer, nil
}

// gatheredChild is the callback of one child.
type gatheredChild struct {
	g     *Gathering
	child *Future
}

func (c *gatheredChild) Run(t *Thread) error { return c.g.finished(t, c.child) }

// CallbackName is how asyncio's own callback is called.
func (c *gatheredChild) CallbackName() string { return "gather.<locals>._done_callback" }

func (g *Gathering) finished(t *Thread, child *Future) error {
	g.left--
	outer := g.outer
	if outer == nil || outer.Done() {
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
