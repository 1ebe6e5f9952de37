"""Weak dictionaries and sets with what cannot be in them, and joined with others."""
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Node({self.name})"


def show(thunk):
    try:
        print(thunk())
    except (KeyError, TypeError) as e:
        # A key that is an object is a reference in the error.
        print(type(e).__name__, e if e.args and isinstance(e.args[0], str) else type(e.args[0]).__name__)


a, b, c = nodes = [Node(x) for x in "abc"]

values = weakref.WeakValueDictionary(x=a, y=b, z=c)
show(values.popitem)
show(lambda: list(values.items()))
for joined in {"k": c} | values, values | {"k": c}, values | weakref.WeakValueDictionary(k=c):
    print(type(joined).__name__, sorted(joined.items()))
for thunk in (lambda: values | 3, lambda: [("k", c)] | values, lambda: [] in values, lambda: values["none"],
              lambda: values.pop("none"), lambda: values.pop("none", 4), lambda: values.get("none"),
              weakref.WeakValueDictionary().popitem, lambda: values.setdefault("q", 3),
              lambda: weakref.WeakValueDictionary(q=3), lambda: values.setdefault("x", c),
              lambda: [(type(r).__name__, r.key, r()) for r in values.valuerefs()],
              lambda: type(values.keys()).__name__):
    show(thunk)

keys = weakref.WeakKeyDictionary(zip(nodes, range(3)))
for thunk in (lambda: keys[3], lambda: keys[Node("d")], lambda: 3 in keys, lambda: a in keys, lambda: keys.get(3),
              lambda: keys.get(Node("d"), "default"), keys.popitem, lambda: keys.pop(a), lambda: keys.pop(a),
              lambda: keys.pop(3, 1), lambda: keys.pop(a, 1), lambda: keys.setdefault(3, 4),
              weakref.WeakKeyDictionary().popitem, lambda: dict(keys | {c: 5}), lambda: dict({c: 5} | keys),
              lambda: keys | 3):
    show(thunk)

group = weakref.WeakSet([a, b])
print(weakref.WeakSet, group == {a, b}, group == weakref.WeakSet([b, a]))
for thunk in (lambda: 3 in group, lambda: group.add(3), lambda: group.discard(3), lambda: group.remove(3),
              lambda: group.remove(c), lambda: weakref.WeakSet([3]), weakref.WeakSet().pop, lambda: group | 3,
              lambda: sorted(x.name for x in group | [c]), lambda: sorted(x.name for x in group ^ {a, c}),
              lambda: group <= {a, b, c}, lambda: group.issuperset([a]), lambda: len(group - {a})):
    show(thunk)
for thing in object(), ValueError("e"), 3, property(), True:
    show(lambda: weakref.ref(thing))

for made in weakref.WeakKeyDictionary(None), weakref.WeakKeyDictionary(dict={a: 1}), weakref.WeakKeyDictionary([(b, 2)]):
    print(len(made), 3 in made, a in made, a in made.copy())
show(lambda: weakref.WeakKeyDictionary(a=1))
