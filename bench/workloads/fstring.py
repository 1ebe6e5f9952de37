"""n strings made by an f-string."""
import sys


def make(n):
    length = 0
    for i in range(n):
        length += len(f"item {i}: {i * 2} of {n}")
    return length


print(make(int(sys.argv[1])))
