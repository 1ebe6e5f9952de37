package runtime

import (
	"bufio"
	"io"
	"strings"
)

// The standard streams as values: what sys.stdin, sys.stdout and sys.stderr are.

// StreamType is io.TextIOWrapper: the type of the standard streams.
var StreamType Type

// UnsupportedOperationType is io.UnsupportedOperation.
var UnsupportedOperationType Type

// stream is one of the standard streams.
type stream struct {
	Hdr
	name  string
	mode  string
	fd    int
	attrs *Attrs
}

// Stream is the run's standard stream fd: 0, 1 or 2.
func (t *Thread) Stream(fd int) Value {
	s := State(t.VM, &StreamType, func() *[3]Value {
		var all [3]Value
		for i, name := range []string{"<stdin>", "<stdout>", "<stderr>"} {
			mode := "w"
			if i == 0 {
				mode = "r"
			}
			all[i] = obj(&stream{Hdr: Hdr{&StreamType}, name: name, mode: mode, fd: i})
		}
		return &all
	})
	return s[fd]
}

var unsupportedOperationSpec = Spec{Name: "UnsupportedOperation", Module: "io", Base: &OSErrorType, Also: []*Type{&ValueErrorType}}

func init() {
	attr := func(name string, get func(s *stream) Value) Method {
		return Method{Name: name, Kind: Getter, Fn: func(_ *Thread, a []Value) (Value, error) { return get((*stream)(a[0].p)), nil }}
	}
	fact := func(name string, is func(s *stream) bool) Method {
		return Method{Name: name, Fn: func(_ *Thread, a []Value) (Value, error) { return Bool(is((*stream)(a[0].p))), nil }}
	}
	no := func(*stream) bool { return false }
	Define(&UnsupportedOperationType, &unsupportedOperationSpec)
	Define(&StreamType, &Spec{
		Name: "TextIOWrapper", Module: "_io", Base: &TextIOBaseType, Dotted: true, Layout: true, Final: true, NoNew: true,
		AttrsOf: func(v Value) **Attrs { return &(*stream)(v.p).attrs },
		Slots: Slots{
			Repr: func(_ *Thread, v Value) (string, error) {
				s := (*stream)(v.p)
				return "<_io.TextIOWrapper name='" + s.name + "' mode='" + s.mode + "' encoding='utf-8'>", nil
			},
			Iter: iterSelf,
			Next: func(t *Thread, v Value) (Value, bool, error) {
				line, err := t.readLine((*stream)(v.p))
				return NewStr(line), line != "", err
			},
		},
		Methods: []Method{
			{Name: "write", Sig: "text, /", Fn: streamWrite},
			{Name: "writelines", Sig: "lines, /", Fn: func(t *Thread, a []Value) (Value, error) {
				return None, t.Each(a[1], func(x Value) error {
					_, err := streamWrite(t, []Value{a[0], x})
					return err
				})
			}},
			{Name: "flush", Fn: func(t *Thread, a []Value) (Value, error) {
				if (*stream)(a[0].p).fd == 1 {
					return None, outputError(t.VM.Out.Flush())
				}
				return None, nil
			}},
			{Name: "read", Sig: "size=-1, /", Fn: streamRead},
			{Name: "readline", Sig: "size=-1, /", Fn: func(t *Thread, a []Value) (Value, error) {
				line, err := t.readLine((*stream)(a[0].p))
				return NewStr(line), err
			}},
			{Name: "readlines", Sig: "hint=-1, /", Fn: func(t *Thread, a []Value) (Value, error) {
				lines, err := t.Collect(a[0])
				return NewList(lines), err
			}},
			{Name: "fileno", Fn: func(_ *Thread, a []Value) (Value, error) { return Int(int64((*stream)(a[0].p).fd)), nil }},
			{Name: "close", Fn: func(*Thread, []Value) (Value, error) { return None, nil }},
			{Name: "reconfigure", Sig: "**kwargs", Fn: func(*Thread, []Value) (Value, error) { return None, nil }},
			fact("isatty", no),
			fact("seekable", no),
			fact("writable", func(s *stream) bool { return s.fd != 0 }),
			fact("readable", func(s *stream) bool { return s.fd == 0 }),
			attr("name", func(s *stream) Value { return NewStr(s.name) }),
			attr("mode", func(s *stream) Value { return NewStr(s.mode) }),
			attr("encoding", func(*stream) Value { return NewStr("utf-8") }),
			attr("errors", func(*stream) Value { return NewStr("strict") }),
			attr("closed", func(*stream) Value { return False }),
		},
	})
}

func streamWrite(t *Thread, a []Value) (Value, error) {
	f, s := (*stream)(a[0].p), AsStr(a[1])
	if s == nil {
		return Value{}, t.TypeErrorf("write() argument must be str, not %s", a[1].Type().Name)
	}
	var err error
	switch f.fd {
	case 0:
		return Value{}, t.unsupportedOperation("not writable")
	case 1:
		_, err = t.VM.Out.WriteString(s.s)
		if t.VM.Lines && err == nil && strings.Contains(s.s, "\n") {
			err = t.VM.Out.Flush()
		}
	case 2:
		_, err = io.WriteString(t.VM.Err, s.s)
	}
	return Int(int64(s.n)), outputError(err)
}

// outputError ends the run when nobody reads its output any more.
func outputError(err error) error {
	if err == nil {
		return nil
	}
	return &Fatal{Status: 1}
}

func (t *Thread) unsupportedOperation(msg string) error {
	return t.Errorf(&UnsupportedOperationType, "%s", msg)
}

type inputKey struct{}

// input is the run's standard input.
func (t *Thread) input() *bufio.Reader {
	return State(t.VM, inputKey{}, func() *bufio.Reader {
		in := t.VM.In
		if in == nil {
			in = strings.NewReader("")
		}
		return bufio.NewReader(in)
	})
}

// readLine is the next line with its end, "" at the end of the input.
func (t *Thread) readLine(s *stream) (string, error) {
	if s.fd != 0 {
		return "", t.unsupportedOperation("not readable")
	}
	if err := outputError(t.VM.Out.Flush()); err != nil {
		return "", err
	}
	line, err := t.input().ReadString('\n')
	if err != nil {
		// A reader that fails was interrupted; what cannot be read is at its end.
		if err = t.poll(); err != nil {
			return "", err
		}
	}
	if rest, ok := strings.CutSuffix(line, "\r\n"); ok {
		line = rest + "\n"
	}
	return strings.ToValidUTF8(line, "\ufffd"), err
}

func streamRead(t *Thread, a []Value) (Value, error) {
	if (*stream)(a[0].p).fd != 0 {
		return Value{}, t.unsupportedOperation("not readable")
	}
	n := int64(-1)
	if !a[1].IsMissing() && !a[1].IsNone() {
		var err error
		if n, err = t.IntArg(a[1]); err != nil {
			return Value{}, err
		}
	}
	var b strings.Builder
	for n < 0 {
		line, err := t.readLine((*stream)(a[0].p))
		if err != nil {
			return Value{}, err
		}
		if line == "" {
			break
		}
		b.WriteString(line)
		if err := t.reserve(b.Len()); err != nil {
			return Value{}, err
		}
	}
	for in := t.input(); n > 0; n-- {
		c, _, err := in.ReadRune()
		if err != nil {
			break
		}
		b.WriteRune(c)
	}
	return NewStr(b.String()), nil
}
