package stdlib

import (
	"fmt"
	"math"

	"github.com/coro-lang/coro/lang/compiler"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// asyncio.Queue, PriorityQueue and LifoQueue.

// The classes of this file.
var (
	QueueType, PriorityQueueType, LifoQueueType      rt.Type
	QueueEmptyType, QueueFullType, QueueShutDownType rt.Type
)

// queueKind says in which order a queue gives its items.
type queueKind uint8

const (
	fifo queueKind = iota
	lifo
	priority
)

// queueCore is a queue without a face: items, and those who wait for one or for
// room.
type queueCore struct {
	items    *deque
	getters  waiters
	putters  waiters
	max      rt.Value // an int
	limit    int64    // max as a machine integer; 0: any number; unknown
	finished event    // no item is unfinished
	undone   int64    // items put and not reported by task_done
	shut     bool
	spareGet *queueGet
	sparePut *queuePut
	self     *queue   // the object whose class, one of the program, may have methods of its own; or nil
	own      rt.Value // what _queue is: items, the list of the other kinds, or what the program has set
	kind     queueKind
	simple   bool // first in, first out, not shut, and no part of it is the program's own
}

// begin empties the core: its items are to be in a deque or in a list.
func (q *queueCore) begin() {
	q.items = newDeque(&dequeType, -1)
	if q.own = rt.ObjectValue(q.items); q.kind != fifo {
		q.own = rt.NewList(nil)
	}
}

// unknown is the limit of a queue whose max is not just a number: each look at whether it
// is full compares the two.
const unknown = -1

// queue is an asyncio.Queue.
type queue struct {
	syncBase
	queueCore
}

var queueSpec = rt.Spec{
	Name: "Queue", Module: "asyncio.queues", Layout: true, Python: true, Attrs: true, AttrsOf: syncHeader,
	Doc: "A queue for tasks: first in, first out.",
	Slots: rt.Slots{
		New: rt.MakeNew(func(q *queue) *rt.Hdr {
			q.own = rt.Missing
			return &q.Hdr
		}),
		Initialize: rt.MakePythonInit("Queue", "maxsize=0", initQueue(fifo)),
		Repr: func(t *rt.Thread, v rt.Value) (string, error) {
			s, err := queueState(t, v)
			return "<" + v.Type().Name + t.At(v) + " " + s + ">", err
		},
		Str: func(t *rt.Thread, v rt.Value) (string, error) {
			s, err := queueState(t, v)
			return "<" + v.Type().Name + " " + s + ">", err
		},
	},
	Methods: []rt.Method{
		loopAttr,
		waitersAttr("_getters", func(v rt.Value) *waiters { return &rt.ObjectOf[queue](v).getters }),
		waitersAttr("_putters", func(v rt.Value) *waiters { return &rt.ObjectOf[queue](v).putters }),
		{Name: "_format", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			s, err := queueFormat(t, a[0])
			return rt.NewStr(s), err
		}},
		{Name: "put", Sig: "item", Coro: queuePutCoro, Start: queuePutStart, Leaf: true},
		{Name: "get", Coro: queueGetCoro, Start: queueGetStart, Leaf: true},
		{Name: "put_nowait", Sig: "item", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.None, rt.ObjectOf[queue](a[0]).putNowait(t, a[1])
		}},
		{Name: "get_nowait", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.ObjectOf[queue](a[0]).getNowait(t)
		}},
		{Name: "qsize", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			n, err := rt.ObjectOf[queue](a[0]).size(t)
			return rt.Int(int64(n)), err
		}},
		{Name: "empty", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			empty, err := rt.ObjectOf[queue](a[0]).empty(t)
			return rt.Bool(empty), err
		}},
		{Name: "full", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			full, err := rt.ObjectOf[queue](a[0]).full(t)
			return rt.Bool(full), err
		}},
		{Name: "maxsize", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.ObjectOf[queue](a[0]).max, nil
		}},
		{Name: "task_done", Fn: queueTaskDone},
		{
			Name: "join", Leaf: true,
			Coro: func(_ *rt.Thread, a []rt.Value) (rt.NativeCoro, error) {
				return &queueJoin{q: rt.ObjectOf[queue](a[0])}, nil
			},
			Quick: func(_ *rt.Thread, a []rt.Value) (rt.Value, bool, error) {
				return rt.None, rt.ObjectOf[queue](a[0]).undone <= 0, nil
			},
		},
		{Name: "shutdown", Sig: "immediate=False", Fn: queueShutdown},
		{Name: "_maxsize", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.ObjectOf[queue](a[0]).max, nil
		}, Set: func(_ *rt.Thread, self, val rt.Value) error {
			q := rt.ObjectOf[queue](self)
			q.max, q.limit = val, limitOf(val)
			return nil
		}},
		{Name: "_is_shutdown", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.Bool(rt.ObjectOf[queue](a[0]).shut), nil
		}},
		{Name: "_finished", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.ObjectValue(&rt.ObjectOf[queue](a[0]).finished), nil
		}},
		{Name: "_queue", Kind: rt.Getter, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			q := rt.ObjectOf[queue](a[0])
			if q.own.IsMissing() {
				return rt.Value{}, t.Errorf(&rt.AttributeErrorType, "'%s' object has no attribute '_queue'", q.Type().Name)
			}
			return q.own, nil
		}, Set: func(_ *rt.Thread, self, val rt.Value) error {
			q := rt.ObjectOf[queue](self)
			q.own, q.simple = val, false
			return nil
		}},
		{Name: "_init", Sig: "maxsize", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			rt.ObjectOf[queue](a[0]).begin()
			return rt.None, nil
		}},
		{Name: "_unfinished_tasks", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.Int(rt.ObjectOf[queue](a[0]).undone), nil
		}, Set: func(t *rt.Thread, self, val rt.Value) (err error) {
			rt.ObjectOf[queue](self).undone, err = t.IntArg(val)
			return err
		}},
		{Name: "_get", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.ObjectOf[queue](a[0]).take(t) }},
		{Name: "_put", Sig: "item", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.None, rt.ObjectOf[queue](a[0]).store(t, a[1])
		}},
		{Name: "__class_getitem__", Sig: "item, /", Kind: rt.ClassMethod, Fn: rt.GenericAliasOf},
	},
}

