package runtime

// The exception classes.
var (
	ExceptionType, TypeErrorType, ValueErrorType, IndexErrorType, OverflowErrorType, ZeroDivisionErrorType Type
	RuntimeErrorType, KeyErrorType, AttributeErrorType, MemoryErrorType, RecursionErrorType                Type
	StopIterationType, StopAsyncIterationType, NameErrorType, UnboundLocalErrorType, AssertionErrorType    Type
	ImportErrorType, ModuleNotFoundErrorType, GeneratorExitType, KeyboardInterruptType, SystemExitType     Type
	LookupErrorType, ArithmeticErrorType, FloatingPointErrorType, NotImplementedErrorType, OSErrorType     Type
	ConnectionErrorType, TimeoutErrorType, CancelledErrorType, BaseExceptionGroupType, ExceptionGroupType  Type
)
