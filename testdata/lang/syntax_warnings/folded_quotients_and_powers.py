# What CPython computes ahead of the run is warned of, and computes what the run would.
def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

show(lambda: (0.0 ** 4) is not None)
show(lambda: (2 ** -1)())
show(lambda: (2 ** 0.5)[0])
show(lambda: (0xff / 2**64)[()])
show(lambda: (10**20 / 7)())
show(lambda: (-1 >> 2**64)())
show(lambda: (0 << 4096)())
show(lambda: (0 ** 4096)())
show(lambda: ('' * -2)['abc'])
show(lambda: (-2 * b'')())
show(lambda: (() * 4097)())
show(lambda: ('ä' * 4096)())
show(lambda: '\ud800x'[0]())

# Not computed ahead: too long, out of range, not there.
show(lambda: ('ä' * 4097)())
show(lambda: ('ab' * -1)())
show(lambda: (1e308 ** 2)())
show(lambda: (0.0 ** -1)())
show(lambda: (2**64 / 0)())
show(lambda: (1 << -1)())
show(lambda: 'ab'[2]())

print(10**20 / 7, -10**30 / 2**64, 1 / 10**20, 2**64 / 3, 0 / -5, 0 // -5, 2 ** -2, (-2) ** -3, 2.5 ** 3, (-8.0) ** 3, 10**20 ** -1)
print(0 ** 0, 0 ** 1000, 0 << 10**20, -5 >> 10**20, 5 >> 10**20, 1 ** 10**20, '' * -2, () * 10**9, ascii('a\ud800b'[1]), 1e400 ** 2, 1e400 ** -1, (-1e400) ** 3)
