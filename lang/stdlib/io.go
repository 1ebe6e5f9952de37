package stdlib

import (
	"strings"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// Module io: files in memory, StringIO and BytesIO, and the classes that a program
// derives streams of its own from.

var bufferedIOBaseType, rawIOBaseType rt.Type

var bufferedIOBaseSpec = rt.Spec{Name: "_BufferedIOBase", Module: "_io", Base: &rt.IOBaseType}

var rawIOBaseSpec = rt.Spec{Name: "_RawIOBase", Module: "_io", Base: &rt.IOBaseType}

var ioModule = rt.ModuleDef{
	Name: "io",
	Consts: map[string]rt.Value{
		"StringIO": stringIOType.Value(), "BytesIO": bytesIOType.Value(),
		"IOBase": rt.IOBaseType.Value(), "TextIOBase": rt.TextIOBaseType.Value(),
		"BufferedIOBase": bufferedIOBaseType.Value(), "RawIOBase": rawIOBaseType.Value(),
		"TextIOWrapper": rt.StreamType.Value(), "UnsupportedOperation": rt.UnsupportedOperationType.Value(),
		"SEEK_SET": rt.Int(0), "SEEK_CUR": rt.Int(1), "SEEK_END": rt.Int(2), "DEFAULT_BUFFER_SIZE": rt.Int(8192),
	},
}

func init() {
	rt.Define(&bufferedIOBaseType, &bufferedIOBaseSpec)
	rt.Define(&rawIOBaseType, &rawIOBaseSpec)
	rt.RegisterModule(&ioModule)
}

// buffer is the contents of a file in memory: bytes or code points.
type buffer[E byte | rune] struct {
	data   []E
	pos    int
	closed bool
}

// read takes n units, all that are left if n is negative.
func (b *buffer[E]) read(n int) []E {
	if b.pos >= len(b.data) {
		return nil
	}
	rest := b.data[b.pos:]
	if n >= 0 && n < len(rest) {
		rest = rest[:n]
	}
	b.pos += len(rest)
	return rest
}

// readLine takes a line with its end, at most n units unless n is negative.
func (b *buffer[E]) readLine(n int, end string) []E {
	start := b.pos
	stop := len(b.data)
	if n >= 0 && n < stop-start {
		stop = start + n
	}
	for i := start; i < stop; i++ {
		if k := lineEnd(b.data[i:stop], end); k > 0 {
			return b.read(i + k - start)
		}
	}
	return b.read(n)
}

// lineEnd is the length of the line end that data begins with, 0 if it begins with
// something else; every kind counts if end is "".
func lineEnd[E byte | rune](data []E, end string) int {
	switch c := data[0]; {
	case c != '\n' && c != '\r':
		return 0
	case end != "":
		if c == E(end[0]) && (len(end) == 1 || len(data) > 1 && data[1] == '\n') {
			return len(end)
		}
		return 0
	case c == '\r' && len(data) > 1 && data[1] == '\n':
		return 2
	}
	return 1
}

// write puts units at the position, over what is there; a gap is filled with
// zeros.
func (b *buffer[E]) write(t *rt.Thread, data []E) error {
	end := b.pos + len(data)
	if err := t.Reserve(4 * end); err != nil {
		return err
	}
	for len(b.data) < b.pos {
		b.data = append(b.data, 0)
	}
	n := copy(b.data[b.pos:], data)
	b.data = append(b.data, data[n:]...)
	b.pos = end
	return nil
}

// sizeArg is an optional number of units; -1 stands for all.
func sizeArg(t *rt.Thread, v rt.Value) (int, error) {
	if absent(v) {
		return -1, nil
	}
	size, err := boundArg(t, v)
	return int(max(size, -1)), err
}

// ioKind is what differs between StringIO and BytesIO.
type ioKind[E byte | rune] struct {
	get     func(v rt.Value) *buffer[E]
	value   func(data []E) rt.Value
	units   func(t *rt.Thread, v rt.Value) ([]E, error)
	count   func(v rt.Value) int // of units that a written value counts as
	seek    func(t *rt.Thread, b *buffer[E], pos, whence int64) (int64, error)
	end     func(v rt.Value) string // of lines; "": every kind
	closed  string                  // end of the error's message
	base    bool                    // some methods are those of IOBase, which call others and word the error otherwise
	negSize string
}

// open is v's buffer; ValueError if it is closed.
func (k *ioKind[E]) open(t *rt.Thread, v rt.Value) (*buffer[E], error) {
	b := k.get(v)
	if b.closed {
		return nil, t.ValueErrorf("I/O operation on closed file%s", k.closed)
	}
	return b, nil
}

func (k *ioKind[E]) next(t *rt.Thread, v rt.Value) (rt.Value, bool, error) {
	if k.base && v.Type() != &stringIOType {
		return rt.IOBaseType.Next(t, v) // a subclass may read lines in a way of its own
	}
	b, err := k.open(t, v)
	if err != nil {
		return rt.Value{}, false, err
	}
	line := b.readLine(-1, k.end(v))
	return k.value(line), len(line) > 0, nil
}

// methods are the rows that both types have.
func (k *ioKind[E]) methods() []rt.Method {
	row := func(name, sig string, f func(t *rt.Thread, b *buffer[E], a []rt.Value) (rt.Value, error)) rt.Method {
		return rt.Method{Name: name, Sig: sig, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			b, err := k.open(t, a[0])
			if err != nil {
				return rt.Value{}, err
			}
			return f(t, b, a)
		}}
	}
	fact := func(name string, v rt.Value) rt.Method {
		return row(name, "", func(*rt.Thread, *buffer[E], []rt.Value) (rt.Value, error) { return v, nil })
	}
	rows := []rt.Method{
		row("write", "data, /", func(t *rt.Thread, b *buffer[E], a []rt.Value) (rt.Value, error) {
			return rt.Int(int64(k.count(a[1]))), k.write(t, b, a[1])
		}),
		row("read", "size=-1, /", func(t *rt.Thread, b *buffer[E], a []rt.Value) (rt.Value, error) {
			n, err := sizeArg(t, a[1])
			if err != nil {
				return rt.Value{}, err
			}
			return k.value(b.read(n)), nil
		}),
		row("readline", "size=-1, /", func(t *rt.Thread, b *buffer[E], a []rt.Value) (rt.Value, error) {
			n, err := sizeArg(t, a[1])
			if err != nil {
				return rt.Value{}, err
			}
			return k.value(b.readLine(n, k.end(a[0]))), nil
		}),
		row("getvalue", "", func(t *rt.Thread, b *buffer[E], _ []rt.Value) (rt.Value, error) { return k.value(b.data), nil }),
		row("tell", "", func(_ *rt.Thread, b *buffer[E], _ []rt.Value) (rt.Value, error) { return rt.Int(int64(b.pos)), nil }),
		row("seek", "pos, whence=0, /", func(t *rt.Thread, b *buffer[E], a []rt.Value) (rt.Value, error) {
			pos, err := t.IntArg(a[1])
			if err != nil {
				return rt.Value{}, err
			}
			whence, err := t.IntArg(a[2].Or(rt.Int(0)))
			if err != nil {
				return rt.Value{}, err
			}
			to, err := k.seek(t, b, pos, whence)
			if err != nil {
				return rt.Value{}, err
			}
			b.pos = int(to)
			return rt.Int(to), nil
		}),
		row("truncate", "pos=None, /", func(t *rt.Thread, b *buffer[E], a []rt.Value) (rt.Value, error) {
			n := int64(b.pos)
			if !absent(a[1]) {
				var err error
				if n, err = t.IntArg(a[1]); err != nil {
					return rt.Value{}, err
				}
			}
			if n < 0 {
				return rt.Value{}, t.ValueErrorf("%s %d", k.negSize, n)
			}
			b.data = b.data[:min(int(n), len(b.data))]
			return rt.Int(n), nil
		}),
		fact("readable", rt.True),
		fact("writable", rt.True),
		fact("seekable", rt.True),
		{Name: "close", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			b := k.get(a[0])
			b.closed, b.data = true, nil
			return rt.None, nil
		}},
		{Name: "closed", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.Bool(k.get(a[0]).closed), nil }},
	}
	if k.base {
		return rows
	}
	return append(rows,
		row("readlines", "hint=-1, /", func(t *rt.Thread, b *buffer[E], a []rt.Value) (rt.Value, error) {
			hint, err := sizeArg(t, a[1])
			if err != nil {
				return rt.Value{}, err
			}
			var lines []rt.Value
			for total := 0; hint <= 0 || total < hint; {
				line := b.readLine(-1, k.end(a[0]))
				if len(line) == 0 {
					break
				}
				total += len(line)
				lines = append(lines, k.value(line))
			}
			return rt.NewList(lines), nil
		}),
		row("writelines", "lines, /", func(t *rt.Thread, b *buffer[E], a []rt.Value) (rt.Value, error) {
			return rt.None, t.Each(a[1], func(line rt.Value) error { return k.write(t, b, line) })
		}),
		fact("flush", rt.None),
		fact("isatty", rt.False),
	)
}

