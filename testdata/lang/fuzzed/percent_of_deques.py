# A deque is no mapping to %; odd arguments of pow and maketrans.
import collections

def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class Sub(collections.deque):
    pass

class Keyed(collections.deque):
    def __getitem__(self, key):
        return key

for x in collections.deque(), collections.deque([1]), Sub(), Keyed(), [1], range(3), {}, 'a', b'a':
    t(lambda: 'a' % x)
    t(lambda: b'a' % x)
    t(lambda: '%(key)s' % x)
    t(lambda: '%s' % (x,))
for x in 1.5, 1, 'a', (), True:
    t(lambda: pow((), (), x))
    t(lambda: pow('a', 2, x))
    t(lambda: pow(1, 2, x))
t(lambda: str.maketrans((), 'a', {}))
t(lambda: str.maketrans((), 'a', 'b'))
t(lambda: str.maketrans((), {}, {}))
