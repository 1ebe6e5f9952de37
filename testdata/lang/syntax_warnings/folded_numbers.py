# What is computed ahead of the run is warned of, and computes what the run would.
def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

show(lambda: ((2**40) >> (256))('x'))
show(lambda: ((0b101) * True) is not None)
show(lambda: ((-2.5) - (-2**63))[1])
show(lambda: (7.5 // 2)[0])
show(lambda: (-7.5 % 2)[0])
show(lambda: ((1, 2) * -2)[0])
show(lambda: ('ab' * -1)('x'))
show(lambda: 'äöü'[1]())
show(lambda: (True & False)())
show(lambda: (True + True)())
show(lambda: (3 / 2)())
show(lambda: (1 << True)())
print(-7.5 // 2, 7.5 // -2, -7.5 % 2, 7.5 % -2, 0.0 // -3, -0.0 % 3, 1e300 // 1e-300, 5.5 % -0.5)
print(True | False, True ^ True, True & 3, True * 2.5, False - True, 2**63 * 1.5, (2**53 + 1) * 1.0, 1 - 2.0**0)
print('äöü'[1], 'äöü'[-1], '🎉x'[0], 'ab' * -1, () * -1, (1,) * False, b'x' * True, -1 >> 300, 5 >> 300)
