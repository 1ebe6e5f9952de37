"""n items through two generators, one feeding the other."""
import sys


def count(n):
    for i in range(n):
        yield i


def odd(items):
    for i in items:
        if i & 1:
            yield i


print(sum(odd(count(int(sys.argv[1])))))
