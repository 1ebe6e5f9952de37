package stdlib

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// jsonDecoder reads one JSON text as json.loads does: what is wrong is told with
// its position, nesting is bounded.
type jsonDecoder struct {
	t      *rt.Thread
	s      string
	pos    int
	deep   int
	strict bool                // control characters in strings are refused
	keys   map[string]rt.Value // equal keys share one str
	open   []rt.Value          // what the arrays and objects hold that are not read to their end

	objectHook, pairsHook, parseFloat, parseInt, parseConst rt.Value // None: the usual value
}

// maxJSONDepth is how deep arrays and objects may nest.
const maxJSONDepth = 10000

// fail is the JSONDecodeError for a position.
func (d *jsonDecoder) fail(msg string, pos int) error {
	m, err := d.t.Import("json")
	if err != nil {
		return err
	}
	class, _ := m.Get("JSONDecodeError")
	v, err := d.t.Call(class, rt.NewStr(msg), rt.NewStr(d.s), rt.Int(int64(utf8.RuneCountInString(d.s[:pos]))))
	if err != nil {
		return err
	}
	return rt.AsException(v)
}

// noValue is the error where a value should begin. CPython's scanner says it with
// a StopIteration, which shows as the error's context.
func (d *jsonDecoder) noValue(pos int) error {
	err := d.fail("Expecting value", pos)
	if e, ok := err.(*rt.Exception); ok {
		stop := d.t.NewException(&rt.StopIterationType, rt.Int(int64(utf8.RuneCountInString(d.s[:pos]))))
		d.t.RaiseFrom(e, nil, stop)
	}
	return err
}

// document reads the whole text.
func (d *jsonDecoder) document() (rt.Value, error) {
	d.space()
	v, err := d.value()
	if err != nil {
		return rt.Value{}, err
	}
	d.space()
	if d.pos < len(d.s) {
		return rt.Value{}, d.fail("Extra data", d.pos)
	}
	return v, nil
}

func (d *jsonDecoder) space() {
	for d.pos < len(d.s) {
		switch d.s[d.pos] {
		case ' ', '\t', '\n', '\r':
			d.pos++
		default:
			return
		}
	}
}

func (d *jsonDecoder) peek() byte {
	if d.pos < len(d.s) {
		return d.s[d.pos]
	}
	return 0
}

// word reads one of the fixed words.
func (d *jsonDecoder) word(w string) bool {
	if strings.HasPrefix(d.s[d.pos:], w) {
		d.pos += len(w)
		return true
	}
	return false
}

func (d *jsonDecoder) value() (rt.Value, error) {
	switch c := d.peek(); {
	case c == '"':
		d.pos++
		return d.str()
	case c == '{':
		return d.nested("object", d.object)
	case c == '[':
		return d.nested("array", d.array)
	case c == '-' || '0' <= c && c <= '9':
		return d.number()
	case d.word("null"):
		return rt.None, nil
	case d.word("true"):
		return rt.True, nil
	case d.word("false"):
		return rt.False, nil
	case d.word("NaN"):
		return d.constant("NaN", math.NaN())
	case d.word("Infinity"):
		return d.constant("Infinity", math.Inf(1))
	}
	return rt.Value{}, d.noValue(d.pos)
}

func (d *jsonDecoder) constant(word string, f float64) (rt.Value, error) {
	if !d.parseConst.IsNone() {
		return d.t.Call(d.parseConst, rt.NewStr(word))
	}
	return rt.Float(f), nil
}

func (d *jsonDecoder) nested(what string, f func() (rt.Value, error)) (rt.Value, error) {
	if d.deep++; d.deep > maxJSONDepth {
		return rt.Value{}, d.t.Errorf(&rt.RecursionErrorType, "maximum recursion depth exceeded while decoding a JSON %s from a unicode string", what)
	}
	d.pos++
	v, err := f()
	d.deep--
	return v, err
}

