"""List comprehensions over n items, with a condition."""
import sys


def build(n):
    numbers = [i * 3 for i in range(n)]
    return len([x + 1 for x in numbers if x & 1])


print(build(int(sys.argv[1])))
