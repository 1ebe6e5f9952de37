package runtime

import (
	"math"
	"strconv"
	"strings"
)

// The % operator of str and bytes.

// percent is one use of the operator.
type percent struct {
	t       *Thread
	bytes   bool    // the template is bytes
	args    []Value // still to be used
	arg     Value   // the only one, or Missing
	mapping Value   // for %(key)s, or Missing
	out     []byte
}

// percentItem is one conversion: %[(key)][flags][width][.precision]code.
type percentItem struct {
	left, plus, space, alt, zero bool
	width, prec                  int // a prec of -1: none
	code                         rune
}

// maps says whether v can be indexed by a key, CPython's PyMapping_Check: as the mapping
// of %(key)s must be.
func (t *Thread) maps(v Value) bool {
	typ := v.Type()
	if typ.GetItem == nil || typ.layout.flags&flagPositions == 0 {
		return typ.GetItem != nil
	}
	m, _ := typ.Lookup(dunderNames[dunderGetItem])
	return !isSlotMethod(m)
}

// percentFormat is text % arg, a str or bytes; args of more than one value are in a
// tuple.
func (t *Thread) percentFormat(text string, arg Value, bytes bool) (Value, error) {
	p := percent{t: t, bytes: bytes, arg: Missing, mapping: Missing, out: t.takeRoom()}
	if tup := AsTuple(arg); tup != nil {
		p.args = tup.items
	} else {
		p.arg = arg
		if t.maps(arg) && AsStr(arg) == nil && (!bytes || As[BytesObj](arg, &BytesType) == nil) {
			p.mapping = arg
		}
	}
	if err := p.run(text); err != nil {
		return Value{}, err
	}
	if (len(p.args) > 0 || !p.arg.IsMissing()) && p.mapping.IsMissing() {
		kind := "string"
		if bytes {
			kind = "bytes"
		}
		return Value{}, t.TypeErrorf("not all arguments converted during %s formatting", kind)
	}
	var made Value
	if bytes {
		made = NewBytes(string(p.out))
	} else {
		made = obj(newTextOf(p.out, countCodePoints(bytesToString(p.out))))
	}
	t.giveRoom(p.out)
	return made, nil
}

func (p *percent) run(text string) error {
	for rest := text; ; {
		i := strings.IndexByte(rest, '%')
		if i < 0 {
			p.out = append(p.out, rest...)
			return nil
		}
		p.out = append(p.out, rest[:i]...)
		rest = rest[i+1:]
		if strings.HasPrefix(rest, "%") {
			p.out = append(p.out, '%')
			rest = rest[1:]
			continue
		}
		item, tail, err := p.parse(rest)
		if err != nil {
			return err
		}
		rest = tail
		at := len(text) - len(rest)
		if err := p.convert(&item, text[:at]); err != nil {
			return err
		}
		if err := p.t.reserve(len(p.out)); err != nil {
			return err
		}
	}
}

// next takes an argument.
func (p *percent) next() (Value, error) {
	if v := p.arg; !v.IsMissing() {
		p.arg = Missing
		return v, nil
	}
	if len(p.args) == 0 {
		return Value{}, p.t.TypeErrorf("not enough arguments for format string")
	}
	v := p.args[0]
	p.args = p.args[1:]
	return v, nil
}

// parse reads a conversion behind its % and returns what follows it.
func (p *percent) parse(s string) (item percentItem, rest string, err error) {
	item.prec = -1
	if strings.HasPrefix(s, "(") {
		if s, err = p.key(s[1:]); err != nil {
			return item, "", err
		}
	}
flags:
	for ; s != ""; s = s[1:] {
		switch s[0] {
		case '-':
			item.left = true
		case '+':
			item.plus = true
		case ' ':
			item.space = true
		case '#':
			item.alt = true
		case '0':
			item.zero = true
		default:
			break flags
		}
	}
	if item.width, s, err = p.number(s, "width"); err != nil {
		return item, "", err
	}
	if item.width < 0 {
		item.left = true
		item.width = -item.width
	}
	if strings.HasPrefix(s, ".") {
		if item.prec, s, err = p.number(s[1:], "precision"); err != nil {
			return item, "", err
		}
		item.prec = max(item.prec, 0)
	}
	if s != "" && strings.IndexByte("hlL", s[0]) >= 0 {
		s = s[1:]
	}
	if s == "" {
		return item, "", p.t.ValueErrorf("incomplete format")
	}
	if p.bytes {
		item.code = rune(s[0])
		return item, s[1:], nil
	}
	c, n := decodeCodePoint(s)
	item.code = c
	return item, s[n:], nil
}

