package runtime

import (
	"slices"
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
	"github.com/coro-lang/coro/lang/loop"
)

// Handle is a callback that call_soon, call_later or call_at put to the loop.
type Handle struct {
	Hdr
	loop      *EventLoop
	fn        Value // Missing once cancelled
	args      []Value
	ctx       *Context
	when      float64 // of a TimerHandle
	timer     loop.TimerID
	cancelled bool
	shown     string      // the repr of one that was cancelled in debug mode
	source    []FrameLine // where it was made, in debug mode
}

// HandleType and TimerHandleType are asyncio.Handle and asyncio.TimerHandle.
var HandleType, TimerHandleType Type

var handleSpec = Spec{
	Name: "Handle", Module: "asyncio.events", Layout: true, Python: true, NoNew: true,
	Doc:   "What call_soon returns: a callback that can be cancelled.",
	Slots: Slots{Repr: handleRepr},
	Methods: []Method{
		{Name: "cancel", Fn: handleCancel},
		{Name: "cancelled", Fn: handleCancelled},
		{Name: "get_context", Fn: handleContext},
		{Name: "_cancelled", Kind: Getter, Fn: handleCancelled},
		{Name: "_source_traceback", Kind: Getter, Fn: sourceTraceback},
	},
}

var timerHandleSpec = Spec{
	Name: "TimerHandle", Module: "asyncio.events", Python: true, Base: &HandleType, NoNew: true,
	Doc:   "What call_later and call_at return.",
	Slots: Slots{Compare: compareTimers, Hash: hashTimer},
	Methods: []Method{
		{Name: "when", Fn: handleWhen},
	},
}

func init() {
	Define(&HandleType, &handleSpec)
	Define(&TimerHandleType, &timerHandleSpec)
}

func asHandle(v Value) *Handle { return As[Handle](v, &HandleType) }

// Run calls the callback in its context; an exception goes to the loop's
// exception handler.
func (h *Handle) Run(t *Thread) error {
	if h.cancelled {
		return nil
	}
	fn := h.fn
	outer := t.ctx
	t.ctx = h.ctx
	if h.ctx != nil && h.ctx.entered {
		t.ctx = outer
		_, err := t.RunIn(h.ctx, fn, h.args, nil)
		return h.failed(t, fn, err)
	}
	_, err := t.CallKw(fn, h.args, nil)
	t.ctx = outer
	return h.failed(t, fn, err)
}

// failed sees to the error of a callback.
func (h *Handle) failed(t *Thread, fn Value, err error) error {
	e, ok := err.(*Exception)
	if !ok || e.typ.IsSubclass(&SystemExitType) || e.typ.IsSubclass(&KeyboardInterruptType) {
		return err
	}
	name := "None()" // what asyncio names a callback whose handle was cancelled while it ran
	if !h.cancelled {
		if name, err = t.callbackText(fn, h.args, h.loop.debug); err != nil {
			return err
		}
	}
	return h.loop.tellFailure(t, name, e, h)
}

// CallSoon is loop.call_soon.
func (el *EventLoop) CallSoon(t *Thread, fn Value, args []Value, ctx *Context) *Handle {
	h := el.newHandle(t, &HandleType, fn, args, ctx)
	el.q.Soon(h)
	return h
}

// CallAt is loop.call_at.
func (el *EventLoop) CallAt(t *Thread, when float64, fn Value, args []Value, ctx *Context) *Handle {
	h := el.newHandle(t, &TimerHandleType, fn, args, ctx)
	h.when = when
	h.timer = el.q.At(when, h)
	return h
}

func (el *EventLoop) newHandle(t *Thread, typ *Type, fn Value, args []Value, ctx *Context) *Handle {
	return &Handle{Hdr: Hdr{typ}, loop: el, fn: fn, args: args, ctx: ctx, source: el.creation(t)}
}

func handleCancel(t *Thread, args []Value) (Value, error) {
	h := asHandle(args[0])
	if !h.cancelled {
		if h.loop.debug {
			s, err := handleRepr(t, args[0])
			if err != nil {
				return Value{}, err
			}
			name, rest, _ := strings.Cut(s, " ")
			h.shown = name + " cancelled " + rest
		}
		h.cancelled = true
		h.loop.q.Cancel(h.timer)
		h.fn, h.args = Missing, nil
	}
	return None, nil
}

func handleCancelled(t *Thread, args []Value) (Value, error) {
	return Bool(asHandle(args[0]).cancelled), nil
}

func handleContext(t *Thread, args []Value) (Value, error) {
	h := asHandle(args[0])
	h.ctx = orNewContext(h.ctx)
	return obj(h.ctx), nil
}

func handleWhen(t *Thread, args []Value) (Value, error) {
	return Float(asHandle(args[0]).when), nil
}

func handleRepr(t *Thread, v Value) (string, error) {
	h := asHandle(v)
	if h.shown != "" {
		return h.shown, nil
	}
	info := []string{v.Type().Name}
	if h.cancelled {
		info = append(info, "cancelled")
	}
	if v.Type() == &TimerHandleType {
		s, err := t.Repr(Float(h.when))
		if err != nil {
			return "", err
		}
		info = append(info, "when="+s)
	}
	if !h.cancelled {
		name, err := t.callbackText(h.fn, h.args, h.loop.debug)
		if err != nil {
			return "", err
		}
		info = append(info, name)
	}
	if at := createdAt(h.source); at != "" {
		info = append(info, at)
	}
	return "<" + strings.Join(info, " ") + ">", nil
}

// compareTimers orders timers by their times.
func compareTimers(t *Thread, op compiler.CompareOp, a, b Value) (Value, error) {
	x, y := As[Handle](a, &HandleType), As[Handle](b, &HandleType)
	if x == nil || y == nil || !a.Type().IsSubclass(&TimerHandleType) || !b.Type().IsSubclass(&TimerHandleType) {
		return NotImplemented, nil
	}
	if op == compiler.Eq || op == compiler.Ne {
		same := x.when == y.when && x.fn == y.fn && x.cancelled == y.cancelled && slices.Equal(x.args, y.args)
		return Bool(same == (op == compiler.Eq)), nil
	}
	return t.Compare(op, Float(x.when), Float(y.when))
}

func hashTimer(t *Thread, v Value) (uint64, error) { return t.Hash(Float(asHandle(v).when)) }
