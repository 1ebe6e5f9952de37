package runtime

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Text to bytes and back: str.encode and bytes.decode.

// encoding is one way to write code points as bytes.
type encoding struct {
	name   string // in errors
	limit  rune   // code points from here on cannot be encoded
	reason string // why
	// surrogates says that errors="surrogatepass" lets lone surrogates through.
	surrogates bool
	mark       string // written first
	put        func(b []byte, c rune) []byte
	// get decodes the first code point of s. For bytes that mean none, bad says
	// why and n is how many there are.
	get func(s string) (c rune, n int, bad string)
}

var (
	encUTF8   = &encoding{"utf-8", 0x110000, "surrogates not allowed", true, "", appendCodePoint, getUTF8}
	encSig    = &encoding{"utf-8", 0x110000, "surrogates not allowed", true, "\ufeff", appendCodePoint, getUTF8}
	encodings = map[string]*encoding{
		"utf-8": encUTF8, "utf8": encUTF8, "u8": encUTF8, "utf": encUTF8, "cp65001": encUTF8, "utf-8-sig": encSig,
	}
)

func init() {
	const narrow = "ordinal not in range(128)"
	ascii := &encoding{"ascii", 0x80, narrow, false, "", putByte, func(s string) (rune, int, string) {
		if s[0] >= 0x80 {
			return 0, 1, narrow
		}
		return rune(s[0]), 1, ""
	}}
	latin := &encoding{"latin-1", 0x100, "ordinal not in range(256)", false, "", putByte, func(s string) (rune, int, string) {
		return rune(s[0]), 1, ""
	}}
	for _, name := range strings.Fields("ascii us-ascii 646 iso646-us iso-ir-6 ansi-x3.4-1968 us") {
		encodings[name] = ascii
	}
	for _, name := range strings.Fields("latin-1 latin1 latin l1 iso-8859-1 iso8859-1 8859 iso8859 cp819 iso-ir-100 ibm819") {
		encodings[name] = latin
	}
	for _, big := range []bool{false, true} {
		order, mark16, mark32 := "le", "\xff\xfe", "\xff\xfe\x00\x00"
		if big {
			order, mark16, mark32 = "be", "", ""
		}
		for _, wide := range []bool{false, true} {
			bits, mark := "16", mark16
			e := encoding{limit: 0x110000, reason: "surrogates not allowed", surrogates: true, put: put16(big), get: get16(big)}
			if wide {
				bits, mark = "32", mark32
				e.put, e.get = put32(big), get32(big)
			}
			plain := e
			plain.name = "utf-" + bits + "-" + order
			encodings[plain.name] = &plain
			encodings["utf"+bits+"-"+order] = &plain
			if !big {
				e.name, e.mark = "utf-"+bits, mark
				encodings[e.name], encodings["utf"+bits], encodings["u"+bits] = &e, &e, &e
			}
		}
	}
}

func putByte(b []byte, c rune) []byte { return append(b, byte(c)) }

// getUTF8 tells bad bytes apart as the Unicode standard recommends: as many as
// could begin a character belong together.
func getUTF8(s string) (rune, int, string) {
	if c, n := utf8.DecodeRuneInString(s); c != utf8.RuneError || n > 1 {
		return c, n, ""
	}
	lead := s[0]
	need, low, high := 0, byte(0x80), byte(0xBF)
	switch {
	case lead >= 0xC2 && lead <= 0xDF:
		need = 2
	case lead >= 0xE0 && lead <= 0xEF:
		need = 3
	case lead >= 0xF0 && lead <= 0xF4:
		need = 4
	default:
		return 0, 1, "invalid start byte"
	}
	switch lead {
	case 0xE0:
		low = 0xA0
	case 0xED:
		high = 0x9F
	case 0xF0:
		low = 0x90
	case 0xF4:
		high = 0x8F
	}
	for n := 1; n < need; n++ {
		if n == len(s) {
			return 0, n, "unexpected end of data"
		}
		if s[n] < low || s[n] > high {
			return 0, n, "invalid continuation byte"
		}
		low, high = 0x80, 0xBF
	}
	return 0, 1, "invalid start byte"
}

func put16(big bool) func(b []byte, c rune) []byte {
	unit := func(b []byte, u rune) []byte {
		if big {
			return append(b, byte(u>>8), byte(u))
		}
		return append(b, byte(u), byte(u>>8))
	}
	return func(b []byte, c rune) []byte {
		if c < 0x10000 {
			return unit(b, c)
		}
		c -= 0x10000
		return unit(unit(b, 0xD800+c>>10), 0xDC00+c&0x3FF)
	}
}

