package stdlib

import (
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// traceback: exceptions and stacks as text.

//go:embed source/traceback.py
var tracebackSource string

var reportSpec = rt.Spec{Name: "_Report", Module: "traceback", Layout: true, Final: true, NoNew: true}

var tracebackModule = rt.ModuleDef{
	Name: "traceback",
	Funcs: []rt.Method{
		{Name: "_report", Sig: "exc, tb, limit, /", Fn: tracebackReport},
		{Name: "_report_lines", Sig: "report, chain, /", Fn: reportLines},
		{Name: "_report_only", Sig: "report, show_group, /", Fn: reportOnly},
		{Name: "_frames", Sig: "tb, /", Fn: tracebackFrames},
		{Name: "_frame_entry", Sig: "frame, line, /", Fn: frameEntry},
		{Name: "_stack", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return frameTuples(t.StackLines()), nil }},
		{Name: "_format_list", Sig: "entries, /", Fn: formatList},
	},
	Source: tracebackSource,
}

func init() {
	rt.Define(&reportType, &reportSpec)
	rt.RegisterModule(&tracebackModule)
}

// report is a runtime.Report as a value.
type report struct {
	rt.Hdr
	r *rt.Report
}

var reportType rt.Type

func tracebackReport(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	e := rt.AsException(a[0])
	if e == nil {
		return rt.Value{}, t.TypeErrorf("Exception expected for value, %s found", a[0].Type().Name)
	}
	var limit *int
	if !a[2].IsNone() {
		n, err := t.IntArg(a[2])
		if err != nil {
			return rt.Value{}, err
		}
		i := int(n)
		limit = &i
	}
	o := &report{r: t.NewReport(e, rt.AsTraceback(a[1]), limit)}
	o.Init(&reportType)
	return rt.ObjectValue(o), nil
}

func reportLines(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	chain, err := t.Truth(a[1])
	if err != nil {
		return rt.Value{}, err
	}
	return strList(rt.ObjectOf[report](a[0]).r.Format(chain)), nil
}

func reportOnly(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	group, err := t.Truth(a[1])
	if err != nil {
		return rt.Value{}, err
	}
	return strList(rt.ObjectOf[report](a[0]).r.Only(group)), nil
}

func strList(lines []string) rt.Value {
	items := make([]rt.Value, len(lines))
	for i, s := range lines {
		items[i] = rt.NewStr(s)
	}
	return rt.NewList(items)
}

func frameTuples(lines []rt.FrameLine) rt.Value {
	items := make([]rt.Value, len(lines))
	for i, f := range lines {
		items[i] = frameTuple(f)
	}
	return rt.NewList(items)
}

func frameTuple(f rt.FrameLine) rt.Value {
	return rt.NewTuple([]rt.Value{rt.NewStr(f.File), rt.Int(int64(f.Line)), rt.NewStr(f.Func), rt.NewStr(f.Text), rt.NewStr(f.Rest)})
}

func tracebackFrames(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	return frameTuples(rt.TracebackLines(rt.AsTraceback(a[0]))), nil
}

func frameEntry(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	line, err := t.IntArg(a[1])
	if err != nil {
		return rt.Value{}, err
	}
	f, ok := rt.FrameLineAt(a[0], int32(line))
	if !ok {
		return rt.Value{}, t.TypeErrorf("a frame is required, not '%s'", a[0].Type().Name)
	}
	return frameTuple(f), nil
}

// formatList is the text of a list of (file, line, function, source, further lines) tuples.
func formatList(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	var lines []rt.FrameLine
	err := t.Each(a[0], func(v rt.Value) error {
		e, err := t.Collect(v)
		if err != nil {
			return err
		}
		if len(e) != 5 {
			return t.ValueErrorf("a frame is a tuple of file, line, function, source line and further lines")
		}
		n, err := t.IntArg(e[1])
		if err != nil {
			return err
		}
		var text [4]string
		for i, v := range []rt.Value{e[0], e[2], e[3], e[4]} {
			if v.IsNone() {
				continue
			}
			if text[i], err = t.Str(v); err != nil {
				return err
			}
		}
		lines = append(lines, rt.FrameLine{File: text[0], Line: int(n), Func: text[1], Text: text[2], Rest: text[3]})
		return nil
	})
	return strList(rt.FormatStack(lines)), err
}
