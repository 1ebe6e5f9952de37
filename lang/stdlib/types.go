package stdlib

import (
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// types: names for the types of the interpreter's own objects, and a few more.

//go:embed source/types.py
var typesSource string

var typesModule = rt.ModuleDef{
	Name:   "types",
	Types:  []*rt.Type{&simpleNamespaceType},
	Consts: typesConsts(),
	Funcs: []rt.Method{{Name: "_mark_coroutine", Sig: "func, /", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
		return rt.Bool(rt.MarkCoroutine(a[0])), nil
	}}},
	Source: typesSource,
}

func init() {
	rt.RegisterModule(&typesModule)
}

func typesConsts() map[string]rt.Value {
	consts := map[string]rt.Value{}
	for name, typ := range map[string]*rt.Type{
		"FunctionType": &rt.FunctionType, "LambdaType": &rt.FunctionType, "MethodType": &rt.MethodType,
		"BuiltinFunctionType": &rt.BuiltinType, "BuiltinMethodType": &rt.BuiltinType,
		"MethodDescriptorType": &rt.MethodDescriptorType, "WrapperDescriptorType": &rt.WrapperDescriptorType,
		"GetSetDescriptorType": &rt.GetSetType, "MemberDescriptorType": &rt.MemberType,
		"MethodWrapperType": &rt.MethodWrapperType,
		"CodeType":          &rt.CodeType, "CellType": &rt.CellType, "FrameType": &rt.FrameType,
		"TracebackType": &rt.TracebackType, "ModuleType": &rt.ModuleType,
		"CoroutineType": &rt.CoroutineType, "GeneratorType": &rt.GeneratorType,
		"AsyncGeneratorType": &rt.AsyncGeneratorType,
		"NoneType":           &rt.NoneType, "EllipsisType": &rt.EllipsisType, "NotImplementedType": &rt.NotImplementedType,
		"MappingProxyType": &rt.MappingProxyType, "GenericAlias": &rt.GenericAliasType, "UnionType": &rt.UnionType,
	} {
		consts[name] = rt.TypeValue(typ)
	}
	return consts
}
