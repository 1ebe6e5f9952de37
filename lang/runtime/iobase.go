package runtime

// The base classes of streams: what those of a program's own get from them.

// IOBaseType is io.IOBase.
var IOBaseType Type

// TextIOBaseType is io.TextIOBase.
var TextIOBaseType Type

// checkOpen is the error for a stream that is closed.
func (t *Thread) checkOpen(stream Value) error {
	closed, ok, err := t.LookupAttr(stream, NewStrObj("closed"))
	if err != nil || !ok {
		return err
	}
	if is, err := t.Truth(closed); !is {
		return err
	}
	return t.ValueErrorf("I/O operation on closed file.")
}

func init() {
	unsupported := func(name string) Method {
		return Method{Name: name, Sig: "*args", Fn: func(t *Thread, _ []Value) (Value, error) {
			return Value{}, t.unsupportedOperation(name)
		}}
	}
	constant := func(name string, v Value) Method {
		return Method{Name: name, Fn: func(*Thread, []Value) (Value, error) { return v, nil }}
	}
	// open is a row of what only an open stream does.
	open := func(name, sig string, f func(t *Thread, a []Value) (Value, error)) Method {
		return Method{Name: name, Sig: sig, Fn: func(t *Thread, a []Value) (Value, error) {
			if err := t.checkOpen(a[0]); err != nil {
				return Value{}, err
			}
			return f(t, a)
		}}
	}
	self := func(_ *Thread, a []Value) (Value, error) { return a[0], nil }
	Define(&IOBaseType, &Spec{
		Name: "_IOBase", Module: "_io",
		Slots: Slots{
			New: func(_ *Thread, cls *Type, _ []Value, _ []*Str) (Value, error) {
				return NewInstance(cls), nil
			},
			Iter: func(t *Thread, v Value) (Value, error) { return v, t.checkOpen(v) },
			Next: func(t *Thread, v Value) (Value, bool, error) {
				line, err := t.CallMethod(v, "readline")
				if err != nil {
					return Value{}, false, err
				}
				n, err := t.Len(line)
				return line, n > 0, err
			},
		},
		Attrs: true,
		Methods: []Method{
			constant("close", None), constant("flush", None),
			constant("readable", False), constant("writable", False), constant("seekable", False),
			{Name: "closed", Kind: Getter, Fn: func(*Thread, []Value) (Value, error) { return False, nil }},
			unsupported("fileno"), unsupported("seek"), unsupported("truncate"), unsupported("read"), unsupported("readline"),
			unsupported("write"), unsupported("detach"),
			{Name: "tell", Fn: func(t *Thread, a []Value) (Value, error) { return t.CallMethod(a[0], "seek", Int(0), Int(1)) }},
			open("isatty", "", func(*Thread, []Value) (Value, error) { return False, nil }),
			open("writelines", "lines, /", func(t *Thread, a []Value) (Value, error) {
				return None, t.Each(a[1], func(line Value) error {
					_, err := t.CallMethod(a[0], "write", line)
					return err
				})
			}),
			{Name: "readlines", Sig: "hint=-1, /", Fn: baseReadLines},
			open("__enter__", "", self),
			{Name: "__exit__", Sig: "*exc", Fn: func(t *Thread, a []Value) (Value, error) {
				_, err := t.CallMethod(a[0], "close")
				return None, err
			}},
		},
	})
	text := func(name string) Method {
		return Method{Name: name, Kind: Getter, Fn: func(*Thread, []Value) (Value, error) { return None, nil }}
	}
	Define(&TextIOBaseType, &Spec{
		Name: "_TextIOBase", Module: "_io", Base: &IOBaseType,
		Methods: []Method{text("encoding"), text("errors"), text("newlines")},
	})
}

// baseReadLines reads lines until they are more than the hint.
func baseReadLines(t *Thread, a []Value) (Value, error) {
	hint := int64(-1)
	if v := a[1].Or(None); !v.IsNone() {
		var err error
		if hint, err = t.IntArg(v); err != nil {
			return Value{}, err
		}
	}
	var lines []Value
	total := int64(0)
	err := t.Each(a[0], func(line Value) error {
		lines = append(lines, line)
		n, err := t.Len(line)
		if total += int64(n); err == nil && hint > 0 && total > hint {
			err = errStop
		}
		return err
	})
	if err == errStop {
		err = nil
	}
	return NewList(lines), err
}
