package runtime

import (
	"fmt"
	"strings"
)

// The exception classes that know more than their arguments: StopIteration,
// SystemExit, KeyError, NameError, AttributeError, ImportError, SyntaxError and
// the Unicode errors.

// excFields are the values of the extra attributes of an exception, in the order
// of its class's rows.
type excFields struct {
	vals []Value
}

// field is the i-th extra attribute.
func (e *Exception) field(i int) Value {
	if f, ok := e.extra.(*excFields); ok && i < len(f.vals) {
		return f.vals[i].Or(None)
	}
	return None
}

// hasField says whether the i-th extra attribute has been set, be it to None.
func (e *Exception) hasField(i int) bool {
	f, ok := e.extra.(*excFields)
	return ok && i < len(f.vals) && !f.vals[i].IsMissing()
}

func (e *Exception) setField(i int, v Value) {
	f, ok := e.extra.(*excFields)
	if !ok {
		f = &excFields{}
		e.extra = f
	}
	for len(f.vals) <= i {
		f.vals = append(f.vals, Missing)
	}
	f.vals[i] = v
}

// fieldRows are attributes kept as fields 0, 1….
func fieldRows(names ...string) []Method {
	rows := make([]Method, len(names))
	for i, name := range names {
		rows[i] = Method{Name: name, Kind: Getter,
			Fn:  func(t *Thread, a []Value) (Value, error) { return AsException(a[0]).field(i), nil },
			Set: func(t *Thread, self, v Value) error { AsException(self).setField(i, v); return nil },
		}
	}
	return rows
}

// computedRow is an attribute that comes from the arguments until it is set.
func computedRow(name string, compute func(e *Exception) Value) Method {
	return Method{Name: name, Kind: Getter,
		Fn: func(t *Thread, a []Value) (Value, error) {
			e := AsException(a[0])
			if _, ok := e.extra.(*excFields); ok {
				return e.field(0), nil
			}
			return compute(e), nil
		},
		Set: func(t *Thread, self, v Value) error { AsException(self).setField(0, v.Or(None)); return nil },
	}
}

var stopIterationSpec = Spec{Name: "StopIteration", Base: &ExceptionType, Adds: true, Methods: []Method{
	computedRow("value", func(e *Exception) Value {
		if len(e.args) == 0 {
			return None
		}
		return e.args[0]
	}),
}}

var systemExitSpec = Spec{Name: "SystemExit", Base: &BaseExceptionType, Adds: true, Methods: []Method{
	computedRow("code", exitCode),
}}

var keyErrorSpec = Spec{Name: "KeyError", Base: &LookupErrorType, Slots: Slots{Str: keyErrorStr}}

var nameErrorSpec = Spec{
	Name: "NameError", Base: &ExceptionType, Adds: true, Slots: Slots{Initialize: initNameError}, Methods: []Method{nameRow},
}

var attributeErrorSpec = Spec{
	Name: "AttributeError", Base: &ExceptionType, Adds: true, Slots: Slots{Initialize: initAttributeError}, Methods: []Method{
		nameRow, nameExtraRow("obj", func(x *NameExtra) *Value { return &x.Obj }),
	},
}

var importErrorSpec = Spec{
	Name: "ImportError", Base: &ExceptionType, Adds: true, Slots: Slots{Initialize: initImportError, Str: importErrorStr},
	Methods: []Method{
		nameRow,
		nameExtraRow("path", func(x *NameExtra) *Value { return &x.Path }),
		nameExtraRow("name_from", func(x *NameExtra) *Value { return &x.From }),
		{Name: "msg", Kind: Getter,
			Fn: func(t *Thread, a []Value) (Value, error) {
				e := AsException(a[0])
				if msg := e.nameExtra().Msg; !msg.IsMissing() || len(e.args) != 1 {
					return msg.Or(None), nil
				}
				return e.args[0], nil
			},
			Set: func(t *Thread, self, v Value) error { AsException(self).nameExtra().Msg = v.Or(None); return nil },
		},
	},
}

var syntaxErrorSpec = Spec{
	Name: "SyntaxError", Base: &ExceptionType, Adds: true, Slots: Slots{Initialize: initSyntaxError, Str: syntaxErrorStr},
	Methods: fieldRows("msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"),
}

func init() {
	Define(&StopIterationType, &stopIterationSpec)
	Define(&SystemExitType, &systemExitSpec)
	Define(&KeyErrorType, &keyErrorSpec)
	Define(&NameErrorType, &nameErrorSpec)
	Define(&AttributeErrorType, &attributeErrorSpec)
	Define(&ImportErrorType, &importErrorSpec)
	Define(&SyntaxErrorType, &syntaxErrorSpec)
	codec := fieldRows("encoding", "object", "start", "end", "reason")
	Define(&UnicodeDecodeErrorType, &Spec{
		Name: "UnicodeDecodeError", Base: &UnicodeErrorType, Adds: true, Methods: codec,
		Slots: Slots{Initialize: initUnicodeError("UOnnU"), Str: decodeErrorStr},
	})
	Define(&UnicodeEncodeErrorType, &Spec{
		Name: "UnicodeEncodeError", Base: &UnicodeErrorType, Adds: true, Methods: codec,
		Slots: Slots{Initialize: initUnicodeError("UUnnU"), Str: encodeErrorStr},
	})
	Define(&UnicodeTranslateErrorType, &Spec{
		Name: "UnicodeTranslateError", Base: &UnicodeErrorType, Adds: true, Methods: codec,
		Slots: Slots{Initialize: initUnicodeError("UnnU"), Str: encodeErrorStr},
	})
}