func get16(big bool) func(s string) (rune, int, string) {
	unit := func(s string) rune {
		if big {
			return rune(s[0])<<8 | rune(s[1])
		}
		return rune(s[1])<<8 | rune(s[0])
	}
	return func(s string) (rune, int, string) {
		if len(s) < 2 {
			return 0, len(s), "truncated data"
		}
		c := unit(s)
		switch {
		case c < 0xD800 || c > 0xDFFF:
			return c, 2, ""
		case c >= 0xDC00:
			return 0, 2, "illegal encoding"
		case len(s) < 4:
			return 0, len(s), "unexpected end of data"
		}
		low := unit(s[2:])
		if low < 0xDC00 || low > 0xDFFF {
			return 0, 2, "illegal UTF-16 surrogate"
		}
		return 0x10000 + (c-0xD800)<<10 + (low - 0xDC00), 4, ""
	}
}

func put32(big bool) func(b []byte, c rune) []byte {
	return func(b []byte, c rune) []byte {
		if big {
			return append(b, 0, byte(c>>16), byte(c>>8), byte(c))
		}
		return append(b, byte(c), byte(c>>8), byte(c>>16), 0)
	}
}

func get32(big bool) func(s string) (rune, int, string) {
	return func(s string) (rune, int, string) {
		if len(s) < 4 {
			return 0, len(s), "truncated data"
		}
		u := uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
		if big {
			u = uint32(s[3]) | uint32(s[2])<<8 | uint32(s[1])<<16 | uint32(s[0])<<24
		}
		switch {
		case u > 0x10FFFF:
			return 0, 4, "code point not in range(0x110000)"
		case u >= 0xD800 && u <= 0xDFFF:
			return 0, 4, "code point in surrogate code point range(0xd800, 0xe000)"
		}
		return rune(u), 4, ""
	}
}

// bytesToBytes are the names of the codecs that encode no text, as encodings has them.
var bytesToBytes = []string{"base64", "base64-codec", "base-64", "bz2", "bz2-codec", "hex", "hex-codec", "quopri", "quopri-codec",
	"quoted-printable", "quotedprintable", "rot13", "rot-13", "uu", "uu-codec", "zip", "zlib", "zlib-codec"}

// findEncoding is the encoding called name, to encode or decode with.
func (t *Thread) findEncoding(name, purpose string) (*encoding, error) {
	plain := strings.NewReplacer("_", "-", " ", "-").Replace(strings.ToLower(name))
	e := encodings[plain]
	if e == nil {
		if slices.Contains(bytesToBytes, plain) {
			return nil, t.Errorf(&LookupErrorType, "'%s' is not a text encoding; use codecs.%s() to handle arbitrary codecs", name, purpose)
		}
		return nil, t.Errorf(&LookupErrorType, "unknown encoding: %s", name)
	}
	return e, nil
}

// can says whether c can be encoded.
func (e *encoding) can(c rune) bool {
	return c < e.limit && (c < 0xD800 || c > 0xDFFF || e.limit <= 0xD800 || e == encEscape)
}

// Encode is s.encode(name, errors) as the bytes in a Go string.
func (t *Thread) Encode(s *Str, name, errors string) (string, error) {
	e, err := t.findEncoding(name, "encode")
	if err != nil {
		return "", err
	}
	if s.isASCII() && e.put != nil && (e == encUTF8 || e.limit <= 0x100) || e == encUTF8 && utf8.ValidString(s.s) {
		return s.s, nil
	}
	b := []byte(e.mark)
	pos := 0
	for rest := s.s; rest != ""; pos++ {
		c, n := decodeCodePoint(rest)
		if e.can(c) {
			b = e.put(b, c)
			rest = rest[n:]
			continue
		}
		var bad []string // this code point and those behind it that fail, too
		for tail := rest; tail != "" && !e.can(c); {
			bad = append(bad, tail[:n])
			if tail = tail[n:]; tail != "" {
				c, n = decodeCodePoint(tail)
			}
		}
		out, done, err := t.encodeBad(e, bad, errors)
		if err != nil {
			return "", err
		}
		if done == 0 {
			return "", t.unicodeError(&UnicodeEncodeErrorType, e.name, obj(s), pos, pos+len(bad), e.reason)
		}
		b = append(b, out...)
		for _, text := range bad[:done] {
			rest = rest[len(text):]
		}
		pos += done - 1
	}
	return string(b), nil
}

// encodeBad is what the way to handle errors makes of characters that cannot be
// encoded, and of how many of them; 0 means an error.
func (t *Thread) encodeBad(e *encoding, bad []string, errors string) (b []byte, done int, err error) {
	for i, text := range bad {
		c, _ := decodeCodePoint(text)
		switch errors {
		case "strict":
			return nil, 0, nil
		case "ignore":
		case "replace":
			b = e.put(b, '?')
		case "backslashreplace":
			for _, x := range appendEscape(nil, c) {
				b = e.put(b, rune(x))
			}
		case "xmlcharrefreplace":
			for _, x := range "&#" + reprSmall(int64(c)) + ";" {
				b = e.put(b, x)
			}
		case "surrogateescape":
			if c < 0xDC80 || c > 0xDCFF || e.surrogates && e.name != "utf-8" {
				return b, i, nil
			}
			b = append(b, byte(c))
		case "surrogatepass":
			if !e.surrogates {
				return nil, 0, nil
			}
			b = e.put(b, c)
		default:
			return nil, 0, t.Errorf(&LookupErrorType, "unknown error handler name '%s'", errors)
		}
	}
	return b, len(bad), nil
}

