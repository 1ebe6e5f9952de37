# How powers, quotients and shifts of constants, and repetitions of nothing, are warned of.
print((2 ** -1)()) if 0 else None
print((2.5 ** 2)["a"]) if 0 else None
print((1e308 ** 2)()) if 0 else None
print((0.0 ** -1)()) if 0 else None
print([1][0 ** 1000], [1][0 << 10**20], [1][1 >> 2**64]) if 0 else None
print((0 ** 10**20)(), (0 << 1000)(), (1 >> 2**64)(), (0 / 10**20)()) if 0 else None
print([1][() * -1], [1]["" * -5], [1][b"" * 10**10]) if 0 else None
print([1][(1,) * -1], [1]["a" * -5]) if 0 else None
print([1]["é" * 4096], [1]["é" * 4097]) if 0 else None
for n in (0 / -1, 0 // -5, 2 ** -1, 2.5 ** 2, 10**20 / 3, 2**53 / 3, () * -1, "" * 10**10, 0 << 1000, -1 >> 2**64):
    print(repr(n))
try:
    print(1e308 ** 1e308)
except OverflowError as e:
    print(e)
print(1e-308 ** 1e308, (-1.0) ** 1e308, 2.0 ** -1e308, 0.0 ** -float("inf"), (-0.0) ** -float("inf"))
for bits in (2**64, 2**80):
    try:
        print(1 << bits)
    except (MemoryError, OverflowError) as e:
        print(type(e).__name__, e)
