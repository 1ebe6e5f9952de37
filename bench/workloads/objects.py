"""n objects made by a class with __init__, a hundred alive at a time."""
import sys


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def run(n):
    points = [None] * 100
    for i in range(n):
        points[i % 100] = Point(i, i + 1)
    return sum(p.x + p.y for p in points if p)


print(run(int(sys.argv[1])))
