"""n tuples sorted by a key function."""
import sys


def run(n):
    rows = [(i * 7919 % 1000003, i) for i in range(n)]
    rows.sort(key=lambda row: row[0])
    return sum(i * row[1] % 1000 for i, row in enumerate(rows))


print(run(int(sys.argv[1])))
