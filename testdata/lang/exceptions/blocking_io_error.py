"""The third argument of a BlockingIOError is what was written if it is a number, else a
file name."""


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Float:
    def __float__(self):
        return 1.0

    def __repr__(self):
        return "Float()"


class Index:
    def __index__(self):
        return 5

    def __repr__(self):
        return "Index()"


for third in (3, "f", None, True, 1.5, 10**30, b"x", Float(), Index()):
    show(lambda: BlockingIOError(1, "x", third))
    show(lambda: BlockingIOError(1, "x", third).args)
    show(lambda: BlockingIOError(1, "x", third).filename)
    show(lambda: BlockingIOError(1, "x", third).characters_written)
    show(lambda: OSError(11, "x", third).args)
    show(lambda: OSError(2, "x", third).args)
e = BlockingIOError(1, "x")
show(lambda: e.characters_written)
e.characters_written = 7
print(e, e.args, e.characters_written, hasattr(OSError(), "characters_written"))
show(lambda: setattr(e, "characters_written", "x"))
del e.characters_written
show(lambda: e.characters_written)


class Mine(BlockingIOError):
    pass


show(lambda: Mine(1, "x", 4).characters_written)
print(Mine(1, "x", 4).filename, repr(Mine(1, "x", 4)))
