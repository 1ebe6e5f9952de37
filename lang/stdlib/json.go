package stdlib

import (
	_ "embed"
	"strings"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// Module json: JSON texts, as Python reads and writes them. What a program calls
// is in json.py; reading and writing are here.

//go:embed json.py
var jsonSource string

//go:embed json_more.py
var jsonMoreSource string

var jsonModule = rt.ModuleDef{
	Name:   "json",
	Source: jsonSource,
	Lazy:   jsonMoreSource,
	Funcs: []rt.Method{
		{Name: "_encode", Sig: "o, default, skipkeys, ascii, circular, nan, sort, indent, item, key, /", Fn: jsonEncode},
		{Name: "_decode", Sig: "s, start, object_hook, pairs_hook, parse_float, parse_int, parse_constant, strict, /", Fn: jsonDecode},
	},
}

func init() {
	rt.RegisterModule(&jsonModule)
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
	d := jsonDecoder{t: t, s: s, strict: true, keys: map[string]rt.Value{}, objectHook: n, pairsHook: n, parseFloat: n, parseInt: n, parseConst: n}
	return d.document()
}

// jsonEncode is a value as text.
func jsonEncode(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	e := jsonEncoder{t: t, hook: a[1]}
	for i, to := range []*bool{&e.skipKeys, &e.ascii, &e.circular, &e.allowNaN, &e.sortKeys} {
		b, err := t.Truth(a[2+i])
		if err != nil {
			return rt.Value{}, err
		}
		*to = b
	}
	if s := rt.AsStr(a[0]); s != nil {
		e.str(s.String()) // whatever the other options are
		return rt.NewStr(string(e.b)), nil
	}
	if indent := a[7]; !indent.IsNone() {
		e.lines = true
		if s := rt.AsStr(indent); s != nil {
			e.indent = s.String()
		} else {
			n, err := t.IntArg(indent)
			if rt.Is(err, &rt.TypeErrorType) {
				err = t.TypeErrorf("can't multiply sequence by non-int of type '%s'", typeName(indent))
			}
			if err != nil {
				return rt.Value{}, err
			}
			e.indent = strings.Repeat(" ", int(max(0, min(n, 1<<16))))
		}
	}
	for i, to := range []*string{&e.keySep, &e.itemSep} {
		s := rt.AsStr(a[9-i])
		if s == nil {
			return rt.Value{}, t.TypeErrorf("make_encoder() argument %d must be str, not %s", 5+i, typeName(a[9-i]))
		}
		*to = s.String()
	}
	if err := e.value(a[0]); err != nil {
		return rt.Value{}, err
	}
	return rt.NewStr(string(e.b)), nil
}

// jsonDecode is the value of a text and the position after it; with start None
// nothing else may be in the text.
func jsonDecode(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	text, err := t.StrArg("decode", a[0])
	if err != nil {
		return rt.Value{}, err
	}
	strict, err := t.Truth(a[7])
	if err != nil {
		return rt.Value{}, err
	}
	// What the usual classes would make is made without calling them.
	for i, usual := range []*rt.Type{&rt.FloatType, &rt.IntType} {
		if a[4+i].Is(usual.Value()) {
			a[4+i] = rt.None
		}
	}
	d := jsonDecoder{t: t, s: text, strict: strict, keys: map[string]rt.Value{},
		objectHook: a[2], pairsHook: a[3], parseFloat: a[4], parseInt: a[5], parseConst: a[6]}
	if a[1].IsNone() {
		v, err := d.document()
		if err != nil {
			return rt.Value{}, err
		}
		return rt.NewTuple([]rt.Value{v, rt.None}), nil
	}
	start, err := t.IntArg(a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if start < 0 {
		return rt.Value{}, t.ValueErrorf("idx cannot be negative")
	}
	d.pos = len(text)
	for i := range text {
		if start == 0 {
			d.pos = i
			break
		}
		start--
	}
	v, err := d.value()
	if err != nil {
		return rt.Value{}, err
	}
	return rt.NewTuple([]rt.Value{v, rt.Int(int64(len([]rune(text[:d.pos]))))}), nil
}
