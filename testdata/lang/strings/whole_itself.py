# What cuts, converts or formats a str and leaves it whole gives the str itself.
s = "".join(["a", "bc"])

print(s.split()[0] is s, s.split("x")[0] is s, s.rsplit()[0] is s, s.rsplit("x")[0] is s)
print(s.splitlines()[0] is s, s.expandtabs() is s)
print(str(s) is s, s.__str__() is s, s.__format__("") is s, s.__format__("s") is s)
print(format(s) is s, format(s, "s") is s, format(s, "3") is s, f"{s}" is s, f"{s!s}" is s, f"{s:s}" is s)

line = "".join(["a", "b\n"])
print(line.splitlines()[0] is line, line.splitlines(keepends=True)[0] is line)
print(format(s, "4") is s, format(s, ".2") is s, f"{s!r}" is s)


class Text(str):
    pass


t = Text("abc")
print(type(t.split()[0]), type(t.expandtabs()), type(f"{t}"), type(format(t)), type(t.__str__()))
