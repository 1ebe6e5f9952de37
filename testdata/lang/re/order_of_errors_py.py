# The order in which the functions of re look at their arguments: hashability first, as
# the patterns and templates known already are looked through, numbers before texts.
import re
import types


class Index:
    def __index__(self):
        return 1


class Text(str):
    pass


odd = [None, 2.5, "a", b"a", "x(", [], {}, (1,), slice(1), types.SimpleNamespace(a=1), Index(),
       len, lambda m: 1, Text("a"), True, -1, 10**30, r"\1", b"\\1", re.compile("a")]


def name(value):
    plain = (str, bytes, int, float, list, dict, tuple, type(None), slice)
    return repr(value) if isinstance(value, plain) else type(value).__name__


def show(label, function, *args, **keywords):
    try:
        result = str(function(*args, **keywords))[:50]
        result = "…" if " at 0x" in result else result
    except Exception as e:
        result = f"{type(e).__name__}: {e}"
    given = [*map(name, args), *(f"{k}={name(v)}" for k, v in keywords.items())]
    print(f"{label}({', '.join(given)})", "->", result)


plain, grouped = re.compile("a"), re.compile("(a)")
for x in odd:
    for function in (re.search, re.findall, re.finditer, re.split):
        show(function.__name__, function, x, "a")
        show(function.__name__, function, "a", x)
    if x not in (10**30, True):
        show("compile", re.compile, "b", x)
        show("compile", re.compile, plain, x)
        show("compile", re.compile, [], x)
    for y in (None, "a", b"a", [], 2.5, 10**30, r"\1"):
        show("Pattern.split", plain.split, x, y)
        show("Pattern.match", plain.match, x, y)
        show("Pattern.findall", plain.findall, x, 0, y)
        show("sub", re.sub, "a", x, y)
        show("Pattern.subn", grouped.subn, x, y)
        show("Pattern.sub", plain.sub, "a", x, y)
        show("Pattern.sub", plain.sub, x, "a", y)
match = re.match("(a)(?P<n>b)?", "ab")
for x in odd:
    for method in ("group", "start", "span", "__getitem__", "expand"):
        show(method, getattr(match, method), x)
print(type(re.finditer("a", "aa")).__name__, [m.span() for m in re.finditer("a", "aa")])