// Decode is bytes.decode of data.
func (t *Thread) Decode(data, name, errors string) (*Str, error) {
	if data == "" {
		return &emptyStr, nil // whatever the encoding is called
	}
	e, err := t.findEncoding(name, "decode")
	if err != nil {
		return nil, err
	}
	rest := data
	if e == encUTF8 && utf8.ValidString(data) {
		return NewStrObj(data), nil
	}
	switch {
	case e.mark == "":
	case e.name == "utf-16" && strings.HasPrefix(rest, "\xfe\xff"):
		e, rest = encodings["utf-16-be"], rest[2:]
	case e.name == "utf-32" && strings.HasPrefix(rest, "\x00\x00\xfe\xff"):
		e, rest = encodings["utf-32-be"], rest[4:]
	default:
		rest = strings.TrimPrefix(rest, e.mark)
		if e != encSig {
			e = encodings[e.name+"-le"]
		}
	}
	b := make([]byte, 0, len(rest))
	for rest != "" {
		c, n, bad := e.get(rest)
		if bad == "" {
			if c >= 0 {
				b = appendCodePoint(b, c)
			}
			rest = rest[n:]
			continue
		}
		out, used, err := t.decodeBad(e, rest, n, errors)
		if err != nil {
			return nil, err
		}
		if used == 0 {
			start := len(data) - len(rest)
			return nil, t.unicodeError(&UnicodeDecodeErrorType, e.name, NewBytes(data), start, start+n, bad)
		}
		b = append(b, out...)
		rest = rest[used:]
	}
	return NewStrObj(string(b)), nil
}

// decodeBad is what the way to handle errors makes of the n bytes at the start of
// s that mean nothing, and how many bytes that is; 0 means an error.
func (t *Thread) decodeBad(e *encoding, s string, n int, errors string) (out []byte, used int, err error) {
	switch errors {
	case "strict":
		return nil, 0, nil
	case "ignore":
		return nil, n, nil
	case "replace":
		return []byte("\ufffd"), n, nil
	case "backslashreplace":
		for _, c := range []byte(s[:n]) {
			out = append(out, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
		}
		return out, n, nil
	case "surrogateescape":
		for i := 0; i < n; i++ {
			if s[i] < 0x80 {
				return out, i, nil
			}
			out = appendCodePoint(out, 0xDC00+rune(s[i]))
		}
		return out, n, nil
	case "surrogatepass":
		if e.name == "utf-8" && len(s) >= 3 && s[0] == 0xED && s[1] >= 0xA0 && s[1] <= 0xBF && s[2]&0xC0 == 0x80 {
			return []byte(s[:3]), 3, nil
		}
		return nil, 0, nil
	}
	return nil, 0, t.Errorf(&LookupErrorType, "unknown error handler name '%s'", errors)
}

// codecArgs are the arguments encoding and errors of the function called name.
func (t *Thread) codecArgs(name string, encoding, errors Value) (enc, handler string, err error) {
	enc, handler = "utf-8", "strict"
	if !encoding.IsMissing() {
		s, err := t.strArg(encoding, name+"() argument 'encoding' must be str")
		if err != nil {
			return "", "", err
		}
		if enc = s.s; strings.Contains(enc, "\x00") {
			return "", "", t.ValueErrorf("embedded null character")
		}
	}
	if !errors.IsMissing() {
		s, err := t.strArg(errors, name+"() argument 'errors' must be str")
		if err != nil {
			return "", "", err
		}
		if handler = s.s; strings.Contains(handler, "\x00") {
			return "", "", t.ValueErrorf("embedded null character")
		}
	}
	return enc, handler, nil
}

func strEncode(t *Thread, args []Value) (Value, error) {
	enc, handler, err := t.codecArgs("encode", args[1], args[2])
	if err != nil {
		return Value{}, err
	}
	b, err := t.Encode(AsStr(args[0]), enc, handler)
	return NewBytes(b), err
}

// decodeArg is str(v, encoding, errors).
func (t *Thread) decodeArg(v, encoding, errors Value) (*Str, error) {
	enc, handler, err := t.codecArgs("str", encoding, errors)
	if err != nil {
		return nil, err
	}
	if v.IsMissing() {
		return &emptyStr, nil
	}
	b := As[BytesObj](v, &BytesType)
	switch {
	case b != nil:
		return t.Decode(b.b, enc, handler)
	case AsStr(v) != nil:
		return nil, t.TypeErrorf("decoding str is not supported")
	}
	return nil, t.TypeErrorf("decoding to str: need a bytes-like object, %s found", v.Type().Name)
}
