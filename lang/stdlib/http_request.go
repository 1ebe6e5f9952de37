package stdlib

import (
	rt "github.com/coro-lang/coro/lang/runtime"
)

// Requests as a route's handler sees them.

var requestType rt.Type

type request struct {
	rt.Hdr
	attrs       *rt.Attrs
	method, url string
	addr        string // what routes go by
	path        string
	queryText   string
	query       *rt.Dict // made when it is first asked for
	params      *rt.Dict
	headers     *headers
	body        string
	hasBody     bool
}

func asRequest(v rt.Value) *request { return rt.As[request](v, &requestType) }

func (r *request) queryDict() *rt.Dict {
	if r.query == nil {
		r.query = rt.NewDict()
		eachPair(r.queryText, func(name, value string) { r.query.SetStr(name, rt.NewStr(value)) })
	}
	return r.query
}

func init() {
	attr := func(name string, get func(r *request) rt.Value) rt.Method {
		return getter(name, func(_ *rt.Thread, v rt.Value) rt.Value { return get(asRequest(v)) })
	}
	rt.Define(&requestType, &rt.Spec{
		Name: "Request", Module: "coro", Layout: true, Attrs: true, NoNew: true,
		AttrsOf: func(v rt.Value) **rt.Attrs { return &asRequest(v).attrs },
		Slots: rt.Slots{
			Repr: func(_ *rt.Thread, v rt.Value) (string, error) {
				r := asRequest(v)
				return "<Request " + r.method + " " + r.url + ">", nil
			},
		},
		Methods: []rt.Method{
			attr("method", func(r *request) rt.Value { return rt.NewStr(r.method) }),
			attr("url", func(r *request) rt.Value { return rt.NewStr(r.url) }),
			attr("path", func(r *request) rt.Value { return rt.NewStr(r.path) }),
			attr("query", func(r *request) rt.Value { return r.queryDict().Value() }),
			attr("params", func(r *request) rt.Value { return r.params.Value() }),
			attr("headers", func(r *request) rt.Value { return rt.ObjectValue(r.headers) }),
			readRow("text", "", func(_ *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.NewStr(asRequest(a[0]).body), nil }),
			readRow("read", "", func(_ *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.NewBytes(asRequest(a[0]).body), nil }),
			readRow("json", "", func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				r := asRequest(a[0])
				if !r.hasBody {
					return rt.Value{}, t.TypeErrorf("the JSON object must be str, bytes or bytearray, not NoneType")
				}
				return ParseJSON(t, r.body)
			}),
		},
	})
}
