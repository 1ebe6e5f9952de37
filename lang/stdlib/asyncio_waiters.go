package stdlib

import (
	rt "github.com/coro-lang/coro/lang/runtime"
)

// The futures that the synchronisation primitives and queues have tasks wait on.

// waiter is a future in a list of waiters.
type waiter struct {
	rt.Future
	next, prev *waiter
	in         *waiters // nil when it is in none
}

// waiters are those who wait for one thing, in the order in which they came.
type waiters struct {
	first, last *waiter
	n           int
	strangers   []rt.Value // what a program has put here itself, behind the others
}

func (l *waiters) len() int { return l.n + len(l.strangers) }

// any says whether somebody is in the list.
func (l *waiters) any() bool { return l.first != nil || len(l.strangers) > 0 }

func (l *waiters) push(w *waiter) {
	w.in, w.prev, w.next = l, l.last, nil
	if l.last != nil {
		l.last.next = w
	} else {
		l.first = w
	}
	l.last = w
	l.n++
}

// remove takes a waiter out; nothing happens if it is not in.
func (l *waiters) remove(w *waiter) {
	if w.in != l {
		return
	}
	if w.prev != nil {
		w.prev.next = w.next
	} else {
		l.first = w.next
	}
	if w.next != nil {
		w.next.prev = w.prev
	} else {
		l.last = w.prev
	}
	w.in, w.next, w.prev = nil, nil, nil
	l.n--
}

// pop takes the first one out; nil if there is none.
func (l *waiters) pop() *waiter {
	w := l.first
	if w != nil {
		l.remove(w)
	}
	return w
}

// allCancelled says whether nobody waits but those who were cancelled.
func (l *waiters) allCancelled() bool {
	for w := l.first; w != nil; w = w.next {
		if !w.Cancelled() {
			return false
		}
	}
	return true
}

// wakeAll wakes everyone with a result and leaves them in the list.
func (l *waiters) wakeAll(t *rt.Thread, v rt.Value) error {
	for w := l.first; w != nil; w = w.next {
		if !w.Done() {
			if err := w.Wake(t, v); err != nil {
				return err
			}
		}
	}
	return nil
}

// wait makes w a fresh future of a loop that waits in the list; if the program
// holds the one that w was, a new waiter is made. It returns the one that waits.
func (l *waiters) wait(t *rt.Thread, w *waiter, el *rt.EventLoop) *waiter {
	if w == nil || w.Shown() {
		w = &waiter{}
	}
	t.InitFuture(&w.Future, el)
	l.push(w)
	return w
}

// waitersView is what a program sees of waiters: a sequence of futures.
type waitersView struct {
	rt.Hdr
	l *waiters
}

var waitersViewType rt.Type

var waitersViewSpec = rt.Spec{
	Name: "deque", Module: "collections", Layout: true, Final: true, NoNew: true,
	Slots: rt.Slots{
		Len: func(_ *rt.Thread, v rt.Value) (int, error) {
			return rt.ObjectOf[waitersView](v).l.len(), nil
		},
		Iter: func(t *rt.Thread, v rt.Value) (rt.Value, error) {
			return t.Iter(rt.NewList(rt.ObjectOf[waitersView](v).l.values()))
		},
		GetItem: func(t *rt.Thread, v, key rt.Value) (rt.Value, error) {
			return t.GetItem(rt.NewList(rt.ObjectOf[waitersView](v).l.values()), key)
		},
	},
	Methods: []rt.Method{
		{Name: "append", Sig: "x, /", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			l := rt.ObjectOf[waitersView](a[0]).l
			l.strangers = append(l.strangers, a[1])
			return rt.None, nil
		}},
	},
}

func init() {
	rt.Define(&waitersViewType, &waitersViewSpec)
}

// values is those who wait.
func (l *waiters) values() []rt.Value {
	out := make([]rt.Value, 0, l.len())
	for w := l.first; w != nil; w = w.next {
		w.Show()
		out = append(out, w.Value())
	}
	return append(out, l.strangers...)
}

// wakeNextOrStranger is wakeNext; if nobody is left, the first of the futures that
// the program itself has put there is woken.
func (l *waiters) wakeNextOrStranger(t *rt.Thread) error {
	if w := l.first; w != nil && !w.Done() {
		l.remove(w)
		return w.Wake(t, rt.None)
	}
	woken, err := wakeNext(t, l)
	if woken || err != nil || len(l.strangers) == 0 {
		return err
	}
	w := l.strangers[0]
	l.strangers = l.strangers[1:]
	_, err = t.CallMethod(w, "set_result", rt.None)
	return err
}

// waitersAttr is the row of an attribute that shows waiters; of finds them.
func waitersAttr(name string, of func(v rt.Value) *waiters) rt.Method {
	return rt.Method{Name: name, Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
		view := &waitersView{l: of(a[0])}
		view.Init(&waitersViewType)
		return rt.ObjectValue(view), nil
	}}
}

// loopAttr is the row of the attribute that holds the loop of a primitive.
var loopAttr = rt.Method{
	Name: "_loop", Kind: rt.Getter,
	Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
		if el := rt.ObjectOf[syncBase](a[0]).loop; el != nil {
			return el.Value(), nil
		}
		return rt.None, nil
	},
	Set: func(_ *rt.Thread, self, val rt.Value) error {
		rt.ObjectOf[syncBase](self).loop = rt.AsLoop(val)
		return nil
	},
}
