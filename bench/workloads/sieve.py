"""The primes below n, by the sieve: indexing and storing into a list."""
import sys


def sieve(n):
    composite = [False] * n
    primes = 0
    for i in range(2, n):
        if not composite[i]:
            primes += 1
            for j in range(i * i, n, i):
                composite[j] = True
    return primes


print(sieve(int(sys.argv[1])))