func (k *ioKind[E]) write(t *rt.Thread, b *buffer[E], v rt.Value) error {
	data, err := k.units(t, v)
	if err == nil && len(data) > 0 {
		err = b.write(t, data)
	}
	return err
}

// BytesIO.

var bytesIOType rt.Type

type bytesIO struct {
	rt.Hdr
	attrs *rt.Attrs
	buf   buffer[byte]
}

func asBytesIO(v rt.Value) *bytesIO { return rt.As[bytesIO](v, &bytesIOType) }

var bytesIOKind = ioKind[byte]{
	get:   func(v rt.Value) *buffer[byte] { return &asBytesIO(v).buf },
	value: func(data []byte) rt.Value { return rt.NewBytes(string(data)) },
	units: func(t *rt.Thread, v rt.Value) ([]byte, error) {
		if b := rt.AsBytes(v); b != nil {
			return []byte(b.String()), nil
		}
		return nil, t.TypeErrorf("a bytes-like object is required, not '%s'", v.Type().Name)
	},
	count: func(v rt.Value) int {
		if b := rt.AsBytes(v); b != nil {
			return len(b.String())
		}
		return 0
	},
	seek: func(t *rt.Thread, b *buffer[byte], pos, whence int64) (int64, error) {
		switch whence {
		case 0:
			if pos < 0 {
				return 0, t.ValueErrorf("negative seek value %d", pos)
			}
			return pos, nil
		case 1:
			return max(0, int64(b.pos)+pos), nil
		case 2:
			return max(0, int64(len(b.data))+pos), nil
		}
		return 0, t.ValueErrorf("invalid whence (%d, should be 0, 1 or 2)", whence)
	},
	end:     func(rt.Value) string { return "\n" },
	closed:  ".",
	negSize: "negative size value",
}

