package runtime

import (
	"sort"
	"strings"
)

// What a traceback suggests below a NameError, AttributeError or ImportError.

// Suggestion is the end of the line that shows e: what may have been meant, or
// "".
func (t *Thread) Suggestion(e *Exception, tb *Traceback) string {
	x, ok := e.extra.(*NameExtra)
	if !ok {
		return ""
	}
	wrong := x.Name
	var near string
	switch {
	case e.typ.IsSubclass(&ImportErrorType):
		if wrong = x.From; AsStr(wrong) != nil {
			near = t.suggestAttr(AsStr(wrong).s, x.Obj, false)
		}
	case AsStr(wrong) == nil:
		return ""
	case e.typ.IsSubclass(&AttributeErrorType):
		near = t.suggestAttr(AsStr(wrong).s, x.Obj, tb != nil && !x.self.IsMissing() && x.self == x.Obj)
	case e.typ.IsSubclass(&NameErrorType):
		near = t.suggestName(AsStr(wrong).s, x, tb)
	}
	s := ""
	if near != "" {
		s = ". Did you mean: '" + near + "'?"
	}
	if name := AsStr(wrong); name != nil && e.typ.IsSubclass(&NameErrorType) && isPythonModule(name.s) {
		if near != "" {
			return s + " Or did you forget to import '" + name.s + "'?"
		}
		return ". Did you forget to import '" + name.s + "'?"
	}
	return s
}

// suggestAttr suggests an attribute of v; one with a leading underscore only if
// the wrong name has one too or private says so.
func (t *Thread) suggestAttr(wrong string, v Value, private bool) string {
	if v.IsMissing() {
		return ""
	}
	dir, ok, err := t.CallSpecial(v, dirName)
	if err != nil || !ok {
		return ""
	}
	items, err := t.Collect(dir)
	if err != nil {
		return ""
	}
	private = private || strings.HasPrefix(wrong, "_")
	var list []string
	for _, item := range items {
		if s := AsStr(item); s != nil && (private || !strings.HasPrefix(s.s, "_")) {
			list = append(list, s.s)
		}
	}
	sort.Strings(list)
	return Suggest(wrong, list)
}

// suggestName suggests a local, global or builtin name, or an attribute of self.
func (t *Thread) suggestName(wrong string, x *NameExtra, tb *Traceback) string {
	if tb == nil {
		return ""
	}
	for tb.next != nil {
		tb = tb.next
	}
	if !x.self.IsMissing() {
		if _, ok, err := t.LookupAttr(x.self, NewStrObj(wrong)); ok && err == nil {
			return "self." + wrong
		}
	}
	code, m := tb.fn.code, tb.fn.module
	list := append([]string(nil), code.Locals...)
	if x.body != nil {
		for _, key := range x.body.Keys() {
			if s := AsStr(key); s != nil {
				list = append(list, s.s)
			}
		}
	}
	for _, f := range code.Free {
		list = append(list, f.Name)
	}
	for i, name := range m.names {
		if m.bound[i] && !m.vals[i].IsMissing() {
			list = append(list, name.s)
		}
	}
	for _, name := range strings.Fields(builtinOrder) {
		if _, ok := t.VM.builtin(name); ok || constantNames[name] {
			list = append(list, name)
		}
	}
	if m.coro {
		list = append(list, sortedKeys(preludeNames)...)
	}
	return Suggest(wrong, list)
}

// constantNames are builtin names that are no entries of a table.
var constantNames = map[string]bool{"None": true, "False": true, "True": true, "__debug__": true}

// builtinOrder is the builtin names in the order in which CPython's module has them:
// of names that are equally near the first is suggested. Some are not in this language.
const builtinOrder = `__import__ abs all any ascii bin callable chr delattr dir divmod format getattr globals hasattr hash hex id
	input isinstance issubclass iter aiter len locals max min next anext oct ord pow print repr round setattr
	sorted sum vars None Ellipsis NotImplemented False True bool bytes classmethod dict enumerate filter float
	frozenset property int list map object range reversed set slice staticmethod str super tuple type zip
	__debug__ BaseException BaseExceptionGroup Exception GeneratorExit KeyboardInterrupt SystemExit
	ArithmeticError AssertionError AttributeError BufferError EOFError ImportError LookupError MemoryError
	NameError OSError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError
	TypeError ValueError Warning FloatingPointError OverflowError ZeroDivisionError BytesWarning
	DeprecationWarning EncodingWarning FutureWarning ImportWarning PendingDeprecationWarning ResourceWarning
	RuntimeWarning SyntaxWarning UnicodeWarning UserWarning BlockingIOError ChildProcessError ConnectionError
	FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError
	ProcessLookupError TimeoutError IndentationError IndexError KeyError ModuleNotFoundError NotImplementedError
	PythonFinalizationError RecursionError UnboundLocalError UnicodeError BrokenPipeError ConnectionAbortedError
	ConnectionRefusedError ConnectionResetError TabError UnicodeDecodeError UnicodeEncodeError
	UnicodeTranslateError ExceptionGroup EnvironmentError IOError`

// isPythonModule says whether Python's standard library has a module called
// name, whether or not it is among those that can be imported here.
func isPythonModule(name string) bool {
	for _, m := range strings.Fields(pythonModules) {
		if m == name {
			return true
		}
	}
	return false
}

const pythonModules = `__future__ abc argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2
cProfile calendar cmath cmd code codecs codeop collections colorsys compileall concurrent configparser contextlib
contextvars copy copyreg csv ctypes curses dataclasses datetime dbm decimal difflib dis doctest email encodings
ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt
getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib importlib inspect io ipaddress
itertools json keyword linecache locale logging lzma mailbox marshal math mimetypes mmap modulefinder msvcrt
multiprocessing netrc nt ntpath nturl2path numbers opcode operator optparse os pathlib pdb pickle pickletools
pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data
pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve
shlex shutil signal site smtplib socket socketserver sqlite3 sre_compile sre_constants sre_parse ssl stat
statistics string stringprep struct subprocess symtable sys sysconfig syslog tabnanny tarfile tempfile termios
textwrap this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle
turtledemo types typing unicodedata unittest urllib uuid venv warnings wave weakref webbrowser winreg winsound
wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo antigravity`
