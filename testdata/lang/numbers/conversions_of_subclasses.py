# Which functions ask a class derived from int or float for __int__, __index__ and
# __float__, and which take the value itself.
import math
import operator


class I(int):
    def __int__(self): return 11
    def __index__(self): return 12
    def __float__(self): return 13.5


class F(float):
    def __int__(self): return 21
    def __index__(self): return 22
    def __float__(self): return 23.5


class Bad(int):
    def __int__(): return 1
    def __index__(): return 1
    def __float__(): return 1


class Derived(Bad):
    pass


def show(what, f, *args):
    try:
        print(what, f(*args))
    except Exception as e:
        print(what, type(e).__name__, e)


for v in I(2), F(2.5), Bad(3), Derived(4), I(10 ** 20):
    print(type(v).__name__)
    for code in 'diuoxXceEfFgGs':
        for form in '%' + code, '%+08.3' + code:
            show(form, lambda: form % v)
            show(form.encode(), lambda: form.encode() % v if code != 's' else 0)
    for spec in '', 'd', 'x', 'b', 'o', 'n', 'c', 'e', 'f', 'g', '%', '.2f', ',', '08', 's':
        show(repr(spec), format, v, spec)
    for f in int, float, operator.index, hex, round, abs, bool, str, repr, math.floor, math.ceil, math.trunc, range, divmod, sum:
        show(f.__name__, f, *((v, 2) if f is divmod else ([v, 0.5],) if f is sum else (v,)))
    for name in 'sqrt exp log log2 log10 sin fabs isfinite degrees modf frexp factorial isqrt'.split():
        if v < 100 or name != 'factorial':
            show(name, getattr(math, name), v)
    for name in 'pow fmod hypot copysign gcd ldexp log remainder dist comb'.split():
        show(name, getattr(math, name), *(([v], [1]) if name == 'dist' else (v, 2)))
    show('fsum', math.fsum, [v, 1])
    show('prod', math.prod, [v, 1.5])
