# What closed streams say to each of their methods.
import io


class Own(io.TextIOBase):
    closed = True


for stream, text in ((io.StringIO("a\nb\n"), "x"), (io.BytesIO(b"a\nb\n"), b"x"), (Own(), "x")):
    stream.close()
    print(type(stream).__name__, stream.closed)
    for name, *args in (("read",), ("readline",), ("readlines",), ("write", text), ("writelines", [text]),
                        ("writelines", []), ("seek", 0), ("tell",), ("truncate",), ("flush",), ("__enter__",),
                        ("__next__",), ("readable",), ("writable",), ("seekable",), ("isatty",), ("close",),
                        ("__exit__", None, None, None)):
        if type(stream) is Own and name in ("readline", "__next__", "flush", "close"):
            continue
        try:
            print(" ", name, getattr(stream, name)(*args))
        except Exception as e:
            print(" ", name, type(e).__name__, e)
    try:
        print(list(stream))
    except Exception as e:
        print(type(e).__name__, e)
    try:
        print(stream.newlines)
    except Exception as e:
        print(type(e).__name__, e)
