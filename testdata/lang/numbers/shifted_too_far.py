# Shifts to the left that no memory holds, and those that CPython does not even try.
for x in 1, -3:
    for n in 10**12, 2**62, 2**63 - 1, 2**63, 69 * 10**18, 70 * 10**18, 10**20, 10**30:
        try:
            x << n
        except (MemoryError, OverflowError) as e:
            print(x, n, type(e).__name__, e)
print(0 << 10**30, -1 >> 10**30, 5 >> 10**30)
