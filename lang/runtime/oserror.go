package runtime

// OSError: errno, and the subclass that stands for it.

// The fields of an OSError.
const (
	osErrno = iota
	osStrerror
	osFilename
	osFilename2
	osWritten // of a BlockingIOError
)

// errnoClasses are the subclasses that OSError(errno, …) makes, by Linux's
// numbers.
var errnoClasses = map[int64]*Type{
	1: &PermissionErrorType, 2: &FileNotFoundErrorType, 3: &ProcessLookupErrorType, 4: &InterruptedErrorType,
	10: &ChildProcessErrorType, 11: &BlockingIOErrorType, 13: &PermissionErrorType, 17: &FileExistsErrorType,
	20: &NotADirectoryErrorType, 21: &IsADirectoryErrorType, 32: &BrokenPipeErrorType,
	103: &ConnectionAbortedErrorType, 104: &ConnectionResetErrorType, 108: &BrokenPipeErrorType,
	110: &TimeoutErrorType, 111: &ConnectionRefusedErrorType, 114: &BlockingIOErrorType, 115: &BlockingIOErrorType,
}

var osErrorSpec = Spec{
	Name: "OSError", Base: &ExceptionType, Adds: true,
	Slots:   Slots{New: newOSError, Initialize: initOSError, Str: osErrorStr},
	Methods: fieldRows("errno", "strerror", "filename", "filename2"),
}

func init() {
	Define(&OSErrorType, &osErrorSpec)
	Define(&BlockingIOErrorType, &Spec{Name: "BlockingIOError", Base: &OSErrorType, Methods: []Method{charactersWritten}})
}

func newOSError(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	if len(kwnames) > 0 && !readsInInit(cls) {
		return Value{}, t.TypeErrorf("%s() takes no keyword arguments", cls.Name)
	}
	if n := len(args) - len(kwnames); cls == &OSErrorType && n >= 2 && n <= 5 {
		errno := args[0]
		if errno == True {
			errno = Int(1)
		}
		if sub := errnoClasses[errno.n]; errno.IsSmallInt() && sub != nil {
			cls = sub
		}
	}
	v, err := newException(t, cls, args, kwnames)
	if err == nil && !readsInInit(cls) {
		err = readOSError(t, v, args, nil)
	}
	return v, err
}

// readsInInit says whether an OSError of class cls takes its arguments in
// __init__ instead of in __new__: the class has an __init__ of its own, and no
// __new__.
func readsInInit(cls *Type) bool {
	return cls.flags&flagHeap != 0 && !isSlotMethod(cls.special[dunderInit]) && isSlotMethod(cls.special[dunderNew])
}

func initOSError(t *Thread, self Value, args []Value, kwnames []*Str) error {
	if !readsInInit(self.Type()) {
		return nil
	}
	return readOSError(t, self, args, kwnames)
}

// readOSError fills in the fields from the arguments.
func readOSError(t *Thread, self Value, args []Value, kwnames []*Str) error {
	if err := initException(t, self, args, kwnames); err != nil {
		return err
	}
	e := AsException(self)
	if len(args) < 2 || len(args) > 5 {
		return nil
	}
	e.setField(osErrno, args[0])
	e.setField(osStrerror, args[1])
	if len(args) > 2 && e.typ == &BlockingIOErrorType && t.isNumber(args[2]) {
		n, err := t.indexSized(args[2], &ValueErrorType)
		if err != nil {
			return err
		}
		e.setField(osWritten, n)
	} else if len(args) > 2 && !args[2].IsNone() {
		e.setField(osFilename, args[2])
		if len(args) > 4 && !args[4].IsNone() {
			e.setField(osFilename2, args[4])
		}
		e.args = e.args[:2:2]
	}
	return nil
}

// isNumber says whether v is a number to CPython: it has __index__, __int__ or
// __float__.
func (t *Thread) isNumber(v Value) bool {
	for _, name := range []string{"__index__", "__int__", "__float__"} {
		if _, ok := v.Type().Lookup(t.VM.Intern(name)); ok {
			return true
		}
	}
	return false
}

// charactersWritten is the attribute of a BlockingIOError that says how much was done.
var charactersWritten = Method{
	Name: "characters_written", Kind: Getter,
	Fn: func(t *Thread, a []Value) (Value, error) {
		if n := AsException(a[0]).field(osWritten); n.p == nil {
			return n, nil
		}
		return Value{}, t.Errorf(&AttributeErrorType, "characters_written")
	},
	Set: func(t *Thread, self, v Value) error {
		if v.IsMissing() {
			v = None
		} else if n, err := t.IntArg(v); err != nil {
			return err
		} else {
			v = Int(n)
		}
		AsException(self).setField(osWritten, v)
		return nil
	},
}

func osErrorStr(t *Thread, v Value) (string, error) {
	e := AsException(v)
	if !e.hasField(osFilename) && !(e.hasField(osErrno) && e.hasField(osStrerror)) {
		return exceptionStr(t, v)
	}
	errno, err := t.Str(e.field(osErrno))
	if err != nil {
		return "", err
	}
	msg, err := t.Str(e.field(osStrerror))
	if err != nil {
		return "", err
	}
	s := "[Errno " + errno + "] " + msg
	if e.hasField(osFilename) {
		name, err := t.Repr(e.field(osFilename))
		if err != nil {
			return "", err
		}
		s += ": " + name
		if e.hasField(osFilename2) {
			if name, err = t.Repr(e.field(osFilename2)); err != nil {
				return "", err
			}
			s += " -> " + name
		}
	}
	return s, nil
}
