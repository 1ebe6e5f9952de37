# Sets and their subclasses: attributes, keywords, iterators.
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class Noisy(set):
    def __setattr__(self, name, v):
        print('setattr', name)
        super().__setattr__(name, v)

class Silent(set):
    def __init__(self, *args):
        pass

class Slotted(set):
    __slots__ = ('v',)

n = Noisy('ab')
n.v = 1
print(n, vars(n))
print(Silent('ab'), len(Silent('abc')))
t(lambda: Slotted('a').w)
t(lambda: vars(Slotted('a')))
t(lambda: vars(set()))
t(lambda: setattr(set(), 'x', 1))
t(lambda: setattr(frozenset('a'), 'x', 1))
for s in set('ab'), frozenset('ab'):
    for name in 'union', 'intersection', 'difference', 'update', 'intersection_update', 'difference_update', 'symmetric_difference':
        t(lambda: getattr(s, name)(x=1))
        t(lambda: getattr(s, name)('b', default=1))
        t(lambda: getattr(s, name)('b'))
s = {1}
t(lambda: s.update(float(x) for x in ('2', '3', 'e')))
print(s)
print(str(iter(s)).split(' at')[0], type(iter(s)))
