"""n exceptions raised in a function and caught by its caller."""
import sys


class Refused(Exception):
    pass


def check(i):
    if i & 1:
        raise Refused(i)
    raise ValueError("even")


def run(n):
    odd = even = 0
    for i in range(n):
        try:
            check(i)
        except Refused as e:
            odd += e.args[0] & 1
        except ValueError:
            even += 1
    return odd * 10 + even


print(run(int(sys.argv[1])))
