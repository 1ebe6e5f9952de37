package runtime

// The exception classes and their hierarchy.

// The exception classes of Python's builtins.
var (
	BaseExceptionType, BaseExceptionGroupType, ExceptionGroupType, GeneratorExitType Type
	KeyboardInterruptType, SystemExitType, ExceptionType                             Type

	ArithmeticErrorType, FloatingPointErrorType, OverflowErrorType, ZeroDivisionErrorType Type
	AssertionErrorType, AttributeErrorType, BufferErrorType, EOFErrorType                 Type
	ImportErrorType, ModuleNotFoundErrorType                                              Type
	LookupErrorType, IndexErrorType, KeyErrorType, MemoryErrorType                        Type
	NameErrorType, UnboundLocalErrorType, ReferenceErrorType                              Type
	RuntimeErrorType, NotImplementedErrorType, PythonFinalizationErrorType                Type
	RecursionErrorType, StopAsyncIterationType, StopIterationType                         Type
	SyntaxErrorType, IndentationErrorType, TabErrorType, SystemErrorType, TypeErrorType   Type
	ValueErrorType, UnicodeErrorType, UnicodeDecodeErrorType, UnicodeEncodeErrorType      Type
	UnicodeTranslateErrorType                                                             Type

	OSErrorType, BlockingIOErrorType, ChildProcessErrorType, ConnectionErrorType   Type
	BrokenPipeErrorType, ConnectionAbortedErrorType, ConnectionRefusedErrorType    Type
	ConnectionResetErrorType, FileExistsErrorType, FileNotFoundErrorType           Type
	InterruptedErrorType, IsADirectoryErrorType, NotADirectoryErrorType            Type
	PermissionErrorType, ProcessLookupErrorType, TimeoutErrorType                  Type
	WarningType, BytesWarningType, DeprecationWarningType, EncodingWarningType     Type
	FutureWarningType, ImportWarningType, PendingDeprecationWarningType            Type
	ResourceWarningType, RuntimeWarningType, SyntaxWarningType, UnicodeWarningType Type
	UserWarningType                                                                Type

	// asyncio's, which the runtime itself raises.
	CancelledErrorType, InvalidStateErrorType Type
)

// excClass is a row of the hierarchy: a class and what it derives from.
type excClass struct {
	typ  *Type
	name string
	base *Type
}

// excClasses are the classes that behave as their bases do; those with more to
// them are in the files that define what they add.
var excClasses = []excClass{
	{&ExceptionType, "Exception", &BaseExceptionType},
	{&GeneratorExitType, "GeneratorExit", &BaseExceptionType},
	{&KeyboardInterruptType, "KeyboardInterrupt", &BaseExceptionType},

	{&ArithmeticErrorType, "ArithmeticError", &ExceptionType},
	{&FloatingPointErrorType, "FloatingPointError", &ArithmeticErrorType},
	{&OverflowErrorType, "OverflowError", &ArithmeticErrorType},
	{&ZeroDivisionErrorType, "ZeroDivisionError", &ArithmeticErrorType},
	{&AssertionErrorType, "AssertionError", &ExceptionType},
	{&BufferErrorType, "BufferError", &ExceptionType},
	{&EOFErrorType, "EOFError", &ExceptionType},
	{&ModuleNotFoundErrorType, "ModuleNotFoundError", &ImportErrorType},
	{&LookupErrorType, "LookupError", &ExceptionType},
	{&IndexErrorType, "IndexError", &LookupErrorType},
	{&MemoryErrorType, "MemoryError", &ExceptionType},
	{&UnboundLocalErrorType, "UnboundLocalError", &NameErrorType},
	{&ReferenceErrorType, "ReferenceError", &ExceptionType},
	{&RuntimeErrorType, "RuntimeError", &ExceptionType},
	{&NotImplementedErrorType, "NotImplementedError", &RuntimeErrorType},
	{&PythonFinalizationErrorType, "PythonFinalizationError", &RuntimeErrorType},
	{&RecursionErrorType, "RecursionError", &RuntimeErrorType},
	{&StopAsyncIterationType, "StopAsyncIteration", &ExceptionType},
	{&IndentationErrorType, "IndentationError", &SyntaxErrorType},
	{&TabErrorType, "TabError", &IndentationErrorType},
	{&SystemErrorType, "SystemError", &ExceptionType},
	{&TypeErrorType, "TypeError", &ExceptionType},
	{&ValueErrorType, "ValueError", &ExceptionType},
	{&UnicodeErrorType, "UnicodeError", &ValueErrorType},

	{&ChildProcessErrorType, "ChildProcessError", &OSErrorType},
	{&ConnectionErrorType, "ConnectionError", &OSErrorType},
	{&BrokenPipeErrorType, "BrokenPipeError", &ConnectionErrorType},
	{&ConnectionAbortedErrorType, "ConnectionAbortedError", &ConnectionErrorType},
	{&ConnectionRefusedErrorType, "ConnectionRefusedError", &ConnectionErrorType},
	{&ConnectionResetErrorType, "ConnectionResetError", &ConnectionErrorType},
	{&FileExistsErrorType, "FileExistsError", &OSErrorType},
	{&FileNotFoundErrorType, "FileNotFoundError", &OSErrorType},
	{&InterruptedErrorType, "InterruptedError", &OSErrorType},
	{&IsADirectoryErrorType, "IsADirectoryError", &OSErrorType},
	{&NotADirectoryErrorType, "NotADirectoryError", &OSErrorType},
	{&PermissionErrorType, "PermissionError", &OSErrorType},
	{&ProcessLookupErrorType, "ProcessLookupError", &OSErrorType},
	{&TimeoutErrorType, "TimeoutError", &OSErrorType},

	{&WarningType, "Warning", &ExceptionType},
	{&BytesWarningType, "BytesWarning", &WarningType},
	{&DeprecationWarningType, "DeprecationWarning", &WarningType},
	{&EncodingWarningType, "EncodingWarning", &WarningType},
	{&FutureWarningType, "FutureWarning", &WarningType},
	{&ImportWarningType, "ImportWarning", &WarningType},
	{&PendingDeprecationWarningType, "PendingDeprecationWarning", &WarningType},
	{&ResourceWarningType, "ResourceWarning", &WarningType},
	{&RuntimeWarningType, "RuntimeWarning", &WarningType},
	{&SyntaxWarningType, "SyntaxWarning", &WarningType},
	{&UnicodeWarningType, "UnicodeWarning", &WarningType},
	{&UserWarningType, "UserWarning", &WarningType},
}

func init() {
	for _, c := range excClasses {
		DefineException(c.typ, "builtins", c.name, c.base)
	}
	DefineException(&CancelledErrorType, "asyncio.exceptions", "CancelledError", &BaseExceptionType)
	DefineException(&InvalidStateErrorType, "asyncio.exceptions", "InvalidStateError", &ExceptionType)
	CancelledErrorType.Doc = "The Future or Task was cancelled."
	InvalidStateErrorType.Doc = "The operation is not allowed in this state."
}

// noSlots is what a class defines that behaves as its base does.
var noSlots Slots

// DefineException fills in an exception class that behaves as its base does. It
// is called from init functions only.
func DefineException(typ *Type, module, name string, base *Type) *Type {
	typ.defined = &noSlots
	return typ.define(&Spec{Name: name, Module: module, Base: base})
}
