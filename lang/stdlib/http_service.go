package stdlib

import (
	"time"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// The simulated network's side of a request: a task that runs the route's handler
// and, as its last act, resolves the future that the client waits for.

// service is that task's coroutine.
type service struct {
	req      *request
	reply    *rt.Future
	answered bool // the handler was called
}

// serviceFunc is the coroutine function that service tasks seem to run.
var serviceFunc = rt.NewCoroFunction("coro", "service")

// startService starts the task that answers req and returns it with the future
// that it will resolve.
func startService(t *rt.Thread, el *rt.EventLoop, req *request) (task, reply *rt.Future, err error) {
	reply = t.NewFuture(el)
	reply.Hide()
	coro := t.NewCoro(serviceFunc, &service{req: req, reply: reply})
	started, err := t.NewTask(el, coro, rt.NewStr(req.method+" "+req.addr), nil)
	if err != nil {
		return nil, nil, err
	}
	started.Hide()
	return &started.Future, reply, nil
}

func (s *service) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	if !s.answered {
		s.answered = true
		handler, params, ok := routesOf(t.VM).find(s.req.method, s.req.addr)
		if !ok {
			return s.fail(t, t.NewError(&rt.ConnectionErrorType, routesOf(t.VM).refused(s.req.method, s.req.addr)))
		}
		s.req.params = rt.NewDict()
		for i := 0; i < len(params); i += 2 {
			s.req.params.SetStr(params[i], rt.NewStr(params[i+1]))
		}
		in, err = t.Call(handler, rt.ObjectValue(s.req))
		if err == nil && t.IsAwaitable(in) {
			return in, rt.AwaitIt, nil
		}
	}
	var answer *response
	if err == nil {
		answer, err = responseOf(t, in)
	}
	if err != nil {
		e, ok := err.(*rt.Exception)
		switch {
		case !ok:
			return rt.Value{}, rt.Done, err
		case rt.Is(e, &rt.ConnectionErrorType):
			return s.fail(t, e)
		case rt.Is(e, &rt.CancelledErrorType):
			if _, cerr := s.reply.Cancel(t, rt.Missing); cerr != nil {
				err = cerr
			}
			return rt.Value{}, rt.Done, err
		case !rt.Is(e, &rt.ExceptionType):
			return rt.Value{}, rt.Done, err
		}
		if answer, err = s.failed(t, e); err != nil {
			return rt.Value{}, rt.Done, err
		}
	}
	if !s.reply.Done() {
		s.reply.SetResult(rt.ObjectValue(s.sent(t, answer)))
	}
	return rt.None, rt.Done, nil
}

// fail passes a failure to connect on to the client.
func (s *service) fail(t *rt.Thread, e *rt.Exception) (rt.Value, rt.Want, error) {
	if !s.reply.Done() {
		s.reply.SetException(t, e)
	}
	return rt.None, rt.Done, nil
}

// failed is the answer of a handler that raised: 500, and the traceback goes to
// standard error.
func (s *service) failed(t *rt.Thread, e *rt.Exception) (*response, error) {
	text, err := t.Str(e.Value())
	if err != nil {
		return nil, err
	}
	t.Report(s.req.method + " " + s.req.addr + " failed:\n" + t.FormatException(e))
	return newResponse(500, textPlain, e.Value().Type().Name+": "+text), nil
}

// responseOf is the response that a handler's result stands for.
func responseOf(t *rt.Thread, v rt.Value) (*response, error) {
	switch {
	case asResponse(v) != nil:
		return asResponse(v), nil
	case v.IsNone():
		return newResponse(204, textPlain, ""), nil
	case rt.AsStr(v) != nil:
		return newResponse(200, textPlain, rt.AsStr(v).String()), nil
	case rt.AsDict(v) != nil || rt.AsList(v) != nil:
		text, err := JSONText(t, v)
		return newResponse(200, jsonType, text), err
	}
	return nil, t.TypeErrorf("a route returns a dict, list, str, None or Response, not %s", v.Type().Name)
}

// sent is the response as it reaches the client: one of its own, for a handler
// may return the same again, with a Date.
func (s *service) sent(t *rt.Thread, from *response) *response {
	r := &response{
		status: from.status, headers: from.headers.copy(), body: from.body,
		method: s.req.method, url: s.req.url,
	}
	r.Init(&responseType)
	r.headers.setDefault("Date", dateOf(t))
	return r
}

// dateHeader is the Date of the replies of one second.
type dateHeader struct {
	second int64
	text   rt.Value
}

var dateKey = new(int)

// dateOf is a Date header's value: the wall's time.
func dateOf(t *rt.Thread) rt.Value {
	d := rt.State(t.VM, dateKey, func() *dateHeader { return &dateHeader{second: -1} })
	if now := int64(t.VM.WallTime()); now != d.second || d.text == (rt.Value{}) {
		d.second = now
		d.text = rt.NewStr(time.Unix(now, 0).UTC().Format("Mon, 02 Jan 2006 15:04:05 GMT"))
	}
	return d.text
}
