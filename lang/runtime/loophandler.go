package runtime

import (
	"sort"
	"strings"
)

// Exception handlers of event loops: what becomes of an error that no code of the
// program sees.

// tellFailure is callHandler for the exception e of a callback, which the
// handler is called while handling.
func (el *EventLoop) tellFailure(t *Thread, callback string, e *Exception, h *Handle) error {
	if e != t.passing {
		t.chain(e) // raised by a callback written in Go
	}
	outer := t.exc
	t.exc = e
	err := el.callHandler(t, "Exception in callback "+callback, e, "handle", obj(h), h.ctx)
	t.exc = outer
	return err
}

// callHandler is loop.call_exception_handler with a message, an exception and
// one object under a key.
func (el *EventLoop) callHandler(t *Thread, msg string, e *Exception, key string, about Value, ctx *Context) error {
	d := NewDict()
	d.setStr(NewStrObj("message"), NewStr(msg))
	if e != nil {
		d.setStr(NewStrObj("exception"), e.Value())
	}
	d.setStr(NewStrObj(key), about)
	if stack := sourceOf(about); stack != nil {
		v, err := t.stackSummary(stack)
		if err != nil {
			return err
		}
		d.setStr(NewStrObj("source_traceback"), v)
	}
	m, ok, err := el.replaced(t, "call_exception_handler")
	if err != nil {
		return err
	}
	if ok {
		_, err = t.Call(m, d.Value())
		return err
	}
	return el.handleException(t, d, ctx)
}

// handleException is loop.call_exception_handler.
func (el *EventLoop) handleException(t *Thread, context *Dict, ctx *Context) error {
	if el.handler.IsNone() {
		err := el.runDefaultHandler(t, context)
		if e := survivable(err); e != nil {
			return el.log(t, "error", "Exception in default exception handler", e)
		}
		return err
	}
	if ctx == nil {
		ctx = contextOf(t, context)
	}
	_, err := t.Within(ctx, func() (Value, error) {
		return t.Call(el.handler, el.Value(), context.Value())
	})
	e := survivable(err)
	if e == nil {
		return err
	}
	d := NewDict()
	d.setStr(NewStrObj("message"), NewStr("Unhandled error in exception handler"))
	d.setStr(NewStrObj("exception"), e.Value())
	d.setStr(NewStrObj("context"), context.Value())
	err = el.runDefaultHandler(t, d)
	if e := survivable(err); e != nil {
		return el.log(t, "error", "Exception in default exception handler while handling an unexpected error in custom exception handler", e)
	}
	return err
}

// survivable is err as an exception that does not end the loop; else nil.
func survivable(err error) *Exception {
	e, ok := err.(*Exception)
	if !ok || e.typ.IsSubclass(&SystemExitType) || e.typ.IsSubclass(&KeyboardInterruptType) {
		return nil
	}
	return e
}

// contextOf is the context of what an error is about: a task's, a handle's.
func contextOf(t *Thread, context *Dict) *Context {
	for _, key := range [...]string{"task", "future", "handle"} {
		v, ok := context.getStr(NewStrObj(key))
		if !ok {
			continue
		}
		if task := AsTask(v); task != nil {
			return orNewContext(task.ctx)
		}
		if h := asHandle(v); h != nil {
			return orNewContext(h.ctx)
		}
		break
	}
	return t.Context()
}

// runDefaultHandler is loop.default_exception_handler, or what the program has
// put in its place.
func (el *EventLoop) runDefaultHandler(t *Thread, context *Dict) error {
	m, ok, err := el.replaced(t, "default_exception_handler")
	switch {
	case err != nil:
		return err
	case ok:
		_, err = t.Call(m, context.Value())
		return err
	}
	return el.defaultHandler(t, context)
}

