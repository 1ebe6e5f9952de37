"""A while loop: comparison, two additions, a jump."""
import sys


def count(n):
    i = total = 0
    while i < n:
        total += i
        i += 1
    return total


print(count(int(sys.argv[1])))
