# What __str__, __repr__ and __format__ return is what str(), repr() and format() return,
# also where it is of a subclass of str.


class Markup(str):
    pass


class Node:
    def __str__(self):
        return Markup("<node>")

    def __repr__(self):
        return Markup("Node()")


class Shown:
    def __repr__(self):
        return Markup("Shown()")


class Padded:
    def __format__(self, spec):
        return Markup("[" + spec + "]")


class Name(str):
    def __str__(self):
        return self


class Failure(Exception):
    def __str__(self):
        return Markup("failed")


def show(label, text):
    print(label, type(text).__name__, text)


node = Node()
show("str", str(node))
show("str by name", str(object=node))
show("repr", repr(node))
show("format", format(node))
show("one field", f"{node}")
show("field and text", f"{node}!")
show("converted", f"{node!s}")
show("converted by repr", f"{node!r}")
show("padded", f"{node!s:>8}")
show("joined", "".join([str(node)]))
show("of a subclass", Markup(node))
show("default format", object.__format__(node, ""))
show("repr as str", str(Shown()))
show("repr in a field", f"{Shown()}")
show("own format", format(Padded(), "9"))
show("own format in a field", f"{Padded():x}")
show("two fields", f"{Padded()}{Padded()}")
show("itself", str(Name("n")))
show("itself in a field", f"{Name('n')}")
show("a plain subclass", str(Markup("m")))
show("a plain subclass in a field", f"{Markup('m')}")
show("an exception", str(Failure()))


class Bad:
    def __str__(self):
        return 3

    def __format__(self, spec):
        return None


for attempt in (lambda: str(Bad()), lambda: format(Bad()), lambda: f"{Bad()}", lambda: f"{Bad()!s}"):
    try:
        attempt()
    except TypeError as e:
        print(e)


class Endless:
    def __repr__(self):
        return repr(self)

    def __str__(self):
        return str(self)


for text in (str, repr, format):
    try:
        text(Endless())
    except RecursionError:
        print("too deep")
