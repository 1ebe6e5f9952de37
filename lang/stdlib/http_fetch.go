package stdlib

import (
	rt "github.com/coro-lang/coro/lang/runtime"
)

// The client's side of a request. It is a coroutine: nothing is sent before it is
// awaited.

// fetchOptions is what a program says about a request.
type fetchOptions struct {
	method                               string
	url                                  rt.Value
	headers, params, json, data, timeout rt.Value // Missing: not given
	// What aiohttp's requests have besides.
	aiohttp        bool // failures to connect are ClientConnectorErrors
	raiseForStatus bool
}

// fetch is the body of a request's coroutine.
type fetch struct {
	fetchOptions
	begun   bool
	began   float64
	sent    string // the URL that was asked for
	timeout *timeoutObj
	call    networkCall
	answer  *response // once there is one
}

// networkCall is a request on its way: a service of the simulated network, or
// work outside.
type networkCall interface {
	// hangUp stops it unless it is over.
	hangUp(t *rt.Thread) error
}

func (f *fetch) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	if !f.begun {
		f.begun = true
		reply, err := f.begin(t)
		if err != nil {
			return rt.Value{}, rt.Done, f.over(t, err)
		}
		return reply.Value(), rt.AwaitIt, nil
	}
	if f.timeout != nil {
		err = f.timeout.exit(t, err)
	}
	if err = f.over(t, err); err != nil {
		return rt.Value{}, rt.Done, err
	}
	f.answer = asResponse(in)
	f.answer.elapsed = t.VM.Now() - f.began
	if f.raiseForStatus {
		if err := f.answer.raiseForStatus(t); err != nil {
			return rt.Value{}, rt.Done, err
		}
	}
	return in, rt.Done, nil
}

// Blocked is what a task that awaits the request waits on.
func (f *fetch) Blocked(*rt.Thread) rt.Wait {
	return rt.Wait{What: "the reply to " + f.method + " " + f.sent}
}

// over ends the exchange; err is what the client is to get.
func (f *fetch) over(t *rt.Thread, err error) error {
	if f.call != nil {
		if herr := f.call.hangUp(t); herr != nil {
			return herr
		}
		f.call = nil
	}
	if f.aiohttp && rt.Is(err, &rt.ConnectionErrorType) && !rt.Is(err, &clientErrorType) {
		return connectorError(t, err.(*rt.Exception))
	}
	return err
}

// connectorError is the aiohttp exception for a failure to connect.
func connectorError(t *rt.Thread, cause *rt.Exception) error {
	text, err := t.Str(cause.Value())
	if err != nil {
		return err
	}
	e := t.NewError(&clientConnectorErrorType, text)
	e.SetCause(cause)
	e.SetContext(cause)
	return e
}

// begin sends the request and returns the future of its response.
func (f *fetch) begin(t *rt.Thread) (*rt.Future, error) {
	req, err := f.request(t)
	if err != nil {
		return nil, err
	}
	el, err := t.RunningLoop()
	if err != nil {
		return nil, err
	}
	f.began, f.sent = t.VM.Now(), req.url
	reply, err := f.send(t, el, req)
	if err != nil {
		return nil, err
	}
	limit := f.fetchOptions.timeout.Or(rt.None)
	if total, ok, err := t.LookupAttr(limit, t.VM.Intern("total")); err != nil {
		return nil, err
	} else if ok {
		limit = total
	}
	if !limit.IsNone() {
		tm, err := newTimeout(t, limit)
		if err == nil {
			err = tm.enter(t)
		}
		if err != nil {
			return nil, err
		}
		f.timeout = tm
	}
	return reply, nil
}

// simulated is a request that a route answers.
type simulated struct{ task *rt.Future }

func (s simulated) hangUp(t *rt.Thread) error {
	if s.task.Done() {
		return nil
	}
	_, err := s.task.Cancel(t, rt.Missing)
	return err
}

