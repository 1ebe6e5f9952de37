# How often an iterable is asked for an iterator, and the iterator for itself.
import collections
import heapq
import itertools
import math
import operator


class Countdown:
    """An iterator that starts anew when it is asked for itself."""

    def __init__(self):
        self.asked = 0

    def __iter__(self):
        self.asked += 1
        self.n = 3
        return self

    def __next__(self):
        if not self.n:
            raise StopIteration
        self.n -= 1
        return self.n


class Source:
    def __init__(self):
        self.asked = 0

    def __iter__(self):
        self.asked += 1
        self.iterator = Countdown()
        self.iterator.n = 3
        return self.iterator


def display(x):
    return [*x], (*x,)


def call(x):
    return max(*x), max(0, *x)


def membership(x):
    return 2 in x, 5 in x, 9 not in x


def extended(x):
    items = []
    items.extend(x)
    items += x
    items[1:1] = x
    return items


def unpacked(x):
    a, b, c = x
    first, *rest = x
    *begin, last = x
    return a, b, c, first, rest, begin, last


def delegated(x):
    def generator():
        yield from x

    return list(generator())


def copies(x):
    return [list(copy) for copy in itertools.tee(x)]


uses = [
    display, call, membership, extended, unpacked, delegated, copies, sum, list, tuple, bytes, sorted, max, all,
    lambda x: sorted(set(x)), lambda x: list(heapq.merge(x)), lambda x: heapq.nlargest(1, x),
    lambda x: heapq.nsmallest(2, x), lambda x: list(zip(x)), lambda x: list(itertools.chain(x)),
    lambda x: ",".join(map(str, x)), lambda x: len(collections.deque(x)), lambda x: dict.fromkeys(x),
    lambda x: operator.countOf(x, 2), lambda x: operator.indexOf(x, 0), math.fsum, math.prod,
]
for use in uses:
    countdown, source = Countdown(), Source()
    print(use(countdown), countdown.asked, use(source), source.asked, source.iterator.asked)

looked = []
print(list(heapq.merge([1, 4], [2, 3], key=lambda n: looked.append(n) or n)), looked)
