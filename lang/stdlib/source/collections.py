# The classes of collections that are written in the language.
from collections.abc import Mapping as _Mapping
from collections.abc import MutableMapping as _MutableMapping
from collections.abc import MutableSequence as _MutableSequence
from collections.abc import Sequence as _Sequence
from itertools import chain as _chain, repeat as _repeat, starmap as _starmap
from operator import itemgetter as _itemgetter

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque',
           'namedtuple']


class Counter(dict):
    "A dict of how often each item occurs; a missing item occurs 0 times."

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        "The sum of the counts."
        return sum(self.values())

    def most_common(self, n=None):
        "The n most common items with their counts, from the most common on; all without n."
        if n is None:
            return sorted(self.items(), key=_itemgetter(1), reverse=True)
        from heapq import nlargest
        return nlargest(n, self.items(), _itemgetter(1))

    def elements(self):
        "An iterator over the items, each as often as it counts."
        return _chain.from_iterable(_starmap(_repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        "Add the counts of a mapping, or 1 for each item of an iterable."
        if isinstance(iterable, _Mapping):
            if self:
                for item, count in iterable.items():
                    self[item] = count + self.get(item, 0)
            else:
                super().update(iterable)
        elif iterable is not None:
            _count_elements(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        "Like update, but subtract; counts may become negative."
        if isinstance(iterable, _Mapping):
            for item, count in iterable.items():
                self[item] = self.get(item, 0) - count
        elif iterable is not None:
            for item in iterable:
                self[item] = self.get(item, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, elem):
        if elem in self:
            super().__delitem__(elem)

    def __repr__(self):
        if not self:
            return f'{self.__class__.__name__}()'
        try:
            counts = dict(self.most_common())
        except TypeError:
            counts = dict(self)
        return f'{self.__class__.__name__}({counts!r})'

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[item] == other[item] for c in (self, other) for item in c)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[item] <= other[item] for c in (self, other) for item in c)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[item] >= other[item] for c in (self, other) for item in c)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _with_rest(_combined(self, other, lambda a, b: a + b), self, other)

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = _combined(self, other, lambda a, b: a - b)
        for item, count in other.items():
            if item not in self and count < 0:
                result[item] = 0 - count
        return result

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _with_rest(_combined(self, other, lambda a, b: b if a < b else a), self, other)

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _combined(self, other, lambda a, b: a if a < b else b)

    def __pos__(self):
        return _with_rest(Counter(), (), self)

    def __neg__(self):
        return Counter() - self

    def _keep_positive(self):
        for item in [item for item, count in self.items() if not count > 0]:
            del self[item]
        return self

    def __iadd__(self, other):
        for item, count in other.items():
            self[item] += count
        return self._keep_positive()

    def __isub__(self, other):
        for item, count in other.items():
            self[item] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for item, count in other.items():
            if count > self[item]:
                self[item] = count
        return self._keep_positive()

    def __iand__(self, other):
        for item, count in self.items():
            if other[item] < count:
                self[item] = other[item]
        return self._keep_positive()


def _combined(first, second, combine):
    # The Counter of what combine makes of the counts of first's items, where it is
    # positive.
    result = Counter()
    for item, count in first.items():
        count = combine(count, second[item])
        if count > 0:
            result[item] = count
    return result


def _with_rest(result, first, second):
    # result with the positive counts of second's items that first does not have.
    for item, count in second.items():
        if item not in first and count > 0:
            result[item] = count
    return result


_shown = []  # the ChainMaps whose repr is being made