// exitCode is SystemExit.code: the argument, all of them if there are several.
func exitCode(e *Exception) Value {
	switch len(e.args) {
	case 0:
		return None
	case 1:
		return e.args[0]
	}
	return NewTuple(e.args)
}

// ExitCode is the code of a SystemExit.
func (e *Exception) ExitCode() Value {
	if _, ok := e.extra.(*excFields); ok {
		return e.field(0)
	}
	return exitCode(e)
}

// StopValue is the value of a StopIteration.
func (e *Exception) StopValue() Value {
	if _, ok := e.extra.(*excFields); ok {
		return e.field(0)
	}
	if len(e.args) == 0 {
		return None
	}
	return e.args[0]
}

func keyErrorStr(t *Thread, v Value) (string, error) {
	if e := AsException(v); len(e.args) == 1 {
		return t.Repr(e.args[0])
	}
	return exceptionStr(t, v)
}

func importErrorStr(t *Thread, v Value) (string, error) {
	if x, ok := AsException(v).extra.(*NameExtra); ok && x.Msg.Type() == &StrType {
		return AsStr(x.Msg).s, nil
	}
	return exceptionStr(t, v)
}

// NameExtra is what a NameError, AttributeError or ImportError knows besides its
// message. Missing stands for what is not known.
type NameExtra struct {
	Name Value // looked for; an ImportError's: the module
	Obj  Value // that it was looked for in
	From Value // of an ImportError: the name that the module lacks
	Path Value // of an ImportError
	Msg  Value // of an ImportError whose message was set: otherwise it is the only argument
	self Value // the first argument of the method that was running, if it is called self
	body *Dict // the namespace of the class whose body was running, or nil
}

func newNameExtra(name, obj Value) *NameExtra {
	return &NameExtra{Name: name, Obj: obj, From: Missing, Path: Missing, Msg: Missing, self: Missing}
}

func (e *Exception) nameExtra() *NameExtra {
	x, ok := e.extra.(*NameExtra)
	if !ok {
		x = newNameExtra(Missing, Missing)
		e.extra = x
	}
	return x
}

// nameExtraRow is an attribute kept in the NameExtra.
func nameExtraRow(name string, field func(x *NameExtra) *Value) Method {
	return Method{Name: name, Kind: Getter,
		Fn: func(t *Thread, a []Value) (Value, error) {
			return field(AsException(a[0]).nameExtra()).Or(None), nil
		},
		Set: func(t *Thread, self, v Value) error {
			*field(AsException(self).nameExtra()) = v
			return nil
		},
	}
}

var nameRow = nameExtraRow("name", func(x *NameExtra) *Value { return &x.Name })

// initKeywords sets the arguments and gives each keyword argument to set, which
// says whether it knows the name.
func (t *Thread) initKeywords(class string, self Value, args []Value, kwnames []*Str, set func(name string, v Value) bool) error {
	n := len(args) - len(kwnames)
	for i, kw := range kwnames {
		if !set(kw.s, args[n+i]) {
			return t.TypeErrorf("%s() got an unexpected keyword argument '%s'", class, kw.s)
		}
	}
	return initException(t, self, args[:n], nil)
}

func initNameError(t *Thread, self Value, args []Value, kwnames []*Str) error {
	if len(kwnames) > 1 {
		return t.TypeErrorf("NameError() takes at most 1 keyword argument (%d given)", len(kwnames))
	}
	return t.initKeywords("NameError", self, args, kwnames, func(name string, v Value) bool {
		if name == "name" {
			AsException(self).nameExtra().Name = v
		}
		return name == "name"
	})
}

func initAttributeError(t *Thread, self Value, args []Value, kwnames []*Str) error {
	return t.initKeywords("AttributeError", self, args, kwnames, func(name string, v Value) bool {
		x := AsException(self).nameExtra()
		switch name {
		case "name":
			x.Name = v
		case "obj":
			x.Obj = v
		default:
			return false
		}
		return true
	})
}

func initImportError(t *Thread, self Value, args []Value, kwnames []*Str) error {
	x := AsException(self).nameExtra()
	return t.initKeywords("ImportError", self, args, kwnames, func(name string, v Value) bool {
		switch name {
		case "name":
			x.Name = v
		case "path":
			x.Path = v
		case "name_from":
			x.From = v
		default:
			return false
		}
		return true
	})
}

