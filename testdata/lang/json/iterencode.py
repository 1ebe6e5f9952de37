# What iterencode yields, what dump writes, and encoders that override parts of theirs.
import io
import json


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


VALUES = ([1, {"a": 2}], [], {}, {"b": [], "a": {}}, [[1, 2], [3, [4.5, None, True, False, "x"]]], "s", None, 1.5,
          (1, (2,)), [[]], [{}], {"k": {"l": ["m"]}})
for options in ({}, {"indent": 1}, {"indent": 0}, {"indent": "\t"}, {"separators": (",", ":")},
                {"sort_keys": True, "indent": 2}, {"ensure_ascii": False, "check_circular": False}):
    for value in VALUES:
        print(list(json.JSONEncoder(**options).iterencode(value)))
print(list(json.JSONEncoder().iterencode({1: 2, None: 3, 2.5: [True], False: "é"})))
for options in ({"indent": 2}, {}):
    for value in ({(1,): 2}, {(1,): 2, "a": 1, (2,): 3}):
        print(list(json.JSONEncoder(skipkeys=True, **options).iterencode(value)))
        print(repr(json.dumps(value, skipkeys=True, **options)))
print(list(json.JSONEncoder(default=lambda o: sorted(o)).iterencode([1, {2, 3}, {"k": {4}}])))
print(list(json.JSONEncoder(default=lambda o: "x").iterencode({2})))


class Rounding(json.JSONEncoder):
    def iterencode(self, o, _one_shot=False):
        print("iterencode", _one_shot, end=" ")
        return super().iterencode(self.rounded(o), _one_shot)

    def rounded(self, o):
        if isinstance(o, float):
            return round(o, 2)
        if isinstance(o, dict):
            return {k: self.rounded(v) for k, v in o.items()}
        if isinstance(o, (list, tuple)):
            return [self.rounded(v) for v in o]
        return o


class Bracketed(json.JSONEncoder):
    def encode(self, o):
        return "<" + super().encode(o) + ">"


class Upper(json.JSONEncoder):
    def iterencode(self, o, _one_shot=False):
        for chunk in super().iterencode(o, _one_shot):
            yield chunk.upper()


class Chunks(list):
    write = list.append


for cls in (Rounding, Bracketed, Upper):
    for value in ({"a": [1.23456, "b"]}, 2.3456, "text"):
        print(json.dumps(value, cls=cls))
        out = Chunks()
        json.dump(value, out, cls=cls)
        print(out, cls().encode(value))

for value in ([1, {"a": [2]}], [1, {2}], {"a": 1, "b": {2}}, {"a": 1, (1,): 2}, [1, float("nan")],
              [[1, [float("inf")]]], {1: 1, "a": 2}):
    for options in ({}, {"indent": 1}, {"sort_keys": True}):
        out = Chunks()
        try:
            json.dump(value, out, allow_nan=False, **options)
        except Exception as e:
            print(type(e).__name__, e, end=" ")
        print(out)
for indent in (1.5, [1], True, -3, None):
    attempt(lambda: json.dumps([1], indent=indent))
    attempt(lambda: json.dumps("s", indent=indent))
    attempt(lambda: list(json.JSONEncoder(indent=indent).iterencode([1])))
knot = []
knot.append(knot)
attempt(lambda: json.dumps(knot))
chunks = json.JSONEncoder().iterencode(knot)
print(next(chunks))
attempt(lambda: next(chunks))
attempt(lambda: next(chunks))
made = []
chunks = json.JSONEncoder(default=lambda o: made.append(1) or "set").iterencode([{1}, {2}])
print(next(chunks), made, next(chunks), made, list(chunks), made)
print(json.JSONEncoder().iterencode([1], True), type(json.JSONEncoder().iterencode([1])).__name__)
attempt(lambda: json.dumps([1], separators=(1, 2)))
