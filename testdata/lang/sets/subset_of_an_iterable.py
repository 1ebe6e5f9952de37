def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for S in (set, frozenset):
    for items in ([], [1], [1, 2]):
        s = S(items)
        for other in ([1, []], [[], 1], [], [2, 1, []], [2, []], {1: 2, 2: 3}, 'ab', (1, 2, {}), 5, None, {1, 2, 3}, frozenset([1]), range(3), {1: 1}.keys(), [[]]):
            t(lambda: s.issubset(other)); t(lambda: s.intersection(other)); t(lambda: s.issuperset(other)); t(lambda: s.isdisjoint(other))
        it = iter([1, 2, 3, 4])
        t(lambda: s.issubset(it)); t(lambda: list(it))
        it = iter([1, 2, 3, 4])
        t(lambda: s.intersection(it)); t(lambda: list(it))
        it = iter([1, 2, 3, 4])
        t(lambda: s.isdisjoint(it)); t(lambda: list(it))
class B:
    def __hash__(s): raise ValueError('hash')
t(lambda: {1}.issubset([1, B()])); t(lambda: {1, 2}.issubset([1, B()])); t(lambda: set().issubset([B()]))