class ChainMap(_MutableMapping):
    "Several mappings seen as one: look-ups go through all, changes to the first."

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                continue
        return self.__missing__(key)

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __iter__(self):
        keys = {}
        for mapping in reversed(self.maps):
            keys.update(dict.fromkeys(mapping))
        return iter(keys)

    def __len__(self):
        return len(set().union(*self.maps))

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        if any(shown is self for shown in _shown):
            return '...'
        _shown.append(self)
        try:
            return f'{self.__class__.__name__}({", ".join(map(repr, self.maps))})'
        finally:
            _shown.pop()

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        return cls(dict.fromkeys(iterable, value))

    def copy(self):
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        "A ChainMap with one more mapping in front."
        if m is not None and kwargs:
            m.update(kwargs)
        return self.__class__(kwargs if m is None else m, *self.maps)

    @property
    def parents(self):
        "A ChainMap without the first mapping."
        return self.__class__(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def clear(self):
        self.maps[0].clear()

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise _not_in_first(key)

    def pop(self, key, *args):
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise _not_in_first(key)

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError('No keys found in the first mapping.')

    def __or__(self, other):
        if hasattr(other, 'keys'):
            both = self.copy()
            both.maps[0].update(other)
            return both
        return NotImplemented

    def __ror__(self, other):
        if hasattr(other, 'keys'):
            both = dict(other)
            for mapping in reversed(self.maps):
                both.update(mapping)
            return self.__class__(both)
        return NotImplemented

    def __ior__(self, other):
        self.maps[0].update(other)
        return self


def _not_in_first(key):
    return KeyError(f'Key not found in the first mapping: {key!r}')


def _dict_of(other):
    # What an operand of a UserDict stands for, None if it is no dict.
    if isinstance(other, UserDict):
        return other.data
    return other if isinstance(other, dict) else None


class UserDict(_MutableMapping):
    "A mapping that keeps its contents in the dict data, for classes to build on."

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        for given in dict, kwargs or None:
            if given is not None:
                self.update(given)

    def __repr__(self):
        return repr(self.data)

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        return key in self.data

    def __getitem__(self, key):
        if key not in self.data:
            if not hasattr(self.__class__, '__missing__'):
                raise KeyError(key)
            return self.__class__.__missing__(self, key)
        return self.data[key]

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __or__(self, other):
        theirs = _dict_of(other)
        return NotImplemented if theirs is None else self.__class__(self.data | theirs)

    def __ror__(self, other):
        theirs = _dict_of(other)
        return NotImplemented if theirs is None else self.__class__(theirs | self.data)

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def copy(self):
        made = self.__class__.__new__(self.__class__)
        made.__dict__.update(self.__dict__)
        made.data = self.data.copy()
        return made

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made


def _data(other):
    # What an operand of a UserList stands for.
    return other.data if isinstance(other, UserList) else other


class UserList(_MutableSequence):
    "A sequence that keeps its items in the list data, for classes to build on."

    def __init__(self, initlist=None):
        self.data = []
        if initlist is not None:
            self.data = list(_data(initlist))

    def __repr__(self):
        return repr(self.data)

    def __lt__(self, other):
        return self.data < _data(other)

    def __le__(self, other):
        return self.data <= _data(other)

    def __eq__(self, other):
        return self.data == _data(other)

    def __gt__(self, other):
        return self.data > _data(other)

    def __ge__(self, other):
        return self.data >= _data(other)

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self.__class__(self.data[i])
        return self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return self.__class__(self.data + list(_data(other)))

    def __radd__(self, other):
        return self.__class__(list(_data(other)) + self.data)

    def __iadd__(self, other):
        self.data += _data(other)
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def append(self, item):
        self.data.append(item)

    def insert(self, i, item):
        self.data.insert(i, item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def remove(self, item):
        self.data.remove(item)

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def __copy__(self):
        made = self.__class__.__new__(self.__class__)
        made.__dict__.update(self.__dict__)
        made.data = self.data[:]
        return made

    def count(self, item):
        return self.data.count(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def reverse(self):
        self.data.reverse()

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)

    def extend(self, other):
        self.data.extend(_data(other))


class UserString(_Sequence):
    "A string that keeps its text in the str data, for classes to build on."

    def __init__(self, seq):
        self.data = str(seq)

    def __str__(self):
        return self.data

    def __repr__(self):
        return repr(self.data)

    def __hash__(self):
        return hash(self.data)

    def __eq__(self, other):
        return self.data == _plain(other)

    def __lt__(self, other):
        return self.data < _plain(other)

    def __le__(self, other):
        return self.data <= _plain(other)

    def __gt__(self, other):
        return self.data > _plain(other)

    def __ge__(self, other):
        return self.data >= _plain(other)

    def __contains__(self, text):
        return _plain(text) in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):
        return self.__class__(self.data[i])

    def __add__(self, other):
        return self.__class__(self.data + str(other))

    def __radd__(self, other):
        return self.__class__(str(other) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)

    def __getnewargs__(self):
        return (self.data[:],)

    def encode(self, encoding='utf-8', errors='strict'):
        return self.data.encode(encoding or 'utf-8', errors or 'strict')

    maketrans = str.maketrans


def _plain(value):
    return value.data if isinstance(value, UserString) else value


# Parameters of methods that have names here and in str have none, or another one.
_PARAMETERS = dict.fromkeys(('count', 'find', 'index', 'rfind', 'rindex'), ('sub', 'start', 'end')) | {
    'startswith': ('prefix', 'start', 'end'), 'endswith': ('suffix', 'start', 'end'), 'format_map': ('mapping',),
    'join': ('seq',), 'partition': ('sep',), 'replace': ('old', 'new', 'maxsplit'), 'rpartition': ('sep',),
} | dict.fromkeys(('lstrip', 'rstrip', 'strip'), ('chars',)) | dict.fromkeys(('center', 'ljust', 'rjust', 'zfill'), ('width',))


def _called(name):
    method = getattr(str, name)
    names = _PARAMETERS.get(name, ())

    def call(self, *args, **kwds):
        given = [name for name in names[len(args):] if name in kwds]
        if given:
            # Only a start is left out before others: None is the same.
            upto = names.index(given[-1]) + 1
            args += tuple(kwds.pop(name, None) for name in names[len(args):upto])
        return method(self.data, *map(_plain, args), **kwds)

    return _named(call, name)


def _wrapped(name):
    method = _called(name)

    def call(self, *args, **kwds):
        return self.__class__(method(self, *args, **kwds))

    return _named(call, name)


def _named(method, name):
    method.__name__, method.__qualname__ = name, 'UserString.' + name
    return method


for _name in ('count', 'endswith', 'find', 'format', 'format_map', 'index', 'isalnum', 'isalpha', 'isascii',
              'isdecimal', 'isdigit', 'isidentifier', 'islower', 'isnumeric', 'isprintable', 'isspace', 'istitle',
              'isupper', 'join', 'partition', 'rfind', 'rindex', 'rpartition', 'rsplit', 'split', 'splitlines',
              'startswith'):
    setattr(UserString, _name, _called(_name))
for _name in ('capitalize', 'casefold', 'center', 'expandtabs', 'ljust', 'lower', 'lstrip', 'removeprefix',
              'removesuffix', 'replace', 'rjust', 'rstrip', 'strip', 'swapcase', 'title', 'translate', 'upper',
              'zfill'):
    setattr(UserString, _name, _wrapped(_name))
