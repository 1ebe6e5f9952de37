x = 3
def f():
    return (not (x is 1), not x is not 1, not not x is 1, not (not (not x is "a")), not (x is 1 is 2), not (1 is x), (not x) is 1)
if not x is (): pass
while not (x is not 5): break
assert not x is None
not not (x is not 2.5)
