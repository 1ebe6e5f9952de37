# The classes of builtin functions and methods, and their copies.
import types, copy, functools, operator
import contextlib
for f in str.__add__, ''.__add__, str.join, ''.join, len, functools.reduce, contextlib.suppress.__enter__, functools.wraps, contextlib.closing(1).__enter__, copy.copy, operator.add, [].append, dict.fromkeys, float.real, types.SimpleNamespace.__repr__:
    print(type(f), f.__class__, isinstance(f, types.FunctionType), isinstance(f, types.BuiltinFunctionType), isinstance(f, types.MethodType), isinstance(f, types.WrapperDescriptorType), isinstance(f, types.MethodDescriptorType))
    try: print(copy.copy(f) == f, copy.deepcopy([f]) == [f])
    except Exception as e: print(type(e), e)
print(type(len) is type([].append))
