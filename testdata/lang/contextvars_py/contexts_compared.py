"""Contexts are equal by what is in them, cannot be hashed, and give iterators over their variables."""
from contextvars import Context, ContextVar, copy_context

user = ContextVar("user")
level = ContextVar("level", default=3)

empty = Context()
filled = Context()
filled.run(user.set, ["ann"])

print(empty == Context(), empty == filled, empty != filled, filled == filled.copy(), filled == 3)
twin = Context()
twin.run(user.set, ["ann"])
print(filled == twin)
twin.run(level.set, 3)
print(filled == twin, copy_context() == empty)

for thunk in lambda: hash(filled), lambda: {filled: 1}, lambda: filled < twin:
    try:
        thunk()
    except TypeError as e:
        print(e)

for view in filled.keys(), filled.values(), filled.items(), iter(filled):
    print(type(view), iter(view) is view, len(list(view)), list(view))
print(len(filled.items()), dict(filled) == {user: ["ann"]}, sorted(v.name for v in twin))

for wrong in 3, "token", None:
    try:
        user.reset(wrong)
    except TypeError as e:
        print(e)
try:
    user.name = "other"
except AttributeError as e:
    print(e)