func init() {
	k := &bytesIOKind
	rows := append(k.methods(), rt.Method{Name: "read1", Sig: "size=-1, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		return t.CallMethod(a[0], "read", a[1].Or(rt.Int(-1)))
	}})
	rt.Define(&bytesIOType, &rt.Spec{
		Name: "BytesIO", Module: "_io", Dotted: true, Base: &bufferedIOBaseType, Layout: true, Attrs: true,
		AttrsOf: func(v rt.Value) **rt.Attrs { return &asBytesIO(v).attrs },
		Slots: rt.Slots{
			New: rt.MakeNew(func(b *bytesIO) *rt.Hdr { return &b.Hdr }),
			Initialize: rt.MakeInit("BytesIO", "initial_bytes=b''", func(t *rt.Thread, self rt.Value, a []rt.Value) error {
				b := asBytesIO(self)
				b.buf = buffer[byte]{}
				if absent(a[0]) {
					return nil
				}
				data, err := k.units(t, a[0])
				b.buf.data = data
				return err
			}),
			Repr: func(t *rt.Thread, v rt.Value) (string, error) { return t.DefaultRepr(v), nil },
			Iter: func(_ *rt.Thread, v rt.Value) (rt.Value, error) { return v, nil }, // even if it is closed
			Next: k.next,
		},
		Methods: rows,
	})
}

// StringIO.

var stringIOType rt.Type

type stringIO struct {
	rt.Hdr
	attrs   *rt.Attrs
	buf     buffer[rune]
	newline string // what "\n" becomes when it is written
	any     bool   // newline='' or None: every kind of line end counts
	seen    int    // which kinds there were, if so: bits in the order of lineEnds
	to      bool   // newline=None: and becomes "\n"
}

func asStringIO(v rt.Value) *stringIO { return rt.As[stringIO](v, &stringIOType) }

// lineEnds are the kinds of line ends.
var lineEnds = [...]string{"\r", "\n", "\r\n"}

// note keeps which kinds of line ends the text has.
func (s *stringIO) note(text string) {
	for i := 0; i < len(text); i++ {
		switch n := lineEnd([]byte(text[i:min(i+2, len(text))]), ""); {
		case n == 2:
			s.seen |= 4
			i++
		case n == 1 && text[i] == '\n':
			s.seen |= 2
		case n == 1:
			s.seen |= 1
		}
	}
}

// newlines is the attribute: the kinds of line ends there were, None if none were
// looked for or found.
func (s *stringIO) newlines() rt.Value {
	var kinds []rt.Value
	for i, end := range lineEnds {
		if s.seen>>i&1 != 0 {
			kinds = append(kinds, rt.NewStr(end))
		}
	}
	switch len(kinds) {
	case 0:
		return rt.None
	case 1:
		return kinds[0]
	}
	return rt.NewTuple(kinds)
}

