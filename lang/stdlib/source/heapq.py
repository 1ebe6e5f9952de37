# What of heapq is written in the language.
__all__ = ['heapify', 'heappop', 'heappush', 'heappushpop', 'heapreplace', 'merge', 'nlargest', 'nsmallest']


def nsmallest(n, iterable, key=None):
    "The n smallest items of iterable, in ascending order."
    items = sorted(iterable, key=key)
    return items if n >= len(items) else items[:max(n, 0)]


def nlargest(n, iterable, key=None):
    "The n largest items of iterable, in descending order."
    items = sorted(iterable, key=key, reverse=True)
    return items if n >= len(items) else items[:max(n, 0)]


class _Reversed:
    "A key whose order is turned round."

    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        return other.key < self.key


def merge(*iterables, key=None, reverse=False):
    "The items of sorted iterables, in order; of equal ones the earlier iterable's first."
    heap = []
    for order, iterator in enumerate(map(iter, iterables)):
        for value in iterator:
            rank = value if key is None else key(value)
            heap.append([_Reversed(rank) if reverse else rank, order, value, iterator])
            break
    heapify(heap)
    while heap:
        entry = heap[0]
        yield entry[2]
        for value in entry[3]:
            rank = value if key is None else key(value)
            entry[0] = _Reversed(rank) if reverse else rank
            entry[2] = value
            heapreplace(heap, entry)
            break
        else:
            heappop(heap)
