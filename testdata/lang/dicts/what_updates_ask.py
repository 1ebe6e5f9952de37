# What an update asks of what it takes its entries from, and in which order.
import collections


def tracing(base):
    class Traced(base):
        def __getattribute__(self, name):
            if name[0] != '_':
                print('get', name, end='; ')
            return super().__getattribute__(name)
    return Traced


class Own(collections.OrderedDict):
    def __setitem__(self, key, value):
        print('put', key, end='; ')
        super().__setitem__(key, value)


class Iterates(dict):
    def __iter__(self):
        print('iter', end='; ')
        return super().__iter__()

    def keys(self):
        print('keys', end='; ')
        return ['a']

    def __getitem__(self, key):
        print('item', key, end='; ')
        return 'own ' + key


class HasKeys:
    def keys(self):
        for key in 'ab':
            print('key', key, end='; ')
            yield key

    def __getitem__(self, key):
        print('item', key, end='; ')
        return key * 2


class HasItems:
    def items(self):
        print('items', end='; ')
        return [('a', 1), 'bc']


class HasItemsAndPairs(HasItems):
    def __iter__(self):
        return iter(['xy'])


class Numbered(HasKeys):
    def keys(self):
        return [1, 2]


class NoIteration(HasKeys):
    def keys(self):
        return 5


class KeysMissing(HasKeys):
    keys = None


class KeysRaises(dict):
    @property
    def keys(self):
        raise AttributeError('no keys today')


class KeysFails(dict):
    @property
    def keys(self):
        raise ValueError('keys fails')


class ItemRaises(HasKeys):
    def __repr__(self):
        return 'ItemRaises'

    def __init__(self, error):
        self.error = error

    def __getitem__(self, key):
        raise self.error


def sources():
    for base in dict, collections.OrderedDict, collections.defaultdict, collections.Counter:
        source = tracing(base)()
        source['a'] = 1
        yield base.__name__, source
    source = Iterates(a=1, b=2)
    yield 'Iterates', source
    for kind in HasKeys, HasItems, HasItemsAndPairs, Numbered, NoIteration, KeysMissing, int:
        yield kind.__name__, kind()
    for kind in KeysRaises, KeysFails:
        source = kind()
        source['xy'] = 1
        yield kind.__name__, source
    for error in KeyError('k'), KeyError('k', 2), KeyError(1), AttributeError('item'), TypeError('item'):
        yield 'ItemRaises ' + repr(error), ItemRaises(error)
    yield 'pairs', iter(['ab', 'cd'])
    yield 'short', iter(['ab', 'c'])
    yield 'long', iter(['abc'])
    yield 'numbers', [1]
    yield 'str', 'ab'


def f(**keywords):
    return keywords


def in_place(to, source):
    to |= source
    return to


def updated(to, source):
    return to.update(source), to


uses = {
    'dict()': lambda source: dict(source),
    'dict(, z)': lambda source: dict(source, z=1),
    'update': lambda source: updated({}, source),
    '{**}': lambda source: {**source},
    '{a, **}': lambda source: {'a': 0, **source},
    'f(**)': lambda source: f(**source),
    'f(a, **)': lambda source: f(a=0, **source),
    '{} |': lambda source: {} | source,
    '| {}': lambda source: source | {},
    '|=': lambda source: in_place({}, source),
    'OrderedDict()': lambda source: collections.OrderedDict(source),
    'OrderedDict update': lambda source: updated(collections.OrderedDict(), source),
    'OrderedDict() |': lambda source: collections.OrderedDict() | source,
    'OrderedDict |=': lambda source: in_place(collections.OrderedDict(), source),
    'dict.update of OrderedDict': lambda source: dict.update(collections.OrderedDict(), source),
    'Own()': lambda source: Own(source),
    'Own(, z)': lambda source: Own(source, z=1),
    'Own |': lambda source: Own(p=1) | source,
    'Own |=': lambda source: in_place(Own(), source),
    'dict.update of Own': lambda source: dict.update(Own(), source),
    'defaultdict()': lambda source: collections.defaultdict(list, source),
    'defaultdict |': lambda source: collections.defaultdict(list) | source,
    'copy': lambda source: source.copy(),
    'same': lambda source: type(source)(source),
}
for name in uses:
    print('#', name)
    for what, source in sources():
        print(what, end=': ')
        try:
            print(uses[name](source))
        except Exception as e:
            print(type(e).__name__, e)
