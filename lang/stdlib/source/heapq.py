# What of heapq is written in the language.
__all__ = ['heapify', 'heappop', 'heappush', 'heappushpop', 'heapreplace', 'merge', 'nlargest', 'nsmallest']


def nsmallest(n, iterable, key=None):
    "The n smallest items of iterable, in ascending order."
    return _best(n, iterable, key, min, False)


def nlargest(n, iterable, key=None):
    "The n largest items of iterable, in descending order."
    return _best(n, iterable, key, max, True)


def _best(n, iterable, key, extreme, largest):
    # The first n items of the sorted iterable: those seen so far are in a heap whose
    # first one is the worst.
    if n == 1:
        value = extreme(iter(iterable), default=_best, key=key)
        return [] if value is _best else [value]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=largest)[:n]
    iterator = iter(iterable)
    if largest:
        -n  # CPython counts down, and fails with what cannot
    heap = [_entry(i, value, key, largest) for i, value in zip(range(n), iterator)]
    if not heap:
        return []
    heapify(heap)
    for i, value in enumerate(iterator, n):
        entry = _entry(i, value, key, largest)
        if heap[0][0] < entry[0]:
            heapreplace(heap, entry)
    if not largest:
        heap = [(rank.key, -i, value) for rank, i, value in heap]
    heap.sort(reverse=largest)
    return [entry[2] for entry in heap]


def _entry(i, value, key, largest):
    rank = value if key is None else key(value)
    return (rank if largest else _Reversed(rank), -i, value)


class _Reversed:
    "A key whose order is turned round."

    def __init__(self, key):
        self.key = key

    def __eq__(self, other):
        return other.key == self.key

    def __lt__(self, other):
        return other.key < self.key


def merge(*iterables, key=None, reverse=False):
    "The items of sorted iterables, in order; of equal ones the earlier iterable's first."
    heap = []
    end = object()
    for order, iterator in enumerate(map(iter, iterables)):
        if (value := next(iterator, end)) is not end:
            rank = value if key is None else key(value)
            heap.append([_Reversed(rank) if reverse else rank, order, value, iterator])
    heapify(heap)
    while len(heap) > 1:
        entry = heap[0]
        yield entry[2]
        if (value := next(entry[3], end)) is end:
            heappop(heap)
            continue
        rank = value if key is None else key(value)
        entry[0] = _Reversed(rank) if reverse else rank
        entry[2] = value
        heapreplace(heap, entry)
    for _, _, value, iterator in heap:  # the last one, whose items need no more comparing
        yield value
        yield from iterator
