package stdlib

import (
	"mime"
	"net/http"
	"strconv"
	"strings"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// Responses: what a route's handler returns and what a client gets.

var responseType rt.Type

type response struct {
	rt.Hdr
	attrs   *rt.Attrs
	status  int
	phrase  string // the reason that a real server gave
	headers *headers
	body    string
	method  string // of the request that it answers
	url     string // "" before it is one
	elapsed float64
}

func asResponse(v rt.Value) *response { return rt.As[response](v, &responseType) }

const (
	textPlain = "text/plain"
	jsonType  = "application/json"
	bytesType = "application/octet-stream"
	formType  = "application/x-www-form-urlencoded"
)

// newResponse makes a response with a body of a content type.
func newResponse(status int, contentType, body string) *response {
	r := &response{status: status, headers: newHeaders(), body: body}
	r.Init(&responseType)
	r.headers.setDefault("Content-Type", rt.NewStr(contentType))
	return r
}

// reason is the words that stand for the status.
func (r *response) reason() string {
	switch {
	case r.phrase != "":
		return r.phrase
	case pythonPhrases[r.status] != "":
		return pythonPhrases[r.status]
	}
	return http.StatusText(r.status)
}

// pythonPhrases are the reasons for which Python has other words than Go.
var pythonPhrases = map[int]string{
	413: "Content Too Large", 414: "URI Too Long", 416: "Range Not Satisfiable",
	418: "I'm a Teapot", 422: "Unprocessable Content",
}

func (r *response) ok() bool { return r.status < 400 }

// contentType is the type and the charset of the body.
func (r *response) contentType() (kind, charset string) {
	kind, params, parameters := strings.Cut(r.headers.text("Content-Type"), ";")
	kind = strings.ToLower(strings.TrimSpace(kind))
	if kind == "" {
		kind = bytesType
	}
	if parameters {
		if _, values, err := mime.ParseMediaType(kind + ";" + params); err == nil {
			charset = values["charset"]
		}
	}
	return kind, charset
}

// text is the body decoded by an encoding, by default that of the headers.
func (r *response) text(t *rt.Thread, encoding, errors rt.Value) (rt.Value, error) {
	name, mode := "utf-8", "strict"
	if _, charset := r.contentType(); charset != "" {
		name = charset
	}
	var err error
	if !encoding.IsMissing() && !encoding.IsNone() {
		if name, err = t.StrArg("text", encoding); err != nil {
			return rt.Value{}, err
		}
	}
	if !errors.IsMissing() {
		if mode, err = t.StrArg("text", errors); err != nil {
			return rt.Value{}, err
		}
	}
	s, err := t.Decode(r.body, name, mode)
	if err != nil {
		return rt.Value{}, err
	}
	return s.Value(), nil
}

// initResponse is Response(status=200, headers=None, json=None, text=None,
// content=None).
func initResponse(t *rt.Thread, self rt.Value, a []rt.Value) error {
	r := asResponse(self)
	status, err := t.IntArg(a[0].Or(rt.Int(200)))
	if err != nil {
		return err
	}
	if status < 100 || status > 999 {
		return t.ValueErrorf("a status has three digits, not %d", status)
	}
	r.status = int(status)
	if r.headers, err = headersOf(t, a[1]); err != nil {
		return err
	}
	kind := textPlain
	switch given := func(v rt.Value) bool { return !v.IsMissing() && !v.IsNone() }; {
	case given(a[2]):
		kind = jsonType
		r.body, err = JSONText(t, a[2])
	case given(a[4]):
		kind = bytesType
		r.body, err = bytesArg(t, "content", a[4])
	case given(a[3]):
		r.body, err = t.StrArg("text", a[3])
	}
	r.headers.setDefault("Content-Type", rt.NewStr(kind))
	return err
}

// bytesArg is the bytes of a bytes or str argument.
func bytesArg(t *rt.Thread, name string, v rt.Value) (string, error) {
	if b := rt.AsBytes(v); b != nil {
		return b.String(), nil
	}
	if s := rt.AsStr(v); s != nil {
		return s.String(), nil
	}
	return "", t.TypeErrorf("%s must be bytes or str, not %s", name, v.Type().Name)
}

// raiseForStatus is the HTTPError of a response that is none to go on with.
func (r *response) raiseForStatus(t *rt.Thread) error {
	if r.ok() {
		return nil
	}
	e, err := t.Call(clientResponseErrorType.Value(), rt.Int(int64(r.status)), rt.NewStr(r.reason()), rt.ObjectValue(r))
	if err != nil {
		return err
	}
	return rt.AsException(e)
}

// readRow is a coroutine method that never suspends: the body is there.
func readRow(name, sig string, read func(t *rt.Thread, a []rt.Value) (rt.Value, error)) rt.Method {
	return rt.Method{
		Name: name, Sig: sig,
		Coro: func(t *rt.Thread, a []rt.Value) (rt.NativeCoro, error) {
			return &reading{read, append([]rt.Value(nil), a...)}, nil
		},
		Quick: func(t *rt.Thread, a []rt.Value) (rt.Value, bool, error) {
			v, err := read(t, a)
			return v, true, err
		},
	}
}

// reading is the body of such a method's coroutine.
type reading struct {
	read func(t *rt.Thread, a []rt.Value) (rt.Value, error)
	args []rt.Value
}

func (r *reading) Step(t *rt.Thread, _ rt.Value, err error) (rt.Value, rt.Want, error) {
	if err != nil {
		return rt.Value{}, rt.Done, err
	}
	v, err := r.read(t, r.args)
	return v, rt.Done, err
}

// getter is a row for an attribute.
func getter(name string, get func(t *rt.Thread, v rt.Value) rt.Value) rt.Method {
	return rt.Method{Name: name, Kind: rt.Getter, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return get(t, a[0]), nil }}
}

