# A pattern keeps the very object it was made of, also if another of the same text is known.
import re


class Path(str):
    pass


for text in Path("a"), "a", Path("b"), "zz", Path("zz"):
    print(type(re.compile(text).pattern).__name__, re.compile(text).pattern is text)
print(type(re.match(Path("c"), "c").re.pattern).__name__, re.compile(Path("a")) == re.compile("a"))
