package stdlib

import (
	"strings"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// The word http, and the exchange that each of its calls returns: an awaitable
// and an async context manager.

var exchangeType rt.Type

// exchange is a request that was asked for.
type exchange struct {
	rt.Hdr
	body *fetch
	coro rt.Value
}

func asExchange(v rt.Value) *exchange { return rt.As[exchange](v, &exchangeType) }

// requestFunc is the coroutine function that requests seem to be made by.
var requestFunc = rt.NewCoroFunction("coro", "request")

// newExchange makes an exchange.
func newExchange(t *rt.Thread, o fetchOptions) rt.Value {
	x := &exchange{body: &fetch{fetchOptions: o}}
	x.Init(&exchangeType)
	x.coro = t.NewCoro(requestFunc, x.body)
	return rt.ObjectValue(x)
}

func init() {
	through := func(name, sig string) rt.Method {
		return rt.Method{Name: name, Sig: sig, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			args := a[1:]
			if rest := rt.AsTuple(a[len(a)-1]); rest != nil && strings.HasPrefix(sig, "*") {
				args = rest.Items()
			}
			return t.CallMethod(asExchange(a[0]).coro, name, args...)
		}}
	}
	rt.Define(&exchangeType, &rt.Spec{
		Name: "request", Module: "coro", Layout: true, Final: true, NoNew: true,
		Awaits: func(v rt.Value) rt.Value { return asExchange(v).coro },
		Methods: []rt.Method{
			through("send", "value, /"),
			through("throw", "*error"),
			through("close", ""),
			through("__await__", ""),
			{Name: "__name__", Kind: rt.Getter, Fn: func(*rt.Thread, []rt.Value) (rt.Value, error) { return rt.NewStr("request"), nil }},
			{Name: "__aenter__", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) { return asExchange(a[0]).coro, nil }},
			readRow("__aexit__", "*exc", func(*rt.Thread, []rt.Value) (rt.Value, error) { return rt.None, nil }),
		},
	})
}

var clientType rt.Type

// client is the word http. It has no state: all runs share it.
type client struct{ rt.Hdr }

var httpClient rt.Value

const requestParams = "headers=None, params=None, json=None, data=None, timeout=None"

// httpCall is http(url, method=…) itself.
var httpCall rt.Value

func init() {
	httpCall = rt.NewBuiltin("coro", &rt.Method{Name: "http", Sig: "url, *, method='GET', " + requestParams, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		method, err := t.StrArg("http", a[1].Or(rt.NewStr("GET")))
		if err != nil {
			return rt.Value{}, err
		}
		return clientRequest(t, method, a[0], a[2:]), nil
	}})
	rows := []rt.Method{{Name: "request", Sig: "method, url, *, " + requestParams, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		method, err := t.StrArg("http.request", a[1])
		if err != nil {
			return rt.Value{}, err
		}
		return clientRequest(t, method, a[2], a[3:]), nil
	}}}
	for _, verb := range [...]string{"get", "post", "put", "patch", "delete", "head", "options"} {
		rows = append(rows, rt.Method{Name: verb, Sig: "url, *, " + requestParams, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return clientRequest(t, verb, a[1], a[2:]), nil
		}})
	}
	rt.Define(&clientType, &rt.Spec{
		Name: "http", Module: "coro", Layout: true, Final: true, NoNew: true,
		Slots: rt.Slots{
			Repr: func(*rt.Thread, rt.Value) (string, error) { return "<coro.http>", nil },
			Call: func(t *rt.Thread, _ rt.Value, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
				return t.CallKw(httpCall, args, kwnames)
			},
		},
		Methods: rows,
	})
	c := &client{}
	c.Init(&clientType)
	httpClient = rt.ObjectValue(c)
}

// clientRequest makes a request of Coro's own client; a is headers, params, json,
// data and timeout.
func clientRequest(t *rt.Thread, method string, url rt.Value, a []rt.Value) rt.Value {
	return newExchange(t, fetchOptions{
		method: strings.ToUpper(method), url: url,
		headers: a[0], params: a[1], json: a[2], data: a[3], timeout: a[4],
	})
}
