# Signatures are equal whatever the order of their keyword-only parameters, and hash alike;
# defaults and annotations count.
import inspect


def first(a, /, b, *, key=None, reverse: bool = False) -> list: ...
def second(a, /, b, *, reverse: bool = False, key=None) -> list: ...
def swapped(b, /, a, *, reverse: bool = False, key=None) -> list: ...
def other_default(a, /, b, *, key=0, reverse: bool = False) -> list: ...
def other_note(a, /, b, *, key=None, reverse: int = False) -> list: ...
def other_result(a, /, b, *, key=None, reverse: bool = False) -> tuple: ...
def of_a_list(items=[]): ...


signature = inspect.signature(first)
for f in second, swapped, other_default, other_note, other_result:
    other = inspect.signature(f)
    print(f.__name__, signature == other, len({signature, other}))
print(str(signature), str(inspect.signature(second)))

kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
parameters = {inspect.Parameter("a", kind), inspect.Parameter("a", kind, default=1),
              inspect.Parameter("a", kind, annotation=int), inspect.Parameter("a", kind)}
print(sorted(map(str, parameters)))
hashes = {hash(inspect.Parameter("a", kind, default=n)) for n in range(20)}
print(len(hashes) > 1)
print(inspect.signature(of_a_list) == inspect.signature(of_a_list))
try:
    hash(inspect.signature(of_a_list))
except TypeError as e:
    print(e)