var priorityQueueSpec = rt.Spec{
	Name: "PriorityQueue", Module: "asyncio.queues", Base: &QueueType, Attrs: true,
	Doc:   "A Queue that gives the smallest item first.",
	Slots: rt.Slots{Initialize: rt.MakePythonInit("Queue", "maxsize=0", initQueue(priority))},
}

var lifoQueueSpec = rt.Spec{
	Name: "LifoQueue", Module: "asyncio.queues", Base: &QueueType, Attrs: true,
	Doc:   "A Queue that gives the item that was put last.",
	Slots: rt.Slots{Initialize: rt.MakePythonInit("Queue", "maxsize=0", initQueue(lifo))},
}

func init() {
	rt.DefineException(&QueueEmptyType, "asyncio.queues", "QueueEmpty", &rt.ExceptionType)
	rt.DefineException(&QueueFullType, "asyncio.queues", "QueueFull", &rt.ExceptionType)
	rt.DefineException(&QueueShutDownType, "asyncio.queues", "QueueShutDown", &rt.ExceptionType)
	rt.Define(&QueueType, &queueSpec)
	rt.Define(&PriorityQueueType, &priorityQueueSpec)
	rt.Define(&LifoQueueType, &lifoQueueSpec)
}

func initQueue(kind queueKind) func(t *rt.Thread, self rt.Value, args []rt.Value) error {
	return func(t *rt.Thread, self rt.Value, args []rt.Value) error {
		q := rt.ObjectOf[queue](self)
		q.kind, q.max = kind, args[0].Or(rt.Int(0))
		q.simple = kind == fifo && !self.Type().IsHeap()
		q.undone, q.shut = 0, false
		q.limit = limitOf(q.max)
		q.finished.set = true
		q.finished.Init(&EventType)
		if self.Type().IsHeap() {
			q.self, q.own = q, rt.Missing
			_, err := t.CallMethod(self, "_init", q.max)
			return err
		}
		q.begin()
		return nil
	}
}