func (d *jsonDecoder) array() (rt.Value, error) {
	begin := len(d.open)
	d.space()
	if d.peek() == ']' {
		d.pos++
		return rt.NewList([]rt.Value{}), nil
	}
	for {
		d.space()
		v, err := d.value()
		if err != nil {
			return rt.Value{}, err
		}
		d.open = append(d.open, v)
		d.space()
		switch d.peek() {
		case ']':
			d.pos++
			list := rt.NewListOf(d.open[begin:])
			d.open = d.open[:begin]
			return list, nil
		case ',':
			comma := d.pos
			d.pos++
			d.space()
			if d.peek() == ']' {
				return rt.Value{}, d.fail("Illegal trailing comma before end of array", comma)
			}
		default:
			return rt.Value{}, d.fail("Expecting ',' delimiter", d.pos)
		}
	}
}

func (d *jsonDecoder) object() (rt.Value, error) {
	begin := len(d.open)
	d.space()
	if d.peek() == '}' {
		d.pos++
		return d.finishObject(nil)
	}
	for {
		d.space()
		if d.peek() != '"' {
			return rt.Value{}, d.fail("Expecting property name enclosed in double quotes", d.pos)
		}
		d.pos++
		k, err := d.key()
		if err != nil {
			return rt.Value{}, err
		}
		d.space()
		if d.peek() != ':' {
			return rt.Value{}, d.fail("Expecting ':' delimiter", d.pos)
		}
		d.pos++
		d.space()
		v, err := d.value()
		if err != nil {
			return rt.Value{}, err
		}
		d.open = append(d.open, k, v)
		d.space()
		switch d.peek() {
		case '}':
			d.pos++
			members := d.open[begin:]
			d.open = d.open[:begin]
			return d.finishObject(members)
		case ',':
			comma := d.pos
			d.pos++
			d.space()
			if d.peek() == '}' {
				return rt.Value{}, d.fail("Illegal trailing comma before end of object", comma)
			}
		default:
			return rt.Value{}, d.fail("Expecting ',' delimiter", d.pos)
		}
	}
}

// finishObject makes an object of its keys and values, by turns.
func (d *jsonDecoder) finishObject(members []rt.Value) (rt.Value, error) {
	if !d.pairsHook.IsNone() {
		pairs := make([]rt.Value, len(members)/2)
		for i := range pairs {
			pairs[i] = rt.NewTuple([]rt.Value{members[2*i], members[2*i+1]})
		}
		return d.t.Call(d.pairsHook, rt.NewList(pairs))
	}
	o := rt.NewDict()
	o.Expect(len(members) / 2)
	for i := 0; i < len(members); i += 2 {
		if err := o.Set(d.t, members[i], members[i+1]); err != nil {
			return rt.Value{}, err
		}
	}
	if !d.objectHook.IsNone() {
		return d.t.Call(d.objectHook, o.Value())
	}
	return o.Value(), nil
}

// key reads a string that names a member; equal ones share one str.
func (d *jsonDecoder) key() (rt.Value, error) {
	start := d.pos
	if i := strings.IndexByte(d.s[start:], '"'); i >= 0 {
		if v, ok := d.keys[d.s[start:start+i]]; ok {
			d.pos = start + i + 1
			return v, nil
		}
	}
	v, err := d.str()
	if err == nil {
		if raw := d.s[start : d.pos-1]; strings.IndexByte(raw, '\\') < 0 {
			d.keys[raw] = v
		}
	}
	return v, err
}

// str reads a string from behind its opening quote.
func (d *jsonDecoder) str() (rt.Value, error) {
	start := d.pos
	var b []byte // what escapes made, nil while there are none
	for from := start; ; {
		if d.pos >= len(d.s) {
			return rt.Value{}, d.fail("Unterminated string starting at", start-1)
		}
		switch c := d.s[d.pos]; {
		case c == '"':
			if b == nil {
				d.pos++
				return rt.NewStr(d.s[start : d.pos-1]), nil
			}
			b = append(b, d.s[from:d.pos]...)
			d.pos++
			return rt.NewStr(string(b)), nil
		case c < 0x20 && d.strict:
			return rt.Value{}, d.fail("Invalid control character at", d.pos)
		case c == '\\':
			b = append(b, d.s[from:d.pos]...)
			r, err := d.escape(start)
			if err != nil {
				return rt.Value{}, err
			}
			b = appendRune(b, r)
			from = d.pos
		default:
			d.pos++
		}
	}
}

