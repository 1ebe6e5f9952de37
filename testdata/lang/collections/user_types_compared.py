"""Copies of UserList, comparisons and methods of UserString, a deque that changes while it is searched."""
import copy
from collections import UserDict, UserList, UserString, deque


class Tagged(UserList):
    tag = None


first = Tagged([1, 2])
first.tag = "x"
for make in copy.copy, copy.deepcopy:
    second = make(first)
    second.append(3)
    print(first, second, second.tag, type(second).__name__)
d = UserDict(a=1)
e = copy.copy(d)
e["b"] = 2
print(d, e)

s = UserString("abc")
print(s <= UserString("abc"), s >= "b", s > "a", "a" < s, s == "abc", s != 3, sorted([UserString("b"), s, "aa"]))
print("b" in s, UserString("bc") in s, type(copy.deepcopy(s)).__name__)
for thunk in lambda: s < 3, lambda: s >= None, lambda: 3 in s:
    try:
        thunk()
    except TypeError as error:
        print(error)
t = UserString("a,b,a,c")
print(t.replace("a", "x", maxsplit=1), t.replace(old="a", new="y"), t.split(sep=",", maxsplit=1), t.strip(chars="ac"),
      t.zfill(width=9), t.startswith(prefix="a"), t.find(sub="b"), t.count(UserString("a"), start=1))
print(type(t.replace("a", "b")).__name__, type(t.upper()).__name__, type(t.find("a")).__name__)


class Meddler:
    def __init__(self, queue, answer):
        self.queue = queue
        self.answer = answer

    def __eq__(self, other):
        self.queue.append("more")
        return self.answer


for answer in False, True:
    for op in deque.remove, deque.index, deque.count:
        queue = deque()
        queue.extend([Meddler(queue, answer), 2])
        try:
            print(op.__name__, op(queue, 9), len(queue))
        except (IndexError, RuntimeError) as error:
            print(op.__name__, type(error).__name__, error, len(queue))
