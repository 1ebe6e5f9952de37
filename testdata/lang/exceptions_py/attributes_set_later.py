# Exceptions show what their attributes were set to after they were made.


class Counting:
    def __iter__(self):
        return self

    def __next__(self):
        end = StopIteration()
        end.value = 7
        raise end


def delegating():
    print((yield from Counting()))


print(list(delegating()))
error = StopIteration(3)
error.value = 9
print(error.args, error.value, repr(error))

error = OSError(2, "no such file", "from.txt", None, "to.txt")
print(error)
error.filename = None
print(error)
error.filename, error.filename2 = "copy.txt", None
print(error)
error.errno, error.strerror = 5, "broken"
print(error, repr(error))
del error.filename
print(error, error.filename)
error = OSError("free text")
error.errno = 3
print(error)
error.strerror = "now both"
print(error)

error = ImportError("first", name="module", path="place")
print(error.msg, error)
error.msg = "second"
error.name = "other"
print(error, error.args, error.msg, error.name, error.path)
del error.msg
print(error, error.msg)

error = UnicodeTranslateError("abc", 1, 2, "no reason")
print(error.encoding, error)
error.start, error.end, error.encoding = 0, 2, "none"
print(error, error.encoding)
error = UnicodeDecodeError("utf-8", b"abc", 1, 2, "bad")
error.object, error.start, error.end, error.reason = b"zz\xff", 2, 3, "worse"
print(error)

error = SystemExit(3)
error.code = 4
print(error.code, error.args)
