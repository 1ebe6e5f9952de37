# The bound, the constraints and the default of a type parameter are computed when they are
# asked for: they may be of what is defined later, and see the names of a class around them.


def biggest[T: Shape](shapes: list[T]) -> T:
    return max(shapes, key=lambda s: s.area)


def bound(f):
    return f.__type_params__[0].__bound__


try:
    bound(biggest)
except NameError as error:
    print(error)


class Shape:
    area = 1


class Tree[T: Tree]:
    pass


class Chain[S = Chain]:
    pass


print(bound(biggest), bound(Tree), Chain.__type_params__[0].__default__)


class Repository[K: (int, str), V = dict]:
    pass


def told(fn):
    try:
        print(fn())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


k, v = Repository.__type_params__
print(k.__constraints__, k.__bound__, k.__infer_variance__, k.__module__, k.__name__)
print(k.__default__, k.has_default(), k.__covariant__, k.__contravariant__)
print(v.__constraints__, v.__bound__, v.has_default(), v.__default__)
for args in (), int, (int, str), (int, str, bool):
    told(lambda: Repository[args])


class Signature[A, *B, **C]:
    pass


class Call[**P]:
    pass


class Row[*Ts]:
    pass


class Pair[*Ts = *tuple[int, str]]:
    pass


print(Signature.__type_params__, Signature.__parameters__, Signature.__orig_bases__)
for args in int, (int, str), (int, str, [bool]), (int, str, float, [bool, int]):
    told(lambda: Signature[args])
for args in int, (int, str), [int, str], ...:
    told(lambda: Call[args])
told(lambda: Row[int, str])
told(lambda: Row[()])
print(Pair.__type_params__[0].__default__)


class Limits:
    low = 1

    def keep[T: low, U: (low, T)](self):
        def inner[V: (T, U)]():
            return V

        return inner

    print(bound(keep))
    low = 2
    print(bound(keep), keep.__type_params__[1].__constraints__)


print(Limits().keep()().__constraints__, bound(Limits.keep))


def scaled(factor):
    def by[T: factor]():
        return T.__bound__

    factor *= 2
    return by


print(scaled(3)())


class Functions[F: lambda x: x + 1, G: [n for n in range(3)], H: "later", I: None]:
    pass


f, *others = (p.__bound__ for p in Functions.__type_params__)
print(f(1), others)


def wrong[T: 1 / 0]():
    pass


try:
    bound(wrong)
except ZeroDivisionError as error:
    frame = error.__traceback__
    while frame.tb_next:
        frame = frame.tb_next
    print(error, "in", frame.tb_frame.f_code.co_name)


def drawn[S: Shape = Square, **P = [int], *Ts = *tuple[S, int]]():
    pass


class Square(Shape):
    pass


for p in drawn.__type_params__:
    print(p, p.has_default(), p.__default__, getattr(p, "__bound__", "has no bound"))