// limitOf is the limit of a queue with a maxsize.
func limitOf(maxsize rt.Value) int64 {
	const beyond = 1 << 62 // more than there can be
	switch maxsize.Type() {
	case &rt.IntType, &rt.BoolType:
		if n := rt.BigOf(maxsize); n.Sign() <= 0 {
			return 0
		} else if n.IsInt64() {
			return n.Int64()
		}
		return beyond
	case &rt.FloatType:
		if f := maxsize.Float64(); f > 0 {
			return int64(math.Min(math.Ceil(f), beyond))
		}
		return 0
	}
	return unknown
}

// queueState is what _format() says of a queue.
func queueState(t *rt.Thread, v rt.Value) (string, error) {
	if !v.Type().IsHeap() {
		return queueFormat(t, v)
	}
	s, err := t.CallMethod(v, "_format")
	if err != nil {
		return "", err
	}
	return t.Str(s)
}

// queueFormat is the state of a queue as its repr shows it.
func queueFormat(t *rt.Thread, v rt.Value) (string, error) {
	q := rt.ObjectOf[queue](v)
	s, err := t.Repr(q.max)
	if err != nil {
		return "", err
	}
	s = "maxsize=" + s
	some := false
	if !q.own.IsMissing() {
		if some, err = t.Truth(q.own); err != nil {
			return "", err
		}
	}
	if some {
		items, err := t.Collect(q.own)
		if err != nil {
			return "", err
		}
		list, err := t.Repr(rt.NewList(items))
		if err != nil {
			return "", err
		}
		s += " _queue=" + list
	}
	if n := q.getters.len(); n > 0 {
		s += fmt.Sprintf(" _getters[%d]", n)
	}
	if n := q.putters.len(); n > 0 {
		s += fmt.Sprintf(" _putters[%d]", n)
	}
	if q.undone != 0 {
		s += fmt.Sprintf(" tasks=%d", q.undone)
	}
	if q.shut {
		s += " shutdown"
	}
	return s, nil
}

// held is what _queue is.
func (q *queueCore) held(t *rt.Thread) (rt.Value, error) {
	switch {
	case q.self != nil:
		return t.GetAttr(rt.ObjectValue(q.self), t.VM.Intern("_queue"))
	case q.own.IsMissing():
		return rt.Value{}, t.Errorf(&rt.AttributeErrorType, "'Queue' object has no attribute '_queue'")
	}
	return q.own, nil
}

// size is qsize().
func (q *queueCore) size(t *rt.Thread) (int, error) {
	if q.simple {
		return q.items.n, nil
	}
	held, err := q.held(t)
	if err != nil {
		return 0, err
	}
	return t.Len(held)
}

// empty is empty().
func (q *queueCore) empty(t *rt.Thread) (bool, error) {
	held, err := q.held(t)
	if err != nil {
		return false, err
	}
	some, err := t.Truth(held)
	return !some, err
}

// full is full().
func (q *queueCore) full(t *rt.Thread) (bool, error) {
	if q.limit == 0 {
		return false, nil
	}
	return q.reached(t)
}

func (q *queueCore) reached(t *rt.Thread) (bool, error) {
	if q.limit == unknown {
		if never, err := t.CompareBool(compiler.Le, q.max, rt.Int(0)); never || err != nil {
			return false, err
		}
	}
	if q.self != nil {
		n, err := t.CallMethod(rt.ObjectValue(q.self), "qsize")
		if err != nil {
			return false, err
		}
		return t.CompareBool(compiler.Ge, n, q.max)
	}
	n, err := q.size(t)
	if q.limit == unknown && err == nil {
		return t.CompareBool(compiler.Ge, rt.Int(int64(n)), q.max)
	}
	return int64(n) >= q.limit, err
}

