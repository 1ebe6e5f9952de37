# Powers whose exponent is so large that its product with the logarithm is beyond all floats.
for x in (255.0, 1e308, 5e-324, -255.0, 0.5, 1.0000000001, 0.9999999, -1.0, 1.0):
    for y in (1e308, -1e308, 1e306, -1e305, 1e300, 9e15, 2.0**53 + 2):
        try:
            print(x, y, x ** y)
        except OverflowError as e:
            print(x, y, e)
