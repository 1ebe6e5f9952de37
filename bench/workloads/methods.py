"""n calls of a method, half of them inherited."""
import sys


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        self.value += n


class Clicker(Counter):
    def click(self):
        self.value += 1


def run(n):
    clicker = Clicker()
    for i in range(n // 2):
        clicker.click()
        clicker.add(i)
    return clicker.value


print(run(int(sys.argv[1])))
