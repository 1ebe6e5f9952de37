"""A plain Python module."""
import math

__all__ = ["area", "NAMES"]
NAMES = ["plain"]
SECRET = 1


def area(r):
    return math.floor(math.pi * r * r)
