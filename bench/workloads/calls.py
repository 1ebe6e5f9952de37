"""n calls of a function of two arguments."""
import sys


def add(a, b):
    return a + b


def run(n):
    total = 0
    for i in range(n):
        total = add(total, i)
    return total


print(run(int(sys.argv[1])))