// asks is the answer of the method of that name which the queue's class has, or else
// what answer says.
func (q *queueCore) asks(t *rt.Thread, name string, answer func(*queueCore, *rt.Thread) (bool, error)) (bool, error) {
	if q.self == nil {
		return answer(q, t)
	}
	v, err := t.CallMethod(rt.ObjectValue(q.self), name)
	if err != nil {
		return false, err
	}
	return t.Truth(v)
}

func (q *queueCore) isEmpty(t *rt.Thread) (bool, error) {
	return q.asks(t, "empty", (*queueCore).empty)
}

func (q *queueCore) isFull(t *rt.Thread) (bool, error) { return q.asks(t, "full", (*queueCore).full) }

// take removes the item whose turn it is.
func (q *queueCore) take(t *rt.Thread) (rt.Value, error) {
	held, err := q.held(t)
	if err != nil {
		return rt.Value{}, err
	}
	switch q.kind {
	case priority:
		return heapPop(t, []rt.Value{held})
	case lifo:
		return t.CallMethod(held, "pop")
	}
	return t.CallMethod(held, "popleft")
}

// store adds an item.
func (q *queueCore) store(t *rt.Thread, v rt.Value) error {
	held, err := q.held(t)
	if err != nil {
		return err
	}
	if q.kind == priority {
		_, err = heapPush(t, []rt.Value{held, v})
	} else {
		_, err = t.CallMethod(held, "append", v)
	}
	return err
}

// wakeNext wakes the first of those who wait and are not cancelled; false if there
// is none.
func wakeNext(t *rt.Thread, l *waiters) (bool, error) {
	for w := l.pop(); w != nil; w = l.pop() {
		if !w.Done() {
			return true, w.Wake(t, rt.None)
		}
	}
	return false, nil
}

// put adds an item to a core that is no object's and never full.
func (q *queueCore) put(t *rt.Thread, v rt.Value) error {
	q.items.append(v)
	_, err := wakeNext(t, &q.getters)
	return err
}

func (q *queueCore) putNowait(t *rt.Thread, v rt.Value) error {
	if q.simple && (q.limit == 0 || int64(q.items.n) < q.limit) {
		q.items.append(v)
		q.undone++
		q.finished.set = false
		if !q.getters.any() {
			return nil
		}
		return q.getters.wakeNextOrStranger(t)
	}
	if q.shut {
		return t.NewException(&QueueShutDownType)
	}
	if full, err := q.isFull(t); err != nil {
		return err
	} else if full {
		return t.NewException(&QueueFullType)
	}
	if q.self != nil {
		if _, err := t.CallMethod(rt.ObjectValue(q.self), "_put", v); err != nil {
			return err
		}
	} else if err := q.store(t, v); err != nil {
		return err
	}
	q.undone++
	q.finished.set = false
	return q.getters.wakeNextOrStranger(t)
}

func (q *queueCore) getNowait(t *rt.Thread) (v rt.Value, err error) {
	if q.simple && q.items.n > 0 {
		v = q.items.popLeft()
		if q.putters.any() {
			err = q.putters.wakeNextOrStranger(t)
		}
		return v, err
	}
	if empty, err := q.isEmpty(t); err != nil {
		return rt.Value{}, err
	} else if empty {
		if q.shut {
			return rt.Value{}, t.NewException(&QueueShutDownType)
		}
		return rt.Value{}, t.NewException(&QueueEmptyType)
	}
	if v, err = q.next(t); err != nil {
		return rt.Value{}, err
	}
	return v, q.putters.wakeNextOrStranger(t)
}

// next takes the next item the way the queue's class has it.
func (q *queueCore) next(t *rt.Thread) (rt.Value, error) {
	if q.self != nil {
		return t.CallMethod(rt.ObjectValue(q.self), "_get")
	}
	return q.take(t)
}

