# urlencode: encodings, sequences, and what is no query.
from urllib.parse import quote, quote_plus, urlencode


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: urlencode({"a": "é", "b": ["é", "ü"]}, True, encoding="latin-1"))
attempt(lambda: urlencode({"é": "é"}, encoding="ascii", errors="replace"))
attempt(lambda: urlencode({"é": ["é"]}, True, encoding="ascii", errors="xmlcharrefreplace"))
attempt(lambda: urlencode({"é": "é"}, encoding="ascii"))
attempt(lambda: urlencode({"a": b"\xe9", b"k ": 1, 3: None}))
attempt(lambda: urlencode({"a": b"\xe9", b"k ": [b"1", 2]}, doseq=True))
attempt(lambda: urlencode({"a": (1, 2), "b": "xy", "c": 3, "d": [], "e": {"k": 1}, "f": None, "g": range(2)}, doseq=True))
attempt(lambda: urlencode({"a": (1, 2), "d": []}))
attempt(lambda: urlencode({"a": "x/y z"}, safe="/"))
attempt(lambda: urlencode({"a": "x/y z"}, quote_via=quote))
attempt(lambda: urlencode({"a": "x/y z"}, False, "", "utf-8", "strict", quote))
attempt(lambda: urlencode({"a": "b"}, quote_via=lambda *args: repr(args)))
for empty in ("", [], (), {}, b""):
    attempt(lambda: urlencode(empty))
for wrong in (["ab"], [(1, 2, 3)], "ab", 3, [1], [("a", 1), 3], [("a",)], [["a", 1]], None, {"a"}, iter([("a", 1)])):
    attempt(lambda: urlencode(wrong))
attempt(lambda: urlencode([("a", 1), ["b", 2], "cd"]))


class Items:
    def items(self):
        return [("z", 1), ("y", "& =")]


attempt(lambda: urlencode(Items()))
attempt(lambda: quote("é", encoding="latin-1"))
attempt(lambda: quote_plus("é é", encoding="latin-1"))
attempt(lambda: quote(b"x", encoding="utf-8"))
attempt(lambda: quote_plus(b"x", errors="strict"))