// translate is the text as it is kept.
func (s *stringIO) translate(text string) string {
	if s.any {
		s.note(text)
	}
	if s.to {
		return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	if s.newline != "\n" && s.newline != "" {
		return strings.ReplaceAll(text, "\n", s.newline)
	}
	return text
}

var stringIOKind = ioKind[rune]{
	get:   func(v rt.Value) *buffer[rune] { return &asStringIO(v).buf },
	value: func(data []rune) rt.Value { return rt.NewStr(rt.TextOf(data)) },
	units: func(t *rt.Thread, v rt.Value) ([]rune, error) {
		if s := rt.AsStr(v); s != nil {
			return rt.CodePoints(s.String()), nil
		}
		return nil, t.TypeErrorf("string argument expected, got '%s'", v.Type().Name)
	},
	count: func(v rt.Value) int {
		if s := rt.AsStr(v); s != nil {
			return s.CodePointLen()
		}
		return 0
	},
	seek: func(t *rt.Thread, b *buffer[rune], pos, whence int64) (int64, error) {
		switch {
		case whence < 0 || whence > 2:
			return 0, t.ValueErrorf("Invalid whence (%d, should be 0, 1 or 2)", whence)
		case whence == 0 && pos < 0:
			return 0, t.ValueErrorf("Negative seek position %d", pos)
		case whence == 0:
			return pos, nil
		case pos != 0:
			return 0, t.Errorf(&rt.OSErrorType, "Can't do nonzero cur-relative seeks")
		case whence == 1:
			return int64(b.pos), nil
		}
		return int64(len(b.data)), nil
	},
	end: func(v rt.Value) string {
		if s := asStringIO(v); !s.any {
			return s.newline
		}
		return ""
	},
	base:    true,
	negSize: "Negative size value",
}

func initStringIO(t *rt.Thread, self rt.Value, a []rt.Value) error {
	s := asStringIO(self)
	*s = stringIO{Hdr: s.Hdr, attrs: s.attrs, newline: "\n"}
	switch nl := a[1]; {
	case nl.IsMissing():
	case nl.IsNone():
		s.any, s.to = true, true
	case rt.AsStr(nl) == nil:
		return t.TypeErrorf("newline must be str or None, not %s", nl.Type().Name)
	default:
		switch s.newline = rt.AsStr(nl).String(); s.newline {
		case "":
			s.any = true
		case "\n", "\r", "\r\n":
		default:
			r, err := t.Repr(nl)
			if err != nil {
				return err
			}
			return t.ValueErrorf("illegal newline value: %s", r)
		}
	}
	if absent(a[0]) {
		return nil
	}
	text := rt.AsStr(a[0])
	if text == nil {
		return t.TypeErrorf("initial_value must be str or None, not %s", a[0].Type().Name)
	}
	s.buf.data = rt.CodePoints(s.translate(text.String()))
	return nil
}

func init() {
	k := &stringIOKind
	rows := k.methods()
	plainWrite := rows[0].Fn
	rows[0].Fn = func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		s, text := asStringIO(a[0]), rt.AsStr(a[1])
		if text == nil || s.buf.closed || !s.any && s.newline == "\n" {
			return plainWrite(t, a)
		}
		_, err := plainWrite(t, []rt.Value{a[0], rt.NewStr(s.translate(text.String()))})
		return rt.Int(int64(text.CodePointLen())), err
	}
	attr := func(name string, get func(s *stringIO) rt.Value) rt.Method {
		return rt.Method{Name: name, Kind: rt.Getter, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			if _, err := k.open(t, a[0]); err != nil {
				return rt.Value{}, err
			}
			return get(asStringIO(a[0])), nil
		}}
	}
	rows = append(rows, attr("newlines", (*stringIO).newlines), attr("line_buffering", func(*stringIO) rt.Value { return rt.False }))
	rt.Define(&stringIOType, &rt.Spec{
		Name: "StringIO", Module: "_io", Dotted: true, Base: &rt.TextIOBaseType, Layout: true, Attrs: true,
		AttrsOf: func(v rt.Value) **rt.Attrs { return &asStringIO(v).attrs },
		Slots: rt.Slots{
			New:        rt.MakeNew(func(s *stringIO) *rt.Hdr { return &s.Hdr }),
			Initialize: rt.MakeInit("StringIO", "initial_value='', newline='\\n'", initStringIO),
			Repr:       func(t *rt.Thread, v rt.Value) (string, error) { return t.DefaultRepr(v), nil },
			Next:       k.next,
		},
		Methods: rows,
	})
}
