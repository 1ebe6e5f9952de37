# Errors about a call name what is called by its module and qualified name; a method
# of a builtin type goes by the class of what it is bound to.
import collections
import functools
import operator
import re


def show(f):
    try:
        print('   ', f())
    except Exception as e:
        print('   ', type(e).__name__, re.sub(' at 0x[0-9a-f]+', '', str(e)))


class Own:
    def method(self): pass
    def __call__(self): pass
    @classmethod
    def of_class(cls): pass
    @staticmethod
    def static(): pass


class List(list): pass


for f in (len, [].append, List().append, List.append, (1).conjugate, int.from_bytes, dict.fromkeys, {}.fromkeys, str.maketrans,
          Own, Own(), Own().method, Own.of_class, Own.static, lambda: 0, str.upper, ''.join, type, [].__len__, list.__len__,
          object().__init__, int.__subclasscheck__, List.__subclasscheck__, int.mro, List.__new__, functools.partial(int),
          operator.itemgetter(1), re.match, re.compile('a').match, collections.deque().append, collections.Counter().most_common,
          (x for x in []).send, Exception, Exception().with_traceback, range(3).index, 5, None, 'a'):
    print(getattr(f, '__qualname__', None), getattr(f, '__module__', None) if not isinstance(f, (functools.partial, operator.itemgetter)) else '')
    show(lambda: f(**None))
    show(lambda: f(*None))
    show(lambda: f(1, *5))
    show(lambda: f(a=1, **{'a': 2}))
    if not hasattr(type(f), '__call__'):
        show(lambda: f(**{1: 2}))
for f in int.__subclasscheck__, List.__instancecheck__, int.mro, [].append, List().append, (1).conjugate:
    show(lambda: f(1, 2, 3))
    show(lambda: f(x=1))

for args in [('utf-8', (), 0, 1, {1}), ('utf-8', (), 0, 1, 's'), ('utf-8', (), 'a', 1, 's'), (1, (), 0, 1, 's'), ('utf-8', 's', 0, None, 's'), ('utf-8', b'', 0, 1, 's')]:
    show(lambda: repr(UnicodeDecodeError(*args)))
    show(lambda: repr(UnicodeEncodeError(*args)))
    show(lambda: repr(UnicodeTranslateError(*args[1:])))
