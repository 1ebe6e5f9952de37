package stdlib

import (
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// traceback: exceptions and stacks as text.

//go:embed source/traceback.py
var tracebackSource string

//go:embed source/traceback_objects.py
var tracebackObjects string

var tracebackModule = rt.ModuleDef{
	Name: "traceback",
	Funcs: []rt.Method{
		{Name: "_format", Sig: "exc, tb, limit, chain, /", Fn: formatReport},
		{Name: "_format_only", Sig: "exc, show_group, /", Fn: formatReportOnly},
		{Name: "_frames", Sig: "tb, /", Fn: tracebackFrames},
		{Name: "_source_line", Sig: "filename, lineno, /", Fn: sourceLine},
		{Name: "_suggestion", Sig: "exc, tb, /", Fn: suggestion},
		{Name: "_syntax_error_lines", Sig: "exc, name, /", Fn: syntaxErrorLines},
		{Name: "_tracebacklimit", Fn: func(t *rt.Thread, _ []rt.Value) (rt.Value, error) {
			if limit := t.TracebackLimit(); limit != nil {
				return rt.Int(int64(*limit)), nil
			}
			return rt.None, nil
		}},
	},
	Source: tracebackSource,
	Lazy:   tracebackObjects,
}

func init() {
	rt.RegisterModule(&tracebackModule)
}

func notAnException(t *rt.Thread, v rt.Value) error {
	return t.TypeErrorf("Exception expected for value, %s found", v.Type().Name)
}

// formatReport is an exception with its traceback and, if they are asked for, all that
// it was caused by, as a list of strings.
func formatReport(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	e := rt.AsException(a[0])
	if e == nil {
		return rt.Value{}, notAnException(t, a[0])
	}
	limit := t.TracebackLimit()
	if !a[2].IsNone() {
		n, err := t.IntArg(a[2])
		if err != nil {
			return rt.Value{}, err
		}
		i := int(n)
		limit = &i
	}
	chain, err := t.Truth(a[3])
	if err != nil {
		return rt.Value{}, err
	}
	return strList(t.NewReport(e, rt.AsTraceback(a[1]), limit).Format(chain)), nil
}

// formatReportOnly is an exception without its traceback.
func formatReportOnly(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	e := rt.AsException(a[0])
	if e == nil {
		return rt.Value{}, notAnException(t, a[0])
	}
	group, err := t.Truth(a[1])
	if err != nil {
		return rt.Value{}, err
	}
	return strList(t.NewReport(e, nil, nil).Only(group)), nil
}

// suggestion is what a message ends with if something else may have been meant.
func suggestion(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	if e := rt.AsException(a[0]); e != nil {
		return rt.NewStr(t.Suggestion(e, rt.AsTraceback(a[1]))), nil
	}
	return rt.NewStr(""), nil
}

func syntaxErrorLines(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	name, err := t.StrArg("_syntax_error_lines", a[1])
	if err != nil {
		return rt.Value{}, err
	}
	return strList(t.SyntaxErrorLines(rt.AsException(a[0]), name)), nil
}

func strList(lines []string) rt.Value {
	items := make([]rt.Value, len(lines))
	for i, s := range lines {
		items[i] = rt.NewStr(s)
	}
	return rt.NewList(items)
}

// tracebackFrames are the frames of a traceback: file, line, function, source line and
// further lines of each.
func tracebackFrames(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	lines := rt.TracebackLines(rt.AsTraceback(a[0]))
	items := make([]rt.Value, len(lines))
	for i, f := range lines {
		items[i] = rt.NewTuple([]rt.Value{rt.NewStr(f.File), rt.Int(int64(f.Line)), rt.NewStr(f.Func), rt.NewStr(f.Text), rt.NewStr(f.Rest)})
	}
	return rt.NewList(items), nil
}
