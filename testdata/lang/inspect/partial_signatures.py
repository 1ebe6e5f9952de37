# Signatures of partial functions and partial methods.
import functools
import inspect
import types


class Cell:
    def set_state(self, state, *, quiet=False):
        return state, quiet

    set_alive = functools.partialmethod(set_state, True)
    set_quietly = functools.partialmethod(set_state, quiet=True)

    def move(*args):
        return len(args)

    step = functools.partialmethod(move, 1)

    @classmethod
    def make(cls, size, name="c"):
        return size, name

    make_small = functools.partialmethod(make, 1)


cell = Cell()
for name in ("set_alive", "set_quietly", "step", "make_small"):
    print(name, inspect.signature(getattr(cell, name)), inspect.signature(getattr(Cell, name)))
print(cell.set_alive(), cell.set_quietly(3), cell.step(), cell.make_small())
for call in (lambda: Cell.set_alive(), lambda: cell.set_alive(1, 2)):
    try:
        call()
    except TypeError as e:
        print(e)


def f(a, /, b, *args, c=1, **kw):
    pass


partial = functools.partial
for p in (partial(f, 1), partial(f, 1, 2), partial(f, 1, b=2), partial(partial(f, 1), 2, c=5), partial(f, 1, 2, 3, z=4),
          partial(lambda a, b: 0, a=1), partial(cell.set_state, quiet=True)):
    print(inspect.signature(p))
for wrong in (partial(lambda a: 0, 1, 2), partial(lambda a: 0, z=3), partial(3 .__add__, 1, 2)):
    try:
        print(inspect.signature(wrong))
    except ValueError as e:
        print(str(e).endswith("has incorrect arguments"))


@types.coroutine
def waiting():
    yield


async def plain():
    pass


print(types.coroutine(plain) is plain, inspect.iscoroutinefunction(waiting))
