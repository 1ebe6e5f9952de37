"""A dict of a thousand strings, read and stored n times."""
import sys


def count(n):
    words = ["word%d" % i for i in range(1000)]
    d = {word: 0 for word in words}
    for _ in range(n // 1000):
        for word in words:
            d[word] += 1
    return d["word500"]


print(count(int(sys.argv[1])))
