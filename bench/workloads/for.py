"""A for loop over a range."""
import sys


def count(n):
    total = 0
    for i in range(n):
        total += i
    return total


print(count(int(sys.argv[1])))