func queueGetStart(t *rt.Thread, args []rt.Value) (rt.Value, rt.NativeCoro, error) {
	q := rt.ObjectOf[queue](args[0])
	if q.simple && q.items.n > 0 {
		v, err := q.getNowait(t)
		return v, nil, err
	}
	g := q.getting()
	if el := t.LoopOrNone(); q.simple && q.loop == el && el != nil {
		g.w = q.getters.wait(t, g.w, el)
		g.waiting = true
	} else if v, want, err := g.Step(t, rt.None, nil); want == rt.Done {
		return v, nil, err
	}
	return g.w.Value(), g, nil
}

func queueGetCoro(t *rt.Thread, args []rt.Value) (rt.NativeCoro, error) {
	return rt.ObjectOf[queue](args[0]).getting(), nil
}

// getting is a body that gets an item.
func (q *queue) getting() *queueGet {
	g := q.spareGet
	if g == nil {
		g = &queueGet{q: &q.queueCore, owner: q}
	}
	q.spareGet = nil
	return g
}

// queueGet is the body of Queue.get.
type queueGet struct {
	q     *queueCore
	owner *queue        // nil for a core that is no object's
	loop  *rt.EventLoop // its loop then
	w     *waiter

	waiting bool
}

// Blocked says for a report what the task waits on.
func (g *queueGet) Blocked(*rt.Thread) rt.Wait {
	w := rt.Wait{What: "an item of an empty " + g.owner.Type().Name}
	if g.q.finished.queue.len() == 0 { // otherwise whoever joins the queue gets the advice
		w.Help = "nobody is left who puts: cancel the consumers, or end them with shutdown() or an item that says so"
	}
	return w
}

func (g *queueGet) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	q := g.q
	waited := g.waiting
	g.waiting = false
	if err != nil && !waited {
		return rt.Value{}, rt.Done, err
	}
	empty := q.simple && q.items.n == 0
	if !q.simple {
		var eerr error
		if empty, eerr = q.isEmpty(t); eerr != nil {
			return rt.Value{}, rt.Done, eerr
		}
	}
	if err == nil && empty && !q.shut {
		var el *rt.EventLoop
		if el = t.LoopOrNone(); g.owner == nil || g.owner.loop != el || el == nil {
			el, err = q.loopOf(t, g.owner, g.loop)
		}
		if err == nil {
			g.w = q.getters.wait(t, g.w, el)
			g.waiting = true
			return g.w.Value(), rt.AwaitIt, nil
		}
	} else if err != nil {
		err = during(err, stopWaiting(t, g.w, &q.getters, !empty))
	}
	q.spareGet = g
	if err != nil {
		return rt.Value{}, rt.Done, err
	}
	if q.self != nil {
		v, err := t.CallMethod(rt.ObjectValue(q.self), "get_nowait")
		return v, rt.Done, err
	}
	v, err := q.getNowait(t)
	return v, rt.Done, err
}

// loopOf is the loop that a task waits in: that of the queue, which it binds to
// with the first, or el for a core that is no object's.
func (q *queueCore) loopOf(t *rt.Thread, owner *queue, el *rt.EventLoop) (*rt.EventLoop, error) {
	if owner == nil {
		return el, nil
	}
	return owner.bind(t, rt.ObjectValue(owner))
}

// stopWaiting takes back a waiter whose task was cancelled; another one is woken
// if this one was already and there is something to wake it for.
func stopWaiting(t *rt.Thread, w *waiter, l *waiters, something bool) error {
	if _, err := w.Cancel(t, rt.Missing); err != nil {
		return err
	}
	l.remove(w)
	if !something || w.Cancelled() {
		return nil
	}
	_, err := wakeNext(t, l)
	return err
}

func queuePutStart(t *rt.Thread, args []rt.Value) (rt.Value, rt.NativeCoro, error) {
	q := rt.ObjectOf[queue](args[0])
	if q.simple && q.limit == 0 {
		return rt.None, nil, q.putNowait(t, args[1])
	}
	p := q.putting(args[1])
	if v, want, err := p.Step(t, rt.None, nil); want == rt.Done {
		return v, nil, err
	}
	return p.w.Value(), p, nil
}

func queuePutCoro(t *rt.Thread, args []rt.Value) (rt.NativeCoro, error) {
	return rt.ObjectOf[queue](args[0]).putting(args[1]), nil
}

