# A comparison that changes the deque it is made for, and what it raises itself.
from collections import deque


class Item:
    def __init__(self, change, error=None, equal=False):
        self.change, self.error, self.equal = change, error, equal

    def __eq__(self, other):
        self.change(items)
        if self.error is not None:
            raise self.error
        return self.equal


def tried(what, call):
    try:
        print(what, call())
    except Exception as error:
        print(what, repr(error))
    print("  left", len(items))


changes = {"nothing": lambda d: None, "append": lambda d: d.append(3), "clear": lambda d: d.clear()}
for name, change in changes.items():
    for error in None, RuntimeError("of the program"), KeyError("key"), IndexError("own"):
        for method in "remove", "index", "count":
            items = deque([1, Item(change, error), 2])
            tried(f"{name} {error!r} {method}", lambda: getattr(items, method)(2))
    items = deque([1, Item(change, equal=True), 2])
    tried(f"{name} equal remove", lambda: items.remove(2))
