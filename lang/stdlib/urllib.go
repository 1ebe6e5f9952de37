package stdlib

import (
	_ "embed"
	"net/netip"
	"strings"

	"golang.org/x/text/unicode/norm"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// Modules urllib.parse, urllib.error and urllib.request. urlopen is the blocking
// twin of http: the clock moves while the request runs, the loop does not.

var (
	//go:embed urllib_parse.py
	urllibParseSource string
	//go:embed urllib_error.py
	urllibErrorSource string
	//go:embed urllib_request.py
	urllibRequestSource string
)

var urllibModule = rt.ModuleDef{Name: "urllib", Doc: "URLs, and requests that block.", Source: "__path__ = []\n"}

var urllibErrorModule = rt.ModuleDef{Name: "urllib.error", Source: urllibErrorSource}

var urllibRequestModule = rt.ModuleDef{
	Name:   "urllib.request",
	Source: urllibRequestSource,
	Funcs: []rt.Method{{Name: "_fetch", Sig: "method, url, headers, data, timeout", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		method, err := t.StrArg("method", a[0])
		if err != nil {
			return rt.Value{}, err
		}
		f := &fetch{fetchOptions: fetchOptions{
			method: method, url: a[1], headers: a[2], params: rt.None, json: rt.None, data: a[3], timeout: a[4],
		}}
		return t.RunBlocking(t.NewCoro(requestFunc, f), "urlopen")
	}}},
}

var urllibParseModule = rt.ModuleDef{
	Name:   "urllib.parse",
	Source: urllibParseSource,
	Funcs: []rt.Method{
		{Name: "quote", Sig: "string, safe='/', encoding=None, errors=None", Fn: quoteFunc(quote, "/")},
		{Name: "quote_plus", Sig: "string, safe='', encoding=None, errors=None", Fn: quoteFunc(quotePlus, "")},
		{Name: "quote_from_bytes", Sig: "bs, safe='/'", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			if rt.AsBytes(a[0]) == nil {
				return rt.Value{}, t.TypeErrorf("quote_from_bytes() expected bytes")
			}
			return quoteFunc(quote, "/")(t, []rt.Value{a[0], a[1], rt.Missing, rt.Missing})
		}},
		{Name: "unquote", Sig: "string, encoding='utf-8', errors='replace'", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return unquoteFunc(t, a, false)
		}},
		{Name: "unquote_plus", Sig: "string, encoding='utf-8', errors='replace'", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return unquoteFunc(t, a, true)
		}},
		{Name: "unquote_to_bytes", Sig: "string", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			s, err := bytesArg(t, "string", a[0])
			return rt.NewBytes(unquoteBytes(s)), err
		}},
		{Name: "_check_netloc", Sig: "netloc, /", Fn: checkNetloc},
		// collections' own: importing that for three classes would take longer than all else.
		{Name: "_namedtuple", Sig: "typename, field_names, *, rename=False, defaults=None, module=None", Fn: namedTuple},
	},
}

func init() {
	rt.RegisterModule(&urllibModule)
	rt.RegisterModule(&urllibErrorModule)
	rt.RegisterModule(&urllibRequestModule)
	rt.RegisterModule(&urllibParseModule)
}

func safeArg(t *rt.Thread, v rt.Value, def string) (string, error) {
	if v.IsMissing() {
		return def, nil
	}
	return bytesArg(t, "safe", v)
}

// quoteFunc is quote or quote_plus of a str or bytes.
func quoteFunc(quote func(s, safe string) string, def string) rt.Fn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		safe, err := safeArg(t, a[1], def)
		if err != nil {
			return rt.Value{}, err
		}
		if b := rt.AsBytes(a[0]); b != nil {
			for i, name := range []string{"encoding", "errors"} {
				if !absent(a[2+i]) {
					return rt.Value{}, t.TypeErrorf("quote() doesn't support '%s' for bytes", name)
				}
			}
			return rt.NewStr(quote(b.String(), safe)), nil
		}
		s := rt.AsStr(a[0])
		if s == nil {
			return rt.Value{}, t.TypeErrorf("quote_from_bytes() expected bytes")
		}
		name, mode, err := codecArgs(t, a[2], a[3], "strict")
		if err != nil {
			return rt.Value{}, err
		}
		encoded, err := t.Encode(s, name, mode)
		return rt.NewStr(quote(encoded, safe)), err
	}
}

// checkNetloc is the error of a netloc whose brackets hold no address, or with
// characters that end it once it is normalized: who splits the URL and who asks for it
// would see different hosts.
func checkNetloc(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	netloc := rt.AsStr(a[0]).String()
	_, inside, opened := strings.Cut(netloc, "[")
	host, _, closed := strings.Cut(inside, "]")
	switch {
	case opened != strings.Contains(netloc, "]"):
		return rt.Value{}, t.ValueErrorf("Invalid IPv6 URL")
	case !opened:
	case strings.HasPrefix(host, "v"):
		version, address, _ := strings.Cut(host[1:], ".")
		if version == "" || strings.Trim(version, "0123456789abcdefABCDEF") != "" || address == "" {
			return rt.Value{}, t.ValueErrorf("IPvFuture address is invalid")
		}
	default:
		ip, err := netip.ParseAddr(host)
		if err != nil || !closed {
			s, err := t.Repr(rt.NewStr(host))
			if err != nil {
				return rt.Value{}, err
			}
			return rt.Value{}, t.ValueErrorf("%s does not appear to be an IPv4 or IPv6 address", s)
		}
		if ip.Is4() {
			return rt.Value{}, t.ValueErrorf("An IPv4 address cannot be in brackets")
		}
	}
	plain := strings.NewReplacer("@", "", ":", "", "#", "", "?", "").Replace(netloc)
	if normal := norm.NFKC.String(plain); normal != plain && strings.ContainsAny(normal, "/?#@:") {
		return rt.Value{}, t.ValueErrorf("netloc '%s' contains invalid characters under NFKC normalization", netloc)
	}
	return rt.None, nil
}

// codecArgs are an encoding and what to do about errors.
func codecArgs(t *rt.Thread, encoding, errors rt.Value, def string) (name, mode string, err error) {
	name, mode = "utf-8", def
	if !absent(encoding) {
		name, err = t.StrArg("encoding", encoding)
	}
	if !absent(errors) && err == nil {
		mode, err = t.StrArg("errors", errors)
	}
	return name, mode, err
}

func unquoteFunc(t *rt.Thread, a []rt.Value, plus bool) (rt.Value, error) {
	name, mode, err := codecArgs(t, a[1], a[2], "replace")
	if err != nil {
		return rt.Value{}, err
	}
	text, err := bytesArg(t, "string", a[0])
	if err != nil {
		return rt.Value{}, err
	}
	if plus {
		text = plusToSpace(text)
	}
	// Only runs of ASCII are decoded: the rest is text already.
	var out []byte
	for len(text) > 0 {
		i := 0
		for i < len(text) && text[i] < 0x80 {
			i++
		}
		if i > 0 {
			s, err := t.Decode(unquoteBytes(text[:i]), name, mode)
			if err != nil {
				return rt.Value{}, err
			}
			out = append(out, s.String()...)
			text = text[i:]
			continue
		}
		for i < len(text) && text[i] >= 0x80 {
			i++
		}
		out = append(out, text[:i]...)
		text = text[i:]
	}
	return rt.NewStr(string(out)), nil
}
