import collections, datetime, itertools
class S(dict): __slots__ = ('v',)
class L(list): __slots__ = ('v',)
bases = [dict, collections.OrderedDict, collections.defaultdict, collections.Counter, list, set, frozenset, str, float, int, bool, collections.deque, datetime.date, datetime.datetime, datetime.timedelta, BaseException, Exception, OSError, StopIteration, ValueError, SyntaxError, UnicodeError, UnicodeDecodeError, ImportError, AttributeError, NameError, KeyError, SystemExit, ExceptionGroup, BaseExceptionGroup, StopAsyncIteration, S, L, object, property, classmethod, map, filter, itertools.chain, collections.ChainMap, BlockingIOError, UnboundLocalError, ModuleNotFoundError, GeneratorExit, TimeoutError]
for a in bases:
    out = []
    for b in bases:
        try:
            type('C', (a, b), {}); out.append('.')
        except TypeError as e:
            out.append({'m':'L','C':'M','d':'D','t':'T'}.get(str(e)[0], '?'))
    print(a.__name__.ljust(20), ''.join(out))
