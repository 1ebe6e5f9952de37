"""A dict of n ints by int: filled, then read."""
import sys


def fill(n):
    d = {}
    for i in range(n):
        d[i * 7 % 1000003] = i
    total = 0
    for i in range(n):
        total += d[i * 7 % 1000003]
    return total


print(fill(int(sys.argv[1])))
