"""n calls of closures that share and rebind a variable."""
import sys


def counter(step):
    total = 0

    def add():
        nonlocal total
        total += step
        return total
    return add


def run(n):
    one, two = counter(1), counter(2)
    total = 0
    for _ in range(n // 2):
        total += one() + two()
    return total % 1000007


print(run(int(sys.argv[1])))
