package runtime

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// What to do about an exception that ended a program: a line below its traceback.
// The exception itself says what CPython's would; this is only for who reads it.

// advice is that line, "" if there is nothing to be said.
func (t *Thread) advice(e *Exception) string {
	x, _ := e.extra.(*NameExtra)
	name := ""
	if x != nil && AsStr(x.Name) != nil {
		name = AsStr(x.Name).s
	}
	if x != nil && (e.typ == &ImportErrorType || e.typ == &AttributeErrorType) {
		if m := exact[Module](x.Obj, &ModuleType); m != nil && m.def == nil && m.prog != nil && isPythonModule(m.Name) {
			return fmt.Sprintf("help: %s comes before Python's module of that name; give it another\n", m.prog.File)
		}
	}
	switch {
	case e.typ == &ModuleNotFoundErrorType:
		return t.adviseModule(name)
	case e.typ == &NameErrorType:
		if what, ok := leftOut[name]; ok {
			return fmt.Sprintf("help: Python has '%s', Coro does not: %s\n", name, what)
		}
	case e.typ == &UnboundLocalErrorType:
		return t.adviseHidden(e, name, "")
	case e.typ == &AttributeErrorType:
		if x != nil && !x.Obj.IsMissing() && t.toBeAwaited(x.Obj) {
			return awaitIt
		}
		return t.adviseHidden(e, "", ".")
	case e.typ == &TypeErrorType:
		if strings.Contains(t.safeString(obj(e), "exception", "str"), "'coroutine'") {
			return awaitIt
		}
		return t.adviseHidden(e, "", "(")
	case e.typ == &RuntimeErrorType && t.safeString(obj(e), "exception", "str") == "no running event loop":
		if p := t.VM.main.prog; t.VM.main.coro && !p.Async {
			return "help: " + p.File + " awaits nothing at its top level, so no loop runs there; await something, or use run()\n"
		}
	}
	return ""
}

const awaitIt = "help: a coroutine gives its result to the one who awaits it: write `await` before the call\n"

// toBeAwaited tells whether v is a coroutine, or a request that was not sent yet.
func (t *Thread) toBeAwaited(v Value) bool {
	return v.Type() == &CoroutineType || v.Type().Module == "coro" && t.isAwaitable(v)
}

// leftOut are the builtins of Python that Coro does without, and what to do
// instead.
var leftOut = map[string]string{
	"breakpoint": "print, or try the line at the prompt of `coro repl`",
	"bytearray":  "use bytes, or a list of ints",
	"compile":    "no code is made at run time",
	"complex":    "its numbers are int and float",
	"eval":       "no code is made at run time",
	"exec":       "no code is made at run time",
	"exit":       "use sys.exit()",
	"globals":    "keep names that you look up in a dict of your own",
	"locals":     "keep names that you look up in a dict of your own",
	"memoryview": "use bytes",
	"open":       "a run touches no files; io.StringIO stands in for one, and input() reads standard input",
	"quit":       "use sys.exit()",
}

// adviseModule is about a module that is not there.
func (t *Thread) adviseModule(name string) string {
	top, _, _ := strings.Cut(name, ".")
	if isPythonModule(top) && moduleDefs[top] == nil {
		return fmt.Sprintf("help: Python has '%s', Coro does not\n", name)
	}
	if top == "requests" || top == "httpx" {
		return "help: requests are made with http, aiohttp or urllib.request\n"
	}
	var names []string
	for _, n := range ModuleNames() {
		if n[0] != '_' {
			names = append(names, n)
		}
	}
	if t.VM.Loader != nil {
		names = append(names, t.VM.Loader.Names()...)
	}
	if near := Suggest(name, names); near != "" {
		return fmt.Sprintf("help: did you mean '%s'?\n", near)
	}
	return "help: a module is one of Coro's, or a .coro or .py file beside the program\n"
}

// adviseHidden tells of a name of the prelude that the program has taken for
// something else and then used as if it had not: the name, if it is known, or one
// that has use behind it in the line that failed.
func (t *Thread) adviseHidden(e *Exception, name, use string) string {
	tb := e.tb
	for tb != nil && tb.next != nil && !tb.next.fn.hidden {
		tb = tb.next
	}
	if tb == nil || tb.fn.hidden || !tb.fn.module.coro {
		return ""
	}
	source, line := tb.fn.prog.Source, int(tb.at.No)
	if name == "" && line > 0 && line <= len(source) {
		name = t.hiddenIn(tb.fn, source[line-1], use)
	}
	if preludeNames[name] == nil {
		return ""
	}
	bound := boundAt(source, name)
	if bound == 0 {
		return ""
	}
	instead := "asyncio." + name
	if moduleDefs[name] != nil {
		instead = "import " + name + " as another name"
	} else if asyncio, err := t.Import("asyncio"); err != nil || !asyncio.has(name) {
		instead = "coro." + name + " (import coro)"
	}
	return fmt.Sprintf("help: '%s' here is yours (line %d); use %s\n", name, bound, instead)
}

func (m *Module) has(name string) bool {
	_, ok := m.Get(name)
	return ok
}

// hiddenIn is the first prelude name in a line that has use behind it and is
// bound by the program, in the function or in its module.
func (t *Thread) hiddenIn(f *FuncProto, line, use string) string {
	for _, m := range regexp.MustCompile(`(?:^|[^\w.])(\w+)\s*`+regexp.QuoteMeta(use)).FindAllStringSubmatch(line, -1) {
		name := m[1]
		if preludeNames[name] != nil && (slices.Contains(f.code.Locals, name) || f.module.has(name)) {
			return name
		}
	}
	return ""
}

// boundAt is the first line of a source that seems to bind a name, 0 if none
// does.
func boundAt(source []string, name string) int {
	n := `\b` + name + `\b`
	binds := regexp.MustCompile(`^\s*(\w+\s*,\s*)*` + n + `(\s*,\s*\w+)*\s*(:[^=]*)?=[^=]|` + n + `\s*:=|` +
		`\b(def|class|as|global)\s+` + n + `|\bfor\b[^:]*` + n + `.*\bin\b|\bimport\b.*` + n + `|\bdef\s+\w+\(.*` + n)
	for i, line := range source {
		if binds.MatchString(line) {
			return i + 1
		}
	}
	return 0
}