// putting is a body that puts an item.
func (q *queue) putting(item rt.Value) *queuePut {
	p := q.sparePut
	if p == nil {
		p = &queuePut{q: q}
	}
	q.sparePut = nil
	p.item = item
	return p
}

// queuePut is the body of Queue.put.
type queuePut struct {
	q       *queue
	item    rt.Value
	w       *waiter
	waiting bool
}

// Blocked says for a report what the task waits on.
func (p *queuePut) Blocked(*rt.Thread) rt.Wait {
	return rt.Wait{What: "room in a full " + p.q.Type().Name, Help: "nobody is left who gets: start the consumers first, or make maxsize larger"}
}

func (p *queuePut) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	q := p.q
	waited := p.waiting
	p.waiting = false
	if err != nil && !waited {
		return rt.Value{}, rt.Done, err
	}
	full, ferr := q.isFull(t)
	if ferr != nil {
		return rt.Value{}, rt.Done, ferr
	}
	if err == nil && full && !q.shut {
		var el *rt.EventLoop
		if el, err = q.bind(t, rt.ObjectValue(q)); err == nil {
			p.w = q.putters.wait(t, p.w, el)
			p.waiting = true
			return p.w.Value(), rt.AwaitIt, nil
		}
	} else if err != nil {
		err = during(err, stopWaiting(t, p.w, &q.putters, !full))
	}
	item := p.item
	p.item = rt.Value{}
	q.sparePut = p
	if err != nil {
		return rt.Value{}, rt.Done, err
	}
	if q.self != nil {
		v, err := t.CallMethod(rt.ObjectValue(q), "put_nowait", item)
		return v, rt.Done, err
	}
	return rt.None, rt.Done, q.putNowait(t, item)
}

func queueTaskDone(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	q := rt.ObjectOf[queue](args[0])
	if q.undone <= 0 {
		return rt.Value{}, t.ValueErrorf("task_done() called too many times")
	}
	if q.undone--; q.undone == 0 {
		return rt.None, q.finished.raise(t)
	}
	return rt.None, nil
}

// queueJoin is the body of Queue.join.
type queueJoin struct {
	q    *queue
	wait *eventWait
}

// Blocked says for a report what the task waits on.
func (j *queueJoin) Blocked(t *rt.Thread) rt.Wait {
	w := rt.Wait{What: fmt.Sprintf("task_done() for %d of the items of a %s", j.q.undone, j.q.Type().Name)}
	w.Help = "call task_done() once for each item that get() gave"
	if empty, err := j.q.empty(t); err == nil && !empty {
		w.What += ", which is not empty"
		w.Help = "nobody is left who gets the items that are in the queue"
	}
	return w
}

func (j *queueJoin) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	if j.wait == nil {
		if err != nil || j.q.undone <= 0 {
			return rt.None, rt.Done, err
		}
		j.wait = j.q.finished.waiting()
	}
	v, want, err := j.wait.Step(t, in, err)
	if want == rt.Done && err == nil {
		v = rt.None
	}
	return v, want, err
}

func queueShutdown(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	q := rt.ObjectOf[queue](args[0])
	immediate, err := t.TruthOr(args[1], false)
	if err != nil {
		return rt.Value{}, err
	}
	q.shut, q.simple = true, false
	if immediate {
		for {
			if empty, err := q.isEmpty(t); empty || err != nil {
				if err != nil {
					return rt.Value{}, err
				}
				break
			}
			if _, err := q.next(t); err != nil {
				return rt.Value{}, err
			}
			if q.undone > 0 {
				q.undone--
			}
		}
		if q.undone == 0 {
			if err := q.finished.raise(t); err != nil {
				return rt.Value{}, err
			}
		}
	}
	for _, l := range []*waiters{&q.getters, &q.putters} {
		for w := l.pop(); w != nil; w = l.pop() {
			if !w.Done() {
				if err := w.Wake(t, rt.None); err != nil {
					return rt.Value{}, err
				}
			}
		}
	}
	return rt.None, nil
}
