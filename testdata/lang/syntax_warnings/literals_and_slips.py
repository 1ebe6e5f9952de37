# What the compiler warns of when it reads a program: literals, `is`, calls and lookups that cannot be meant.
x = 5
a = "\d"
b = """line
two \w
three \q"""
c = ("ok"
     "\s")
d = b"\z \p"
e = f"{x}\d {x!r:\>5}"
f = '\777'
g = b'\400'


def compared():
    if x is 5: pass
    if x is not "a": pass
    if x is (): pass
    if x is (1, 2): pass
    if x is [1]: pass
    if x is -1: pass
    if 1 is x is 2: pass
    if x is None or x is True or x is ...: pass
    if x is 1 + 2: pass
    if x is 1.5 or x is b"a" or x is f"a": pass
    assert (x, "message")


def never():
    "str"(1)
    (1, 2)(3)
    [1](2)
    {}(1)
    {1}(2)
    [i for i in x](1)
    {i for i in x}(1)
    {i: 1 for i in x}(1)
    (i for i in x)(1)
    f"a{x}"(1)
    5(1)
    None(1)
    True(1)
    1.5(1)
    b"a"(1)
    ...(1)
    (lambda: 1)(1)
    None[0]
    5[0]
    {1}[0]
    {i for i in x}[0]
    (i for i in x)[0]
    (lambda: 1)[0]
    ...[0]
    True[0]
    "abc"["a"]
    "abc"[1.5]
    "abc"[None]
    b"abc"["a"]
    (1, 2)["a"]
    [1, 2]["a"]
    [1, 2][1, 2]
    [1, 2][True]
    [1, 2][(1, 2)]
    [1, 2][x]
    [1, 2][{}]
    [1, 2][[1]]
    [1, 2][[i for i in x]]
    [i for i in x]["a"]
    f"{x}"["a"]
    f"{x}"[f"a"]
    (1, x)["a"]
    "abc"[b"a"]
    [1][lambda: 1]
    [1][...]
    {}["a"]
    [1][{1}]
    [1][(i for i in x)]
    "a"[1:2]


y = 1if x else 2
w = [0x1for i in []]
v = 1or 2
u = 1in [1]
t = 0b1or 2
s = 0o7or 2
r = 1.5or 2
q = 1e5or 2
n = 1and 2
m = 1is 2
try:
    pass
finally:
    if x is 7: pass
    "\d"
def ff(a="\i") -> "\j":
    "\k doc"
    return a is 3
class K(object if "\l" else int):
    z = x is 9
d = {x is 1: x is 2}
lam = lambda q=x is 3: q is 4
l = [i is 5 for i in [x is 6] if i is 7]
x = \
  x is 8
print(x is
      9)
multi = (x
   is 10)
"""
multi \d
"""
rr = r"\d"

print(a, c, d, e, ascii(f), g, y, w, v, u, s, r, n, m, ff(3), K.z, d, l, rr)
