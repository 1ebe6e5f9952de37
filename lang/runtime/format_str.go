package runtime

import (
	"strconv"
	"strings"
)

// str.format and str.format_map.

// template is a call of str.format or str.format_map.
type template struct {
	t      *Thread
	args   []Value
	kwargs Value // the mapping of the named fields
	byName bool  // format_map: no positional fields
	auto   int   // the next automatic number
	manual bool  // a field was numbered by hand
}

func formatMethod(t *Thread, args []Value) (Value, error) {
	f := template{t: t, args: AsTuple(args[1]).items, kwargs: args[2]}
	return f.format(args[0])
}

func formatMapMethod(t *Thread, args []Value) (Value, error) {
	f := template{t: t, kwargs: args[1], byName: true}
	return f.format(args[0])
}

// format is the str with its fields replaced, the str itself if it has nothing to
// replace.
func (f *template) format(str Value) (Value, error) {
	text := AsStr(str).s
	if text != "" && indexBrace(text) == len(text) {
		return str, nil
	}
	b, err := f.expand(f.t.takeRoom(), text, 2)
	if err != nil {
		return Value{}, err
	}
	s := newTextOf(b, countCodePoints(bytesToString(b)))
	f.t.giveRoom(b)
	return obj(s), nil
}

// indexBrace is the offset of the first brace in text; its length if there is none.
func indexBrace(text string) int {
	i := 0
	for i < len(text) && text[i] != '{' && text[i] != '}' {
		i++
	}
	return i
}

// expand appends text with its fields replaced to b; depth is how deep fields may
// still nest.
func (f *template) expand(b []byte, text string, depth int) ([]byte, error) {
	if depth == 0 {
		return nil, f.t.ValueErrorf("Max string recursion exceeded")
	}
	for {
		i := indexBrace(text)
		b = append(b, text[:i]...)
		if i == len(text) {
			return b, nil
		}
		brace := text[i]
		text = text[i+1:]
		switch {
		case text != "" && text[0] == brace:
			b = append(b, brace)
			text = text[1:]
			continue
		case brace == '}':
			return nil, f.t.ValueErrorf("Single '}' encountered in format string")
		case text == "":
			return nil, f.t.ValueErrorf("Single '{' encountered in format string")
		}
		var field templateField
		var err error
		if field, text, err = f.parseField(text); err != nil {
			return nil, err
		}
		if b, err = f.render(b, &field, depth); err != nil {
			return nil, err
		}
	}
}

// templateField is {name!conv:spec}.
type templateField struct {
	name, spec string
	conv       string // one code point or none
	nested     bool   // the spec has fields
}

// parseField parses a field behind its opening brace and returns what follows it.
func (f *template) parseField(s string) (field templateField, rest string, err error) {
	i, bracket := 0, false
scan:
	for ; i < len(s); i++ {
		switch s[i] {
		case '{':
			if !bracket {
				return field, "", f.t.ValueErrorf("unexpected '{' in field name")
			}
		case '[':
			bracket = true
		case ']':
			bracket = false
		case '}', ':', '!':
			if !bracket {
				break scan
			}
		}
	}
	if i == len(s) {
		return field, "", f.t.ValueErrorf("expected '}' before end of string")
	}
	field.name = s[:i]
	end := s[i]
	s = s[i+1:]
	if end == '}' {
		return field, s, nil
	}
	if end == '!' {
		if s == "" {
			return field, "", f.t.ValueErrorf("end of string while looking for conversion specifier")
		}
		_, n := decodeCodePoint(s)
		field.conv = s[:n]
		s = s[n:]
		if s != "" {
			end = s[0]
			s = s[1:]
			if end == '}' {
				return field, s, nil
			}
			if end != ':' {
				return field, "", f.t.ValueErrorf("expected ':' after conversion specifier")
			}
		}
	}
	open := 1
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			open++
			field.nested = true
		case '}':
			if open--; open == 0 {
				field.spec = s[:i]
				return field, s[i+1:], nil
			}
		}
	}
	return field, "", f.t.ValueErrorf("unmatched '{' in format spec")
}

// render appends what stands for a field to b.
func (f *template) render(b []byte, field *templateField, depth int) ([]byte, error) {
	v, err := f.lookUp(field.name)
	if err != nil {
		return nil, err
	}
	if v.p == nil && field.conv == "" && field.spec == "" {
		return strconv.AppendInt(b, v.n, 10), nil
	}
	switch field.conv {
	case "":
	case "r", "s", "a":
		s, err := f.t.convert(v, field.conv[0])
		if err != nil {
			return nil, err
		}
		v = NewStr(s)
	default:
		c, _ := decodeCodePoint(field.conv)
		return nil, f.t.ValueErrorf("Unknown conversion specifier %s", formatCode(c))
	}
	spec := field.spec
	if field.nested {
		inner, err := f.expand(nil, spec, depth-1)
		if err != nil {
			return nil, err
		}
		spec = string(inner)
	}
	s, err := f.t.Format(v, spec)
	if err != nil {
		return nil, err
	}
	if err := f.t.reserve(len(b) + len(s)); err != nil {
		return nil, err
	}
	return append(b, s...), nil
}

// lookUp is the value of a field's name: an argument, then attributes and items.
func (f *template) lookUp(name string) (Value, error) {
	first := name
	if i := strings.IndexAny(name, ".["); i >= 0 {
		first = name[:i]
	}
	v, err := f.argument(first)
	if err != nil {
		return Value{}, err
	}
	for rest := name[len(first):]; rest != ""; {
		sep := rest[0]
		if sep != '.' && sep != '[' {
			return Value{}, f.t.ValueErrorf("Only '.' or '[' may follow ']' in format field specifier")
		}
		rest = rest[1:]
		end := strings.IndexAny(rest, ".[")
		if sep == '[' {
			if end = strings.IndexByte(rest, ']'); end < 0 {
				return Value{}, f.t.ValueErrorf("Missing ']' in format string")
			}
		} else if end < 0 {
			end = len(rest)
		}
		key := rest[:end]
		rest = rest[end:]
		if key == "" {
			return Value{}, f.t.ValueErrorf("Empty attribute in format string")
		}
		if sep == '.' {
			v, err = f.t.GetAttr(v, NewStrObj(key))
		} else {
			rest = rest[1:]
			var n int
			var tail string
			if n, tail, err = f.t.formatNumber(key); err != nil {
				return Value{}, err
			}
			item := Int(int64(n))
			if tail != "" {
				item = NewStr(key)
			}
			v, err = f.t.GetItem(v, item)
		}
		if err != nil {
			return Value{}, err
		}
	}
	return v, nil
}

// argument is the argument of that name; its number if it is one; the next if it
// is empty.
func (f *template) argument(name string) (Value, error) {
	n, tail, err := f.t.formatNumber(name)
	if err != nil {
		return Value{}, err
	}
	if tail != "" {
		return f.t.GetItem(f.kwargs, NewStr(name))
	}
	if name == "" {
		if f.manual {
			return Value{}, f.t.ValueErrorf("cannot switch from manual field specification to automatic field numbering")
		}
		n = f.auto
		f.auto++
	} else {
		if f.auto > 0 {
			return Value{}, f.t.ValueErrorf("cannot switch from automatic field numbering to manual field specification")
		}
		f.manual = true
	}
	if f.byName {
		return Value{}, f.t.ValueErrorf("Format string contains positional fields")
	}
	if n >= len(f.args) {
		return Value{}, f.t.IndexErrorf("Replacement index %d out of range for positional args tuple", n)
	}
	return f.args[n], nil
}
