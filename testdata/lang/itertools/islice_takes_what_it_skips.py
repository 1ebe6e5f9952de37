# islice takes the items that it leaves out, those before the start even if the stop comes earlier.
import itertools
import sys


def noisy():
    for n in range(8):
        print('give', n, end='; ')
        yield n


for bounds in (3,), (2, 5), (2, 0), (5, 2), (0, 7, 3), (1, None, 4), (0, 0), (3, 3), (9, 10), (6, 20), (sys.maxsize, None), (2, sys.maxsize), (0, None, sys.maxsize), (1, 3, sys.maxsize):
    source = noisy()
    part = itertools.islice(source, *bounds)
    print(bounds, end=': ')
    print(list(part), list(part), end=' left: ')
    print(list(source))

failing = itertools.islice(map(len, ['a', 1, 'bc']), 2, 0)
for _ in range(2):
    try:
        print(next(failing))
    except (StopIteration, TypeError) as e:
        print(type(e).__name__, e)