// defaultHandler logs what the context says: the message, what it is about in the
// order of the keys, the traceback.
func (el *EventLoop) defaultHandler(t *Thread, context *Dict) error {
	logger, err := t.asyncioLogger()
	if err != nil {
		return err
	}
	show := t.Repr
	if logger.IsNone() {
		show = t.describe
	}
	if _, ok := context.getStr(NewStrObj("source_traceback")); !ok {
		if h, ok := el.executing.(*Handle); ok && h.source != nil {
			v, err := t.stackSummary(h.source)
			if err != nil {
				return err
			}
			context.setStr(NewStrObj("handle_traceback"), v)
		}
	}
	msg := "Unhandled exception in event loop"
	if v, ok := context.getStr(NewStrObj("message")); ok {
		s, err := t.Str(v)
		if err != nil {
			return err
		}
		if s != "" {
			msg = s
		}
	}
	lines := []string{msg}
	keys, err := t.Collect(context.Value())
	if err != nil {
		return err
	}
	sort.SliceStable(keys, func(i, j int) bool { return strOrEmpty(keys[i]) < strOrEmpty(keys[j]) })
	for _, k := range keys {
		name := strOrEmpty(k)
		if name == "message" || name == "exception" {
			continue
		}
		v, err := t.GetItem(context.Value(), k)
		if err != nil {
			return err
		}
		s := ""
		switch name {
		case "source_traceback", "handle_traceback":
			what := map[string]string{"source_traceback": "Object", "handle_traceback": "Handle"}[name]
			s, err = t.stackText(v)
			s = what + " created at (most recent call last):\n" + s
		default:
			s, err = show(v)
		}
		if err != nil {
			return err
		}
		lines = append(lines, name+": "+s)
		if logger.IsNone() {
			lines = append(lines, t.origin(v)...)
		}
	}
	var e *Exception
	if v, ok := context.getStr(NewStrObj("exception")); ok {
		e = AsException(v)
	}
	return t.logTo(logger, "error", strings.Join(lines, "\n"), e)
}

func strOrEmpty(v Value) string {
	if s := AsStr(v); s != nil {
		return s.s
	}
	return ""
}

// stackText is a traceback.StackSummary as text.
func (t *Thread) stackText(v Value) (string, error) {
	m, err := t.Import("traceback")
	if err != nil {
		return "", err
	}
	if v, err = t.callMethodNamed(m.Value(), "format_list", v); err != nil {
		return "", err
	}
	parts, err := t.Collect(v)
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(strOrEmpty(p))
	}
	return strings.TrimRight(b.String(), " \n"), err
}

// log writes a message of the loop's own to asyncio's logger.
func (el *EventLoop) log(t *Thread, method, msg string, e *Exception) error {
	logger, err := t.asyncioLogger()
	if err != nil {
		return err
	}
	return t.logTo(logger, method, msg, e)
}

// asyncioLogger is the logger of the name "asyncio", or what the program has put
// in its place in asyncio.base_events. It is None if nobody could see the
// difference: logging was not imported, or has no handler for it.
func (t *Thread) asyncioLogger() (Value, error) {
	vm := t.VM
	var logger Value
	if m := vm.own["asyncio.base_events"]; m != nil {
		if v, ok := m.Get("logger"); ok {
			logger = v
		}
	}
	logging := vm.own["logging"]
	if logger == (Value{}) {
		if logging == nil {
			return None, nil
		}
		v, err := t.callMethodNamed(logging.Value(), "getLogger", NewStr("asyncio"))
		if err != nil {
			return Value{}, err
		}
		logger = v
	}
	if logging == nil {
		return logger, nil
	}
	if class, ok := logging.Get("Logger"); !ok || obj(logger.Type()) != class {
		return logger, nil
	}
	handled, err := t.callMethodNamed(logger, "hasHandlers")
	if err != nil {
		return Value{}, err
	}
	if yes, err := t.Truth(handled); yes || err != nil {
		return logger, err
	}
	enabled, err := t.callMethodNamed(logger, "isEnabledFor", Int(30))
	if err != nil {
		return Value{}, err
	}
	if yes, err := t.Truth(enabled); !yes || err != nil {
		return logger, err
	}
	return None, nil
}

// logTo calls a method of a logger with a message and an exception; without a
// logger both go to standard error.
func (t *Thread) logTo(logger Value, method, msg string, e *Exception) error {
	t.VM.logged++
	if logger.IsNone() {
		if e != nil {
			msg += "\n" + strings.TrimSuffix(t.FormatException(e), "\n")
		}
		t.VM.emit(msg)
		return nil
	}
	m, err := t.GetAttr(logger, t.VM.Intern(method))
	if err != nil {
		return err
	}
	info := False
	if e != nil {
		tb := None
		if e.tb != nil {
			tb = obj(e.tb)
		}
		info = NewTuple([]Value{obj(e.typ), e.Value(), tb})
	}
	_, err = t.CallKw(m, []Value{NewStr(msg), info}, []*Str{t.VM.Intern("exc_info")})
	return err
}

func loopDefaultHandler(t *Thread, args []Value) (Value, error) {
	d := AsDict(args[1])
	if d == nil {
		return Value{}, t.TypeErrorf("the context must be a dict, not %s", args[1].Type().Name)
	}
	return None, asLoop(args).defaultHandler(t, d)
}

func loopCallHandler(t *Thread, args []Value) (Value, error) {
	d := AsDict(args[1])
	if d == nil {
		return Value{}, t.TypeErrorf("the context must be a dict, not %s", args[1].Type().Name)
	}
	return None, asLoop(args).handleException(t, d, nil)
}
