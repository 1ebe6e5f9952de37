inf = float("inf")
nan = float("nan")
two = 2.0
ops = {
    "add": lambda: inf + -inf, "sub": lambda: inf - inf, "mul": lambda: inf * 0.0, "div": lambda: inf / inf, "floordiv": lambda: inf // two,
    "mod": lambda: inf % two, "nan+1": lambda: nan + 1, "1*nan": lambda: 1 * nan, "pow": lambda: nan ** two, "divmod": lambda: divmod(inf, two)[1],
    "neg": lambda: -nan, "abs": lambda: abs(nan), "float": lambda: float(nan), "plus": lambda: +nan, "same": lambda: nan, "sum": lambda: sum([nan, 1]),
    "text": lambda: float("nan"), "max": lambda: max(nan, 1), "round": lambda: round(nan, 1), "int": lambda: nan * 2, "fma": lambda: (inf - inf) + 1,
}
for name, f in ops.items():
    a, b = f(), f()
    print(name, a, a is b, a == b, [a] == [a], [a] == [b], len({a, b}), len({f() for _ in range(3)}), a in [a], a in [b], {a: 1, b: 2} == {a: 1, b: 2}, a is nan)
print({inf // 1e-7: "x" for _ in "12"})
x = 0.0
for i in range(3):
    x += inf
    x -= inf
    print(x)
import math
for f in (lambda: math.sqrt(nan), lambda: math.fmod(nan, 1), lambda: math.sin(nan), lambda: math.copysign(nan, -1), lambda: math.nan, lambda: math.inf - math.inf, lambda: math.fsum([nan]), lambda: math.pow(nan, 1), lambda: math.hypot(nan), lambda: math.exp(nan)):
    a, b = f(), f()
    print(a, a is b, len({a, b}))
def constant():
    return 1e999 - 1e999
print(constant() is constant())
import json
print(json.loads("[NaN, NaN]"), len(set(json.loads("[NaN, NaN]"))))
