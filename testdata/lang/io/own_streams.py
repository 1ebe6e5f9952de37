# Streams that a program derives from those of io: what calls which of their methods.
import contextlib
import io
import sys


class Loud(io.StringIO):
    def write(self, text):
        return super().write(text.upper())


loud = Loud()
loud.writelines(["a", "b\n"])
print("c", "d", file=loud)
print(repr(loud.getvalue()))


class Tee(io.TextIOBase):
    def __init__(self, *targets):
        self.targets = targets

    def write(self, text):
        for target in self.targets:
            target.write(text)
        return len(text)


one, two = io.StringIO(), io.StringIO()
with contextlib.redirect_stdout(Tee(one, two)):
    print("hello")
    sys.stdout.writelines(["x\n", "y\n"])
print(one.getvalue() == two.getvalue(), repr(one.getvalue()))


class Lines(io.StringIO):
    def readline(self, size=-1):
        return super().readline(size).upper()


lines = Lines("a\nb\n")
print(list(lines), lines.seek(0), lines.readlines(), lines.seek(0), next(lines))


class Stairs(io.RawIOBase):
    n = 0

    def readline(self):
        self.n += 1
        return b"x" * self.n if self.n < 4 else b""


print(Stairs().readlines(), Stairs().readlines(1), list(Stairs()))

for stream in (sys.stdin, sys.stdout, sys.stderr, io.StringIO(), io.BytesIO()):
    print([isinstance(stream, cls) for cls in (io.IOBase, io.TextIOBase, io.TextIOWrapper, io.BufferedIOBase)])
print(io.TextIOWrapper.__mro__)
sys.stdout.tag = 5
print(sys.stdout.tag, hasattr(sys.stdout, "nothing"), io.TextIOBase().encoding)
