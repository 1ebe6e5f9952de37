package stdlib

import (
	"strings"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// Module json: JSON texts, as Python reads and writes them.

var jsonDecodeErrorType rt.Type

func init() {
	rt.Define(&jsonDecodeErrorType, rt.Spec{Name: "JSONDecodeError", Module: "json.decoder", Base: &rt.ValueErrorType})
	rt.RegisterModule(&rt.ModuleDef{
		Name:  "json",
		Types: []*rt.Type{&jsonDecodeErrorType},
		Funcs: []rt.Method{
			{Name: "dumps", Sig: "obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False", Fn: jsonDumps},
			{Name: "dump", Sig: "obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				text, err := jsonDumps(t, append([]rt.Value{a[0]}, a[2:]...))
				if err != nil {
					return rt.Value{}, err
				}
				write, err := t.GetAttr(a[1], t.VM.Intern("write"))
				if err != nil {
					return rt.Value{}, err
				}
				_, err = t.Call(write, text)
				return rt.None, err
			}},
			{Name: "loads", Sig: "s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None", Fn: jsonLoads},
			{Name: "load", Sig: "fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				read, err := t.GetAttr(a[0], t.VM.Intern("read"))
				if err != nil {
					return rt.Value{}, err
				}
				text, err := t.Call(read)
				if err != nil {
					return rt.Value{}, err
				}
				return jsonLoads(t, append([]rt.Value{text}, a[1:]...))
			}},
		},
	})
}

// JSONText is v as json.dumps writes it by default.
func JSONText(t *rt.Thread, v rt.Value) (string, error) {
	e := jsonEncoder{t: t, ascii: true, circular: true, allowNaN: true, itemSep: ", ", keySep: ": ", hook: rt.None}
	err := e.value(v)
	return string(e.b), err
}

// ParseJSON is the value of a JSON text, as json.loads gives it.
func ParseJSON(t *rt.Thread, s string) (rt.Value, error) {
	n := rt.None
	d := jsonDecoder{t: t, s: s, keys: map[string]rt.Value{}, objectHook: n, pairsHook: n, parseFloat: n, parseInt: n, parseConst: n}
	return d.document()
}

func jsonDumps(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	e := jsonEncoder{t: t, hook: a[8].Or(rt.None), itemSep: ", ", keySep: ": "}
	flags := []struct {
		v   rt.Value
		def bool
		to  *bool
	}{{a[1], false, &e.skipKeys}, {a[2], true, &e.ascii}, {a[3], true, &e.circular}, {a[4], true, &e.allowNaN}, {a[9], false, &e.sortKeys}}
	for _, f := range flags {
		b, err := t.Truth(f.v.Or(rt.Bool(f.def)))
		if err != nil {
			return rt.Value{}, err
		}
		*f.to = b
	}
	if indent := a[6].Or(rt.None); !indent.IsNone() {
		e.lines, e.itemSep = true, ","
		if s := rt.AsStr(indent); s != nil {
			e.indent = s.String()
		} else {
			n, err := t.IntArg(indent)
			if err != nil {
				return rt.Value{}, err
			}
			if n > 0 {
				e.indent = strings.Repeat(" ", int(min(n, 1<<16)))
			}
		}
	}
	if seps := a[7].Or(rt.None); !seps.IsNone() {
		items, err := t.Collect(seps)
		if err != nil {
			return rt.Value{}, err
		}
		if len(items) != 2 {
			return rt.Value{}, t.ValueErrorf("not enough values to unpack (expected 2, got %d)", len(items))
		}
		for i, to := range []*string{&e.itemSep, &e.keySep} {
			if *to, err = t.StrArg("separators", items[i]); err != nil {
				return rt.Value{}, err
			}
		}
	}
	if err := e.value(a[0]); err != nil {
		return rt.Value{}, err
	}
	return rt.NewStr(string(e.b)), nil
}

func jsonLoads(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	d := jsonDecoder{t: t, keys: map[string]rt.Value{}, objectHook: a[2].Or(rt.None), parseFloat: a[3].Or(rt.None),
		parseInt: a[4].Or(rt.None), parseConst: a[5].Or(rt.None), pairsHook: a[6].Or(rt.None)}
	if s := rt.AsStr(a[0]); s != nil {
		d.s = s.String()
	} else if b := rt.AsBytes(a[0]); b != nil {
		d.s = b.String()
	} else {
		return rt.Value{}, t.TypeErrorf("the JSON object must be str, bytes or bytearray, not %s", a[0].Type().Name)
	}
	return d.document()
}