// send hands the request to the simulated network or to the real one.
func (f *fetch) send(t *rt.Thread, el *rt.EventLoop, req *request) (*rt.Future, error) {
	if n := networkOf(t.VM); n.carries(t.VM, req) {
		o, err := n.send(t, el, req)
		if err != nil {
			return nil, err
		}
		f.call = o
		return o.reply, nil
	}
	task, reply, err := startService(t, el, req)
	if err == nil {
		f.call = simulated{task}
	}
	return reply, err
}

// request makes the request of the options.
func (f *fetch) request(t *rt.Thread) (*request, error) {
	url, err := t.StrArg("http", f.url)
	if err != nil {
		return nil, err
	}
	if !absent(f.params) {
		query, ok := "", false
		if s := rt.AsStr(f.params); s != nil {
			query = s.String()
		} else if ok, err = t.Truth(f.params); ok && err == nil {
			query, err = urlencode(t, f.params)
		}
		if err != nil {
			return nil, err
		}
		url = withQuery(url, query)
	}
	scheme, host, path, query, ok := splitURL(url)
	if !ok {
		s, err := t.Repr(rt.NewStr(url))
		if err == nil {
			err = t.ValueErrorf("not an absolute URL: %s", s)
		}
		return nil, err
	}
	req := &request{method: f.method, url: url, addr: address(scheme, host, path), path: path, queryText: query, headers: newHeaders()}
	req.Init(&requestType)
	if err := f.setBody(t, req); err != nil {
		return nil, err
	}
	if !absent(f.headers) {
		if err := req.headers.update(t, f.headers); err != nil {
			return nil, err
		}
	}
	return req, nil
}

func absent(v rt.Value) bool { return v.IsMissing() || v.IsNone() }

// withQuery adds a query to a URL, before its fragment.
func withQuery(url, query string) string {
	if query == "" {
		return url
	}
	sep := "?"
	for i := range len(url) {
		switch url[i] {
		case '?':
			sep = "&"
		case '#':
			return url[:i] + sep + query + url[i:]
		}
	}
	return url + sep + query
}

// setBody gives the request its body and the content type that it says.
func (f *fetch) setBody(t *rt.Thread, req *request) (err error) {
	kind := ""
	switch {
	case !absent(f.json):
		kind = jsonType
		req.body, err = JSONText(t, f.json)
	case absent(f.data):
		return nil
	case rt.AsStr(f.data) != nil || rt.AsBytes(f.data) != nil:
		req.body, err = bytesArg(t, "data", f.data)
	case rt.AsDict(f.data) != nil || rt.AsList(f.data) != nil || rt.AsTuple(f.data) != nil:
		kind = formType
		req.body, err = urlencode(t, f.data)
	default:
		return t.TypeErrorf("data must be a str, bytes or a dict of form fields, not %s", f.data.Type().Name)
	}
	req.hasBody = true
	if kind != "" {
		req.headers.set("Content-Type", rt.NewStr(kind))
	}
	return err
}

// urlencode is the pairs of a mapping or sequence as a query string.
func urlencode(t *rt.Thread, v rt.Value) (string, error) {
	if rt.AsStr(v) != nil || rt.AsBytes(v) != nil || rt.AsDict(v) == nil && v.Type().Iter == nil {
		return "", t.TypeErrorf("not a valid non-string sequence or mapping object")
	}
	var out []byte
	part := func(v rt.Value) error {
		if b := rt.AsBytes(v); b != nil {
			out = append(out, quotePlus(b.String(), "")...)
			return nil
		}
		s, err := t.Str(v)
		out = append(out, quotePlus(s, "")...)
		return err
	}
	err := eachItem(t, v, func(k, v rt.Value) error {
		if len(out) > 0 {
			out = append(out, '&')
		}
		if err := part(k); err != nil {
			return err
		}
		out = append(out, '=')
		return part(v)
	})
	return string(out), err
}
