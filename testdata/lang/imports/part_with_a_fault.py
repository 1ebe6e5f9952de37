# A part of a package that does not compile; str() names its file without the folder.
def load():
    from shop import faulty


try:
    load()
except SyntaxError as e:
    print("in", str(e).rpartition(" (")[2])
    print(e.filename, e.lineno)
print(SyntaxError("one", ("a/b/c.py", 3, 1, "x")), SyntaxError("two", ("b/c.py", None, 1, "x")))
