"""A list of n built by append and read by index."""
import sys


def build(n):
    items = []
    for i in range(n):
        items.append(i * 3)
    total = 0
    for i in range(n):
        total += items[i]
    return total


print(build(int(sys.argv[1])))
