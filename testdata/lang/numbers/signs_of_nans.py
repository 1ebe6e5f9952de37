import math
inf, nan = float("inf"), float("nan")
values = [inf, -inf, nan, -nan, 0.0, -0.0, 1.5, -2.0, 3, float("-nan"), float("+nan")]
def sign(f):
    try:
        v = f()
        return [int(math.copysign(1, x)) for x in (v if isinstance(v, tuple) else (v,))], v
    except Exception as e:
        return type(e).__name__
for a in values:
    print(a, sign(lambda: -a), sign(lambda: abs(a)), sign(lambda: +a), sign(lambda: float(a)), sign(lambda: round(a, 2)))
    for b in values:
        print(a, b, sign(lambda: a + b), sign(lambda: a - b), sign(lambda: a * b), sign(lambda: a / b), sign(lambda: a // b), sign(lambda: a % b), sign(lambda: divmod(a, b)), sign(lambda: max(a, b)))
for s in ("nan", "-nan", "+nan", "-NaN"): print(math.copysign(1, float.fromhex(s)), math.copysign(1, float(s)))