// key reads (key) behind its parenthesis; the item of the mapping is the only
// argument from then on.
func (p *percent) key(s string) (rest string, err error) {
	if p.mapping.IsMissing() {
		return "", p.t.TypeErrorf("format requires a mapping")
	}
	open := 1
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '(':
			open++
		case ')':
			open--
		}
		if open == 0 {
			key := NewStr(s[:i])
			if p.bytes {
				key = NewBytes(s[:i])
			}
			v, err := p.t.GetItem(p.mapping, key)
			if err == nil {
				p.arg = v
			}
			return s[i+1:], err
		}
	}
	return "", p.t.ValueErrorf("incomplete format key")
}

// number reads a width or precision, which may be * for an argument. Without digits a
// width is 0 and a precision -1; those of arguments may be below 0.
func (p *percent) number(s, what string) (n int, rest string, err error) {
	if strings.HasPrefix(s, "*") {
		v, err := p.next()
		if err != nil {
			return 0, "", err
		}
		i, b, ok := intParts(v)
		if !ok {
			return 0, "", p.t.TypeErrorf("* wants int")
		}
		if b != nil || what == "precision" && (i > math.MaxInt32 || i < math.MinInt32) {
			number := "ssize_t"
			if what == "precision" {
				number = "int"
			}
			return 0, "", p.t.OverflowErrorf("Python int too large to convert to C %s", number)
		}
		if i == math.MinInt64 {
			i = 0 // it has no counterpart to be as wide as
		}
		return int(i), s[1:], nil
	}
	n, rest, err = p.t.formatNumber(s)
	if what == "width" {
		n = max(n, 0)
	}
	if err != nil {
		err = p.t.ValueErrorf("%s too big", what)
	} else if what == "precision" && n > math.MaxInt32 {
		err = p.t.ValueErrorf("precision too big")
	}
	return n, rest, err
}

// convert formats one argument; done is the template up to here, for errors.
func (p *percent) convert(item *percentItem, done string) error {
	v, err := p.next()
	if err != nil {
		return err
	}
	switch item.code {
	case 's', 'r', 'a', 'b':
		text, err := p.text(item, v, done)
		if err != nil {
			return err
		}
		return p.pad(item, text, p.length(text))
	case 'c':
		text, err := p.char(v)
		if err != nil {
			return err
		}
		return p.pad(item, text, 1)
	case 'd', 'i', 'u', 'o', 'x', 'X':
		return p.int(item, v)
	case 'e', 'E', 'f', 'F', 'g', 'G':
		f, err := p.t.FloatArg(v)
		if err != nil && p.bytes {
			err = p.t.TypeErrorf("float argument required, not %s", v.Type().Name)
		}
		if err != nil {
			return err
		}
		if item.prec < 0 {
			item.prec = 6
		}
		if err := p.t.reserve(item.prec + 400); err != nil {
			return err
		}
		return p.signed(item, math.Signbit(f) && f == f, "", formatFloat(math.Abs(f), byte(item.code), item.prec, item.alt))
	}
	return p.unsupported(item, done)
}

func (p *percent) unsupported(item *percentItem, done string) error {
	shown := item.code
	switch {
	case p.bytes && shown > 0x7f:
		return p.t.Errorf(&OverflowErrorType, "character argument not in range(0x110000)")
	case !p.bytes && (shown < ' ' || shown > '~'):
		shown = '?'
	}
	return p.t.ValueErrorf("unsupported format character '%c' (0x%x) at index %d", shown, item.code, p.length(done)-1)
}

func (p *percent) length(s string) int {
	if p.bytes {
		return len(s)
	}
	return countCodePoints(s)
}

// text is the argument of %s, %r, %a or %b.
func (p *percent) text(item *percentItem, v Value, done string) (string, error) {
	var text string
	var err error
	switch {
	case item.code == 'b' && !p.bytes:
		return "", p.unsupported(item, done)
	case p.bytes && (item.code == 's' || item.code == 'b'):
		text, err = p.t.bytesForPercent(v)
	case p.bytes:
		text, err = p.t.convert(v, 'a')
	default:
		text, err = p.t.convert(v, byte(item.code))
	}
	if err != nil || item.prec < 0 || item.prec >= p.length(text) {
		return text, err
	}
	if p.bytes {
		return text[:item.prec], nil
	}
	return NewStrObj(text).sub(0, item.prec).s, nil
}

