package runtime

import "strings"

// print and input.

var printBuiltins = []Method{
	{Name: "input", Sig: "prompt='', /", Fn: builtinInput},
	{Name: "print", Sig: "*args, sep=' ', end='\\n', file=None, flush=False", Fn: builtinPrint},
}

func init() {
	RegisterBuiltins(printBuiltins)
}

var (
	writeName = NewStrObj("write")
	flushName = NewStrObj("flush")
)

func builtinPrint(t *Thread, a []Value) (Value, error) {
	items := (*Tuple)(a[0].p).items
	sep, err := t.printArg("sep", a[1], " ")
	if err != nil {
		return Value{}, err
	}
	end, err := t.printArg("end", a[2], "\n")
	if err != nil {
		return Value{}, err
	}
	file := a[3].Or(None)
	if file.IsNone() {
		if file = t.stdout(); file.IsNone() {
			return None, nil
		}
	}
	flush, err := t.Truth(a[4].Or(False))
	if err != nil {
		return Value{}, err
	}
	if file.IsMissing() {
		return None, t.printOut(items, sep, end, flush)
	}
	write, err := t.GetAttr(file, writeName)
	if err != nil {
		return Value{}, err
	}
	put := func(s string) {
		if err == nil {
			_, err = t.Call(write, NewStr(s))
		}
	}
	for i, x := range items {
		if i > 0 && err == nil {
			put(sep)
		}
		if err != nil {
			return Value{}, err
		}
		s, serr := t.Str(x)
		if serr != nil {
			return Value{}, serr
		}
		put(s)
	}
	put(end)
	if err == nil && flush {
		var f Value
		if f, err = t.GetAttr(file, flushName); err == nil {
			_, err = t.Call(f)
		}
	}
	return None, err
}

// print writes text to what print writes to by default.
func (t *Thread) print(text string) error {
	_, err := builtinPrint(t, []Value{NewTuple([]Value{NewStr(text)}), Missing, NewStr(""), Missing, Missing})
	return err
}

func (t *Thread) printArg(name string, v Value, def string) (string, error) {
	if v.IsMissing() || v.IsNone() {
		return def, nil
	}
	s := AsStr(v)
	if s == nil {
		return "", t.TypeErrorf("%s must be None or a string, not %s", name, v.Type().Name)
	}
	return s.s, nil
}

// stdout is what print writes to by default: sys.stdout if the program put
// something else there, Missing for the run's own output.
func (t *Thread) stdout() Value {
	sys := t.VM.own["sys"]
	if sys == nil {
		return Missing
	}
	v, ok := sys.Get("stdout")
	if f := exact[stream](v, &StreamType); !ok || f != nil && f.fd == 1 {
		return Missing
	}
	return v
}

// printOut writes to the run's output. What one item's __str__ prints comes
// before what is printed after it, as the items are written one by one.
func (t *Thread) printOut(items []Value, sep, end string, flush bool) error {
	out := t.VM.Out
	for i, x := range items {
		if i > 0 {
			out.WriteString(sep)
		}
		s, err := t.Str(x)
		if err != nil {
			return err
		}
		out.WriteString(s)
	}
	_, err := out.WriteString(end)
	if (flush || t.VM.Lines && strings.Contains(end, "\n")) && err == nil {
		err = out.Flush()
	}
	return outputError(err)
}

func builtinInput(t *Thread, a []Value) (Value, error) {
	if !a[0].IsMissing() {
		s, err := t.Str(a[0])
		if err != nil {
			return Value{}, err
		}
		t.VM.Out.WriteString(s)
	}
	line, err := t.readLine((*stream)(t.Stream(0).p))
	if err == nil && line == "" {
		err = t.Errorf(&EOFErrorType, "EOF when reading a line")
	}
	if err != nil {
		return Value{}, err
	}
	return NewStr(strings.TrimSuffix(line, "\n")), nil
}
