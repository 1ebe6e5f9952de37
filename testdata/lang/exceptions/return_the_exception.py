# An except clause ends the name of its exception, and yet the exception can be returned by it.


def plain():
    try:
        1 / 0
    except ZeroDivisionError as e:
        return e


def nested():
    for x in 1, 2:
        try:
            try:
                1 / 0
            except ZeroDivisionError as e:
                try:
                    raise ValueError(x) from e
                except ValueError as f:
                    return f
        finally:
            print('finally')


def tuples():
    try:
        raise KeyError('k')
    except KeyError as e:
        return e, e.args


def star():
    try:
        raise ExceptionGroup('g', [ValueError(1)])
    except* ValueError as e:
        x = e
    return x


def generator():
    try:
        yield 1
    except KeyError as e:
        return e


def outer():
    x = yield from generator()
    print('returned', repr(x))
    yield 5


print(repr(plain()), repr(nested()), tuples(), repr(star()))
it = outer()
print(next(it), it.throw(KeyError('z')))


class Iterator:
    def __iter__(self): return self
    def __next__(self): raise StopIteration(3)


try:
    next(Iterator())
except StopIteration as e:
    print(e.value)
print(next(Iterator(), 'default'), list(Iterator()))


class Odd:
    def __neg__(self): return NotImplemented


print(-Odd())
for f in lambda: type(...)(1), lambda: ExceptionGroup(None, []), lambda: +Odd(), lambda: type(None, (), {}):
    try:
        f()
    except TypeError as e:
        print(e)


class Huge:
    def __len__(self): return 2**53
    def __getitem__(self, i): raise KeyError(i)


try:
    list(Huge())
except MemoryError as e:
    print(repr(e))


class Plain(float):
    pass


class Own(float):
    def __neg__(self): return NotImplemented


print(-Own(1), +Own(1), -Plain(1))
for f in lambda: ~Plain(1), lambda: ~Own(1):
    try:
        f()
    except TypeError as e:
        print(e)