// char is the argument of %c.
func (p *percent) char(v Value) (string, error) {
	limit, bad := int64(0x110000), "%c requires int or char"
	if p.bytes {
		limit, bad = 256, "%c requires an integer in range(256) or a single byte"
		if b := As[BytesObj](v, &BytesType); b != nil && len(b.b) == 1 {
			return b.b, nil
		}
	} else if s := AsStr(v); s != nil && s.n == 1 {
		return s.s, nil
	}
	i, ok, err := p.t.Index(v)
	if err == nil && !ok || err != nil && Is(err, &TypeErrorType) {
		err = p.t.TypeErrorf("%s", bad)
	}
	if err != nil {
		return "", err
	}
	if i.p != nil || i.n < 0 || i.n >= limit {
		if p.bytes {
			return "", p.t.OverflowErrorf("%%c arg not in range(256)")
		}
		return "", p.t.OverflowErrorf("%%c arg not in range(0x110000)")
	}
	if p.bytes {
		return string([]byte{byte(i.n)}), nil
	}
	return string(appendCodePoint(nil, rune(i.n))), nil
}

// int formats the argument of a code of integers.
func (p *percent) int(item *percentItem, v Value) error {
	if v.p == nil && *item == (percentItem{width: -1, prec: -1, code: 'd'}) {
		p.out = strconv.AppendInt(p.out, v.n, 10)
		return nil
	}
	i, err := p.intArg(item, v)
	if err != nil {
		return err
	}
	base, prefix := 10, ""
	switch item.code {
	case 'o':
		base, prefix = 8, "0o"
	case 'x', 'X':
		base, prefix = 16, "0"+string(item.code)
	}
	n, b, _ := intParts(i)
	digits, err := p.t.intDigits(n, b, base)
	if err != nil {
		return err
	}
	neg := digits[0] == '-'
	if neg {
		digits = digits[1:]
	}
	if item.code == 'X' {
		digits = strings.ToUpper(digits)
	}
	if zeros := item.prec - len(digits); zeros > 0 {
		if err := p.t.reserve(zeros); err != nil {
			return err
		}
		digits = strings.Repeat("0", zeros) + digits
	}
	if !item.alt {
		prefix = ""
	}
	return p.signed(item, neg, prefix, digits)
}

// intArg is the integer of a number, which may be a float for the decimal codes.
func (p *percent) intArg(item *percentItem, v Value) (Value, error) {
	if v.p == nil {
		return v, nil
	}
	if strings.ContainsRune("oxX", item.code) {
		if i, ok, err := p.t.Index(v); ok && err == nil || err != nil && !Is(err, &TypeErrorType) {
			return i, err
		}
		return Value{}, p.t.TypeErrorf("%%%c format: an integer is required, not %s", item.code, v.Type().Name)
	}
	if isInt(v) {
		return intOf(v), nil // whatever __int__ a class derived from int has
	}
	text := AsStr(v) != nil || As[BytesObj](v, &BytesType) != nil
	if !text || saysNumber(v.Type(), nameInt, nameFloat, strIndex) {
		i, err := p.t.makeInt(v, Missing) // which reads a text that claims to be a number
		if err == nil || !Is(err, &TypeErrorType) {
			return i, err
		}
	}
	code := item.code
	if p.bytes && code == 'i' {
		code = 'd'
	}
	return Value{}, p.t.TypeErrorf("%%%c format: a real number is required, not %s", code, v.Type().Name)
}

// signed appends a number with its sign, filled with zeros or spaces.
func (p *percent) signed(item *percentItem, neg bool, prefix, digits string) error {
	head := prefix
	switch {
	case neg:
		head = "-" + prefix
	case item.plus:
		head = "+" + prefix
	case item.space:
		head = " " + prefix
	}
	if zeros := item.width - len(head) - len(digits); item.zero && !item.left && zeros > 0 {
		if err := p.t.reserve(zeros); err != nil {
			return err
		}
		p.out = append(p.out, head...)
		for range zeros {
			p.out = append(p.out, '0')
		}
		p.out = append(p.out, digits...)
		return nil
	}
	return p.pad(item, head+digits, len(head)+len(digits))
}

// pad appends text, n characters long, filled with spaces.
func (p *percent) pad(item *percentItem, text string, n int) error {
	missing := max(item.width-n, 0)
	if err := p.t.reserveTimes(2, int64(missing)); err != nil {
		return err
	}
	if item.left {
		p.out = append(p.out, text...)
	}
	for range missing {
		p.out = append(p.out, ' ')
	}
	if !item.left {
		p.out = append(p.out, text...)
	}
	return nil
}

// bytesForPercent is the argument of %b.
func (t *Thread) bytesForPercent(v Value) (string, error) {
	if b := As[BytesObj](v, &BytesType); b != nil {
		return b.b, nil
	}
	b, ok, err := t.bytesMethod(v)
	if err != nil || ok {
		return b, err
	}
	return "", t.TypeErrorf("%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", v.Type().Name)
}
