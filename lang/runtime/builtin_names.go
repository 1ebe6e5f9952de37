package runtime

// The builtin names of the object model: its classes, the exceptions and the
// constants.

func init() {
	for name, typ := range map[string]*Type{
		"object": &ObjectType, "type": &TypeType, "super": &SuperType, "property": &PropertyType,
		"int": &IntType, "float": &FloatType, "bool": &BoolType, "str": &StrType, "bytes": &BytesType,
		"classmethod": &ClassMethodType, "staticmethod": &StaticMethodType,

		"BaseException": &BaseExceptionType, "BaseExceptionGroup": &BaseExceptionGroupType,
		"ExceptionGroup": &ExceptionGroupType, "SystemExit": &SystemExitType, "StopIteration": &StopIterationType,
		"AttributeError": &AttributeErrorType, "NameError": &NameErrorType, "ImportError": &ImportErrorType,
		"KeyError": &KeyErrorType, "SyntaxError": &SyntaxErrorType,
		"OSError": &OSErrorType, "IOError": &OSErrorType, "EnvironmentError": &OSErrorType,
		"UnicodeDecodeError": &UnicodeDecodeErrorType, "UnicodeEncodeError": &UnicodeEncodeErrorType,
		"UnicodeTranslateError": &UnicodeTranslateErrorType,
	} {
		builtinNames[name] = obj(typ)
	}
	for _, c := range excClasses {
		builtinNames[c.name] = obj(c.typ)
	}
	builtinNames["NotImplemented"] = NotImplemented
	builtinNames["Ellipsis"] = Ellipsis
}
