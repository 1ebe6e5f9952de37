package stdlib

import (
	_ "embed"
	"encoding/base64"
	"strings"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// Module aiohttp: its client, on the same network as http. Sessions are in
// aiohttp.py.

//go:embed aiohttp.py
var aiohttpSource string

var aiohttpModule = rt.ModuleDef{
	Name:   "aiohttp",
	Doc:    "aiohttp's client.",
	Source: aiohttpSource,
	Types:  aiohttpErrors,
	Consts: map[string]rt.Value{"ClientResponse": responseType.Value()},
	Funcs: []rt.Method{{Name: "_exchange", Sig: "method, url, headers, params, json, data, timeout, raise_for_status", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		method, err := t.StrArg("request", a[0])
		if err != nil {
			return rt.Value{}, err
		}
		raise, err := t.Truth(a[7])
		if err != nil {
			return rt.Value{}, err
		}
		return newExchange(t, fetchOptions{
			method: strings.ToUpper(method), url: a[1],
			headers: a[2], params: a[3], json: a[4], data: a[5], timeout: a[6],
			aiohttp: true, raiseForStatus: raise,
		}), nil
	}}, {Name: "_base64", Sig: "data", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		data, err := bytesArg(t, "data", a[0])
		return rt.NewStr(base64.StdEncoding.EncodeToString([]byte(data))), err
	}}},
}

func init() {
	rt.RegisterModule(&aiohttpModule)
}
