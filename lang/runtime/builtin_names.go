package runtime

import "sync"

// builtinName is what a builtin name stands for: a value or, until it is asked for, the
// row of a function.
type builtinName struct {
	row  *Method
	once sync.Once
	v    Value
}

func (b *builtinName) value() Value {
	if b.row != nil {
		b.once.Do(func() { b.v = NewBuiltin("builtins", b.row) })
	}
	return b.v
}

// builtinNames are the builtin functions, types and constants. Init functions
// fill it.
var builtinNames = make(map[string]*builtinName, 200)

// RegisterBuiltins adds functions to the builtin names, from init functions only.
func RegisterBuiltins(rows []Method) {
	names := make([]builtinName, len(rows))
	for i := range rows {
		names[i].row = &rows[i]
		builtinNames[rows[i].Name] = &names[i]
	}
}

// registerTypes adds types to the builtin names, from init functions only.
func registerTypes(types map[string]*Type) {
	for name, typ := range types {
		builtinNames[name] = &builtinName{v: obj(typ)}
	}
}

// builtinNamed is the value of a builtin name.
func builtinNamed(name string) (Value, bool) {
	if b := builtinNames[name]; b != nil {
		return b.value(), true
	}
	return Value{}, false
}

// BuiltinNames are the names of the builtin functions, types and constants,
// sorted.
func BuiltinNames() []string { return sortedKeys(builtinNames) }

// The builtin names of the object model: its classes, the exceptions and the
// constants.

func init() {
	registerTypes(map[string]*Type{
		"object": &ObjectType, "type": &TypeType, "super": &SuperType, "property": &PropertyType,
		"int": &IntType, "float": &FloatType, "bool": &BoolType, "str": &StrType, "bytes": &BytesType,
		"classmethod": &ClassMethodType, "staticmethod": &StaticMethodType,

		"BaseException": &BaseExceptionType, "BaseExceptionGroup": &BaseExceptionGroupType,
		"ExceptionGroup": &ExceptionGroupType, "SystemExit": &SystemExitType, "StopIteration": &StopIterationType,
		"AttributeError": &AttributeErrorType, "NameError": &NameErrorType, "ImportError": &ImportErrorType,
		"KeyError": &KeyErrorType, "SyntaxError": &SyntaxErrorType,
		"OSError": &OSErrorType, "BlockingIOError": &BlockingIOErrorType, "IOError": &OSErrorType, "EnvironmentError": &OSErrorType,
		"UnicodeDecodeError": &UnicodeDecodeErrorType, "UnicodeEncodeError": &UnicodeEncodeErrorType,
		"UnicodeTranslateError": &UnicodeTranslateErrorType,
	})
	for _, c := range excClasses {
		builtinNames[c.name] = &builtinName{v: obj(c.typ)}
	}
	builtinNames["NotImplemented"] = &builtinName{v: NotImplemented}
	builtinNames["Ellipsis"] = &builtinName{v: Ellipsis}
}
