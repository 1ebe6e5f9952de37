# The line that a warning is about: activations of the library count, too.
import contextlib
import dataclasses
import warnings


@contextlib.contextmanager
def old_block(level):
    warnings.warn("old_block", stacklevel=level)
    yield


def block():
    with old_block(1):
        pass
    with old_block(3):
        pass
    with old_block(4):
        pass


@dataclasses.dataclass
class Point:
    x: int

    def __post_init__(self):
        warnings.warn("Point", stacklevel=3)


def inner(level):
    warnings.warn("inner", stacklevel=level)


def outer():
    for level in range(4):
        inner(level)


def elsewhere():
    warnings.warn("elsewhere", skip_file_prefixes=("/nowhere",))
    warnings.warn("beyond", stacklevel=99)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    block()
    Point(1)
    outer()
    elsewhere()
for warning in caught:
    print(warning.message, warning.filename.rpartition("/")[2], warning.lineno)
