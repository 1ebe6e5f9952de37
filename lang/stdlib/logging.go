package stdlib

import (
	_ "embed"
	"strings"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// Module logging, written in the language: two parts that make one module.

var (
	//go:embed logging_records.py
	loggingRecords string
	//go:embed logging_loggers.py
	loggingLoggers string
)

var loggingModule = rt.ModuleDef{
	Name:   "logging",
	Doc:    "Messages of a program, by level and part.",
	Source: loggingRecords,
	More:   []string{loggingLoggers},
	Funcs:  []rt.Method{{Name: "_caller", Sig: "level", Fn: loggingCaller}},
	Consts: map[string]rt.Value{"_RLock": threadRLockType.Value()},
}

func init() {
	rt.RegisterModule(&loggingModule)
}

// loggingCaller is where the program is: path, line and function of its innermost
// activation, or of one that many less one above it, and the stack as text.
func loggingCaller(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	level, err := t.IntArg(a[0])
	if err != nil {
		return rt.Value{}, err
	}
	lines := t.StackLines()
	if len(lines) == 0 {
		return rt.NewTuple([]rt.Value{rt.NewStr("(unknown file)"), rt.Int(0), rt.NewStr("(unknown function)"), rt.NewStr("")}), nil
	}
	at := lines[max(0, len(lines)-int(max(1, min(level, int64(len(lines))))))]
	stack := strings.TrimSuffix(strings.Join(rt.FormatStack(lines), ""), "\n")
	return rt.NewTuple([]rt.Value{rt.NewStr(at.File), rt.Int(int64(at.Line)), rt.NewStr(at.Func), rt.NewStr(stack)}), nil
}