// escape reads a backslash escape of the string that begins at start.
func (d *jsonDecoder) escape(start int) (rune, error) {
	at := d.pos
	d.pos += 2
	if d.pos > len(d.s) {
		return 0, d.fail("Unterminated string starting at", start-1)
	}
	switch c := d.s[at+1]; c {
	case '"', '\\', '/':
		return rune(c), nil
	case 'b':
		return '\b', nil
	case 'f':
		return '\f', nil
	case 'n':
		return '\n', nil
	case 'r':
		return '\r', nil
	case 't':
		return '\t', nil
	case 'u':
		r, ok := d.hex4()
		if !ok {
			return 0, d.fail("Invalid \\uXXXX escape", at+1)
		}
		if 0xd800 <= r && r < 0xdc00 && strings.HasPrefix(d.s[d.pos:], "\\u") {
			save := d.pos
			d.pos += 2
			if low, ok := d.hex4(); ok && 0xdc00 <= low && low < 0xe000 {
				return (r-0xd800)<<10 + (low - 0xdc00) + 0x10000, nil
			}
			d.pos = save
		}
		return r, nil
	}
	return 0, d.fail("Invalid \\escape", at)
}

func (d *jsonDecoder) hex4() (rune, bool) {
	if d.pos+4 > len(d.s) {
		return 0, false
	}
	n, err := strconv.ParseUint(d.s[d.pos:d.pos+4], 16, 32)
	if err != nil {
		return 0, false
	}
	d.pos += 4
	return rune(n), true
}

// appendRune appends r as UTF-8, a lone surrogate in its three-byte form.
func appendRune(b []byte, r rune) []byte {
	if 0xd800 <= r && r < 0xe000 {
		return append(b, 0xe0|byte(r>>12), 0x80|byte(r>>6)&0xbf, 0x80|byte(r)&0xbf)
	}
	return utf8.AppendRune(b, r)
}

func (d *jsonDecoder) digits() int {
	n := 0
	for '0' <= d.peek() && d.peek() <= '9' {
		d.pos++
		n++
	}
	return n
}

func (d *jsonDecoder) number() (rt.Value, error) {
	start := d.pos
	if d.peek() == '-' {
		d.pos++
		if d.word("Infinity") {
			return d.constant("-Infinity", math.Inf(-1))
		}
	}
	if d.peek() == '0' {
		d.pos++
	} else if d.digits() == 0 {
		return rt.Value{}, d.noValue(start)
	}
	isFloat := false
	if mark := d.pos; d.peek() == '.' {
		d.pos++
		if isFloat = d.digits() > 0; !isFloat {
			d.pos = mark
		}
	}
	if c, mark := d.peek(), d.pos; c == 'e' || c == 'E' {
		d.pos++
		if c := d.peek(); c == '+' || c == '-' {
			d.pos++
		}
		if d.digits() == 0 {
			d.pos = mark
		} else {
			isFloat = true
		}
	}
	text := d.s[start:d.pos]
	if isFloat {
		if !d.parseFloat.IsNone() {
			return d.t.Call(d.parseFloat, rt.NewStr(text))
		}
		f, _ := strconv.ParseFloat(text, 64)
		return rt.Float(f), nil
	}
	if !d.parseInt.IsNone() {
		return d.t.Call(d.parseInt, rt.NewStr(text))
	}
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return rt.Int(n), nil
	}
	if n := len(strings.TrimPrefix(text, "-")); n > 4300 {
		return rt.Value{}, d.t.ValueErrorf("Exceeds the limit (4300 digits) for integer string conversion: value has %d digits; use sys.set_int_max_str_digits() to increase the limit", n)
	}
	b, _ := new(big.Int).SetString(text, 10)
	return rt.NewInt(b), nil
}