func init() {
	attr := func(name string, get func(r *response) rt.Value) rt.Method {
		return getter(name, func(_ *rt.Thread, v rt.Value) rt.Value { return get(asResponse(v)) })
	}
	settable := func(m rt.Method, set func(t *rt.Thread, r *response, v rt.Value) error) rt.Method {
		m.Set = func(t *rt.Thread, self, v rt.Value) error {
			if v.IsMissing() {
				return t.Errorf(&rt.AttributeErrorType, "%s cannot be deleted", m.Name)
			}
			return set(t, asResponse(self), v)
		}
		return m
	}
	nothing := func(*rt.Thread, []rt.Value) (rt.Value, error) { return rt.None, nil }
	rt.Define(&responseType, &rt.Spec{
		Name: "Response", Module: "coro", Layout: true, Attrs: true,
		AttrsOf: func(v rt.Value) **rt.Attrs { return &asResponse(v).attrs },
		Slots: rt.Slots{
			New:        rt.MakeNew(func(r *response) *rt.Hdr { r.headers = newHeaders(); return &r.Hdr }),
			Initialize: rt.MakeInit("Response", "status=200, headers=None, json=None, text=None, content=None", initResponse),
			Repr: func(_ *rt.Thread, v rt.Value) (string, error) {
				r := asResponse(v)
				return "<Response [" + strings.TrimSpace(strconv.Itoa(r.status)+" "+r.reason()) + "]>", nil
			},
		},
		Methods: []rt.Method{
			settable(attr("status", func(r *response) rt.Value { return rt.Int(int64(r.status)) }), func(t *rt.Thread, r *response, v rt.Value) error {
				n, err := t.IntArg(v)
				r.status, r.phrase = int(n), ""
				return err
			}),
			settable(attr("headers", func(r *response) rt.Value { return rt.ObjectValue(r.headers) }), func(t *rt.Thread, r *response, v rt.Value) (err error) {
				r.headers, err = headersOf(t, v)
				return err
			}),
			attr("ok", func(r *response) rt.Value { return rt.Bool(r.ok()) }),
			attr("reason", func(r *response) rt.Value { return rt.NewStr(r.reason()) }),
			attr("elapsed", func(r *response) rt.Value { return rt.Float(r.elapsed) }),
			attr("method", func(r *response) rt.Value { return rt.NewStr(r.method) }),
			attr("url", func(r *response) rt.Value {
				if r.url == "" {
					return rt.None
				}
				return rt.NewStr(r.url)
			}),
			attr("content_type", func(r *response) rt.Value {
				kind, _ := r.contentType()
				return rt.NewStr(kind)
			}),
			attr("charset", func(r *response) rt.Value {
				if _, charset := r.contentType(); charset != "" {
					return rt.NewStr(charset)
				}
				return rt.None
			}),
			readRow("read", "", func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.NewBytes(asResponse(a[0]).body), nil }),
			readRow("text", "encoding=None, errors='strict'", func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				return asResponse(a[0]).text(t, a[1], a[2])
			}),
			readRow("json", "*, encoding=None, loads=None, content_type=None", func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				text, err := asResponse(a[0]).text(t, a[1], rt.Missing)
				if err != nil {
					return rt.Value{}, err
				}
				if !a[2].IsMissing() && !a[2].IsNone() {
					return t.Call(a[2], text)
				}
				return ParseJSON(t, rt.AsStr(text).String())
			}),
			{Name: "raise_for_status", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				return rt.None, asResponse(a[0]).raiseForStatus(t)
			}},
			{Name: "close", Fn: nothing},
			{Name: "release", Fn: nothing},
			readRow("__aenter__", "", func(_ *rt.Thread, a []rt.Value) (rt.Value, error) { return a[0], nil }),
			readRow("__aexit__", "*exc", nothing),
		},
	})
}
