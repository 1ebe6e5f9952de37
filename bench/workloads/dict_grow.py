"""A dict of n items, filled and counted."""
import sys


def fill(n):
    d = {}
    for i in range(n):
        d[i * 7] = i
    return len(d)


print(fill(int(sys.argv[1])))
