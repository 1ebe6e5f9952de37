package stdlib

import (
	"crypto/md5"
	"crypto/sha1"
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// Module uuid, written in the language but for the digests of uuid3 and uuid5.

//go:embed uuid.py
var uuidSource string

var uuidModule = rt.ModuleDef{
	Name:   "uuid",
	Source: uuidSource,
	Funcs: []rt.Method{
		{Name: "_md5", Sig: "data, /", Fn: digest(func(b []byte) []byte { d := md5.Sum(b); return d[:] })},
		{Name: "_sha1", Sig: "data, /", Fn: digest(func(b []byte) []byte { d := sha1.Sum(b); return d[:] })},
	},
}

func init() {
	rt.RegisterModule(&uuidModule)
}

// digest makes the function of bytes that gives the bytes of a digest.
func digest(sum func(b []byte) []byte) rt.Fn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		b := rt.AsBytes(a[0])
		if b == nil {
			return rt.Value{}, t.TypeErrorf("a bytes-like object is required, not '%s'", a[0].Type().Name)
		}
		return rt.NewBytes(string(sum([]byte(b.String())))), nil
	}
}
