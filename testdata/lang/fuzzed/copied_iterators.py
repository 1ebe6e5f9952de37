# Where iterators are: __reduce__, __setstate__, length hints and copies.
import itertools, collections, operator, copy
def adv(it, n):
    for _ in range(n): next(it, None)
    return it
mk = {
 'list': lambda: iter([1,2,3]), 'listrev': lambda: reversed([1,2,3]), 'str': lambda: iter('abc'), 'stru': lambda: iter('äbc'), 'range': lambda: iter(range(1, 10, 4)),
 'rangerev': lambda: reversed(range(1, 10, 4)), 'big': lambda: iter(range(2**70, 2**70+3)), 'dict': lambda: iter({1:2,3:4,5:6}), 'values': lambda: iter({1:2,3:4,5:6}.values()), 'items': lambda: iter({1:2,3:4,5:6}.items()),
 'rdict': lambda: reversed({1:2,3:4,5:6}), 'ritems': lambda: reversed({1:2,3:4,5:6}.items()),
 'set': lambda: iter({1,2,3}), 'rev': lambda: reversed('abc'), 'call': lambda: iter(int, 0), 'call2': lambda: iter(str, 0), 'enum': lambda: enumerate('abc', 5), 'zip': lambda: zip('abc', [1,2,3]), 'zips': lambda: zip('abc', [1,2,3], strict=True),
 'map': lambda: map(str, [1,2,3]), 'filter': lambda: filter(None, [1,2,3]), 'deque': lambda: iter(collections.deque([1,2,3])), 'dequer': lambda: reversed(collections.deque([1,2,3])),
 'od': lambda: iter(collections.OrderedDict({1:2,3:4,5:6})), 'odi': lambda: iter(collections.OrderedDict({1:2,3:4,5:6}).items()), 'odr': lambda: reversed(collections.OrderedDict({1:2,3:4,5:6})), 'odrv': lambda: reversed(collections.OrderedDict({1:2,3:4,5:6}).values()),
 'count': lambda: itertools.count(5), 'count2': lambda: itertools.count(5, 2), 'countf': lambda: itertools.count(5.5), 'cycle': lambda: itertools.cycle('abc'), 'repeat': lambda: itertools.repeat(7), 'repeat3': lambda: itertools.repeat(7, 3), 'chain': lambda: itertools.chain('abc', [1]), 'chain0': lambda: itertools.chain(),
 'compress': lambda: itertools.compress('abc', [1,0,1]), 'dropwhile': lambda: itertools.dropwhile(str.isalpha, 'ab1c'), 'takewhile': lambda: itertools.takewhile(str.isalpha, 'ab1c'), 'filterfalse': lambda: itertools.filterfalse(str.isalpha, 'ab1c2'), 'starmap': lambda: itertools.starmap(pow, [(1,2),(3,4)]),
 'acc': lambda: itertools.accumulate([1,2,3]), 'acci': lambda: itertools.accumulate([1,2,3], operator.mul, initial=7), 'zl': lambda: itertools.zip_longest('abc', [1]), 'zlf': lambda: itertools.zip_longest('abc', [1], fillvalue=0), 'product': lambda: itertools.product('ab', [1,2]), 'product0': lambda: itertools.product('ab', ''), 'perm': lambda: itertools.permutations('abc', 2), 'comb': lambda: itertools.combinations('abc', 2), 'cwr': lambda: itertools.combinations_with_replacement('ab', 2), 'comb9': lambda: itertools.combinations('abc', 9),
 'islice': lambda: itertools.islice('abcdef', 1, 5, 2), 'islice2': lambda: itertools.islice('abcdef', 2), 'islicen': lambda: itertools.islice('abcdef', 2, None), 'groupby': lambda: itertools.groupby('aab'), 'grouper': lambda: next(itertools.groupby('aab'))[1],
}
def show(v):
    if isinstance(v, (tuple, list)):
        s = ', '.join(map(show, v))
        return f'({s})' if isinstance(v, tuple) else f'[{s}]'
    if hasattr(v, '__next__'):
        return f'<{type(v).__name__}>'
    return repr(v)
for n, f in mk.items():
    for k in 0, 1, 2, 5:
        it = adv(f(), k)
        try: print(n, k, show(it.__reduce__()), end=' ')
        except Exception as e: print(n, k, type(e).__name__, e, end=' ')
        try: print(operator.length_hint(it, -1), end=' ')
        except Exception as e: print(type(e).__name__, e, end=' ')
        try:
            c = copy.copy(it)
            print(type(c).__name__, list(itertools.islice(c, 6)) if n != 'groupby' else [(a, list(b)) for a, b in c], end=' ')
        except Exception as e: print(type(e).__name__, e, end=' ')
        it = adv(f(), k)
        try:
            c = copy.deepcopy(it)
            print(type(c).__name__, list(itertools.islice(c, 6)) if n != 'groupby' else [(a, list(b)) for a, b in c], end=' ')
        except Exception as e: print(type(e).__name__, e, end=' ')
        try: print(list(itertools.islice(it, 6)) if n != 'groupby' else [(a, list(b)) for a, b in it])
        except Exception as e: print(type(e).__name__, e)
for f, st in (mk['list'], 2), (mk['list'], -5), (mk['list'], 'x'), (mk['list'], 99), (mk['str'], 2), (mk['rev'], 1), (mk['rev'], 99), (mk['listrev'], 0), (mk['range'], 1), (mk['big'], 1), (mk['big'], 99), (mk['zip'], True), (mk['cycle'], (['x'], 0)), (mk['cycle'], 1), (mk['chain'], ([],)), (mk['chain'], 1), (mk['product'], 1), (mk['product'], (1,1)), (mk['perm'], 3), (mk['comb'], (1, 2)), (mk['comb'], (1,)), (mk['zl'], 9), (mk['islice'], 3), (mk['islice'], 'a'), (mk['groupby'], 1), (mk['acc'], 9), (mk['takewhile'], True), (mk['dropwhile'], []), (mk['range'], 99), (mk['range'], -1), (mk['call'], 1), (mk['call2'], 1):
    it = f()
    try:
        print(it.__setstate__(st), list(itertools.islice(it, 9)))
    except Exception as e: print(type(e).__name__, e)
