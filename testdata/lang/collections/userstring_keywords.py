# The methods of UserString take by name what CPython's do.
from collections import UserString

u = UserString("hello world")
print(u.find("o", end=5), u.find("o", 5, end=8), u.rfind("o", start=2), u.index("o", end=6), u.count("o", end=5))
print(u.endswith("lo", end=5), u.startswith("wor", start=6), UserString("hello").index("l", end=4))
print(u.replace("o", "0", maxsplit=1), u.replace(old="o", new="0"), u.center(width=20) + "|", u.strip(chars="hd"))
print(UserString.find.__name__, UserString.upper.__qualname__)
for call in lambda: u.find(end=3), lambda: u.replace(new="x"):
    try:
        print(call())
    except TypeError as e:
        print(type(e).__name__)
