# bytes look at the bounds before what is looked for, str the other way round.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)

for m in 'find rfind index rindex count startswith endswith'.split():
    t(lambda: getattr(b'abc',m)(1.5, 1.5)); t(lambda: getattr('abc',m)(1.5, 1.5))
    t(lambda: getattr('abc',m)('a', 1.5)); t(lambda: getattr(b'abc',m)(1.5, 1))