// The fields of a SyntaxError.
const (
	syntaxMsg = iota
	syntaxFile
	syntaxLine
	syntaxOffset
	syntaxText
	syntaxEndLine
	syntaxEndOffset
)

func initSyntaxError(t *Thread, self Value, args []Value, kwnames []*Str) error {
	if err := initException(t, self, args, kwnames); err != nil {
		return err
	}
	e := AsException(self)
	if len(args) > 0 {
		e.setField(syntaxMsg, args[0])
	}
	if len(args) != 2 {
		return nil
	}
	info, err := t.Collect(args[1])
	if err != nil {
		return err
	}
	switch {
	case len(info) < 4:
		return t.TypeErrorf("function takes at least 4 arguments (%d given)", len(info))
	case len(info) > 7:
		return t.TypeErrorf("function takes at most 7 arguments (%d given)", len(info))
	}
	for i, v := range info {
		e.setField(syntaxFile+i, v)
	}
	return nil
}

func syntaxErrorStr(t *Thread, v Value) (string, error) {
	e := AsException(v)
	msg, err := t.Str(e.field(syntaxMsg))
	if err != nil {
		return "", err
	}
	file, line := AsStr(e.field(syntaxFile)), e.field(syntaxLine)
	name := "" // without its folder
	if file != nil {
		name = file.s[strings.LastIndexByte(file.s, '/')+1:]
	}
	switch {
	case file != nil && line.IsSmallInt():
		return fmt.Sprintf("%s (%s, line %d)", msg, name, line.n), nil
	case file != nil:
		return fmt.Sprintf("%s (%s)", msg, name), nil
	case line.IsSmallInt():
		return fmt.Sprintf("%s (line %d)", msg, line.n), nil
	}
	return msg, nil
}

// initUnicodeError checks the arguments by their kinds: U a str, O bytes, n an
// int.
func initUnicodeError(kinds string) func(t *Thread, self Value, args []Value, kwnames []*Str) error {
	return func(t *Thread, self Value, args []Value, kwnames []*Str) error {
		if err := initException(t, self, args, kwnames); err != nil {
			return err
		}
		if len(args) != len(kinds) {
			return t.TypeErrorf("function takes exactly %d arguments (%d given)", len(kinds), len(args))
		}
		e := AsException(self)
		for i, v := range args {
			switch kinds[i] {
			case 'U':
				if AsStr(v) == nil {
					return t.TypeErrorf("argument %d must be str, not %s", i+1, shownType(v, true))
				}
			case 'n':
				n, err := t.IntArg(v)
				if err != nil {
					return err
				}
				v = Int(n)
			}
			e.setField(i+5-len(kinds), v)
		}
		// What was to be decoded is looked at last.
		if i := strings.IndexByte(kinds, 'O'); i >= 0 && As[BytesObj](args[i], &BytesType) == nil {
			return t.TypeErrorf("a bytes-like object is required, not '%s'", args[i].Type().Name)
		}
		return nil
	}
}

// The fields of a Unicode error.
const (
	codecName = iota
	codecObject
	codecStart
	codecEnd
	codecReason
)

// span is the part of n items that a Unicode error is about, as it was given; one
// says that it is a single item of them.
func (e *Exception) span(n int) (start, end int, one bool) {
	start, end = int(e.field(codecStart).n), int(e.field(codecEnd).n)
	return start, end, 0 <= start && start < n && end == start+1
}

func decodeErrorStr(t *Thread, v Value) (string, error) {
	e := AsException(v)
	b := As[BytesObj](e.field(codecObject), &BytesType)
	if b == nil {
		return "", nil
	}
	name, err := t.Str(e.field(codecName))
	if err != nil {
		return "", err
	}
	reason, err := t.Str(e.field(codecReason))
	start, end, one := e.span(len(b.b))
	if one {
		return fmt.Sprintf("'%s' codec can't decode byte 0x%02x in position %d: %s", name, b.b[start], start, reason), err
	}
	return fmt.Sprintf("'%s' codec can't decode bytes in position %d-%d: %s", name, start, end-1, reason), err
}

func encodeErrorStr(t *Thread, v Value) (string, error) {
	e := AsException(v)
	s := AsStr(e.field(codecObject))
	if s == nil {
		return "", nil
	}
	what := "can't translate"
	if !e.typ.IsSubclass(&UnicodeTranslateErrorType) {
		name, err := t.Str(e.field(codecName))
		if err != nil {
			return "", err
		}
		what = "'" + name + "' codec can't encode"
	}
	reason, err := t.Str(e.field(codecReason))
	start, end, one := e.span(s.n)
	if !one {
		return fmt.Sprintf("%s characters in position %d-%d: %s", what, start, end-1, reason), err
	}
	c, _ := decodeCodePoint(s.s[s.offset(start):])
	return fmt.Sprintf("%s character '%s' in position %d: %s", what, string(appendEscape(nil, c)), start, reason), err
}
