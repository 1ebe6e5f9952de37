"""References in annotations, and the names that errors give to references and proxies."""
import weakref


class Node:
    parent: weakref.ref["Node"]
    children: weakref.WeakSet[int]

    def link(self, parent: "Node") -> weakref.ReferenceType[int]:
        self.parent = weakref.ref(parent)
        return self.parent


print(Node.__annotations__, Node.link.__annotations__["return"])
print(weakref.WeakMethod[int], weakref.WeakKeyDictionary[str, int])
n = Node()
print(n.link(n)() is n, weakref.ref[Node](Node)() is Node, type(n.parent).__name__, type(n.parent))

r, p, c = n.parent, weakref.proxy(n), weakref.proxy(print)
for thunk in (lambda: r.missing, lambda: setattr(r, "x", 1), lambda: r < r, lambda: r + 1, lambda: len(r), lambda: r[0],
              lambda: "a" + r, lambda: p.missing, lambda: hash(p), lambda: hash(c), lambda: p(),
              lambda: weakref.ref.missing, lambda: weakref.ProxyType[int]):
    try:
        print(thunk())
    except (AttributeError, TypeError) as e:
        print(e)
