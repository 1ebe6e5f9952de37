"""Data structures written over as many lines as it takes to read them."""

import collections
import dataclasses
import re
import sys
import types

__all__ = ['PrettyPrinter', 'isreadable', 'isrecursive', 'pformat', 'pp', 'pprint', 'saferepr']


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Writes object to stream, which is sys.stdout by default."""
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """What pprint would write."""
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """pprint with dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """repr(object) that tells where a structure holds itself."""
    return PrettyPrinter()._flat(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)


class _Key:
    """Sorts what < does not order by the type's name."""

    __slots__ = ('value',)

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


def _item_key(item):
    return _Key(item[0]), _Key(item[1])


def _recursion(value):
    return f'<Recursion on {type(value).__name__} with id={id(value)}>'


class PrettyPrinter:
    """Formats values within a width. A layout method gets a value that is too wide for one
    line, the column where it begins, how many characters must follow it and how deep it
    is, and returns the text."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._indent, self._width, self._depth = indent, width, depth
        self._stream = sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort = sort_dicts
        self._underscore = underscore_numbers
        self._open = {}  # the containers being laid out, by id

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        return self._text(object, 0, 0, 0)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """The value on one line, whether it can be read back, whether it holds itself."""
        return self._flat(object, context, maxlevels, level)

    def _flat(self, value, context, most, level):
        method = type(value).__repr__
        if method is int.__repr__ and type(value) is int and self._underscore:
            return f'{value:_d}', True, False
        if method is dict.__repr__:
            left, right, items = '{', '}', value.items()
            if self._sort:
                items = sorted(items, key=_item_key)
        elif method is list.__repr__:
            left, right, items = '[', ']', value
        elif method is tuple.__repr__:
            left, right, items = '(', ',)' if len(value) == 1 else ')', value
        else:
            text = repr(value)
            return text, bool(text) and not text.startswith('<'), False
        if not value:
            return left + right, True, False
        if most and level >= most:
            return left + '...' + right, False, id(value) in context
        if id(value) in context:
            return _recursion(value), False, True
        context[id(value)] = 1
        parts, readable, recursive = [], True, False
        for item in items:
            texts = []
            for part in item if left == '{' else (item,):
                text, can, cycle = self.format(part, context, most, level + 1)
                texts.append(text)
                readable, recursive = readable and can, recursive or cycle
            parts.append(': '.join(texts))
        del context[id(value)]
        return left + ', '.join(parts) + right, readable, recursive

    def _line(self, value, level):
        return self.format(value, self._open.copy(), self._depth, level)[0]

    def _text(self, value, indent, allowance, level):
        """The value on one line if it fits, laid out otherwise."""
        if id(value) in self._open:
            return _recursion(value)
        line = self._line(value, level)
        if len(line) <= self._width - indent - allowance:
            return line
        layout = _layouts.get(type(value).__repr__)
        if layout is None:
            if (isinstance(value, type) or not dataclasses.is_dataclass(value) or not value.__dataclass_params__.repr
                    or not getattr(type(value).__repr__, '__wrapped__', _recursion).__qualname__.startswith('_repr_of.')):
                return line
            layout = PrettyPrinter._dataclass
        self._open[id(value)] = 1
        try:
            return layout(self, value, indent, allowance, level + 1)
        finally:
            del self._open[id(value)]

    def _opening(self):
        return ' ' * (self._indent - 1)

    def _items(self, items, indent, allowance, level):
        """Items one below the other, or as many on a line as fit."""
        items = list(items)
        indent += self._indent
        newline = ',\n' + ' ' * indent
        width = most = self._width - indent + 1
        pieces, between = [self._opening()], ''
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                most -= allowance
                width -= allowance
            if self._compact:
                line = self._line(item, level)
                if width < len(line) + 2:
                    width = most
                    between = between and newline
                if width >= len(line) + 2:
                    width -= len(line) + 2
                    pieces += between, line
                    between = ', '
                    continue
            pieces += between, self._text(item, indent, allowance if last else 1, level)
            between = newline
        return ''.join(pieces)

    def _pairs(self, pairs, indent, allowance, level):
        """Pairs of a text and the value behind it, one below the other."""
        pairs = list(pairs)
        out = []
        for i, (text, value) in enumerate(pairs):
            room = allowance if i == len(pairs) - 1 else 1
            out.append(text + self._text(value, indent + len(text), room, level))
        return (',\n' + ' ' * indent).join(out)

    def _dict_items(self, items, indent, allowance, level):
        pairs = ((self._line(k, level) + ': ', v) for k, v in items)
        return self._pairs(pairs, indent + self._indent, allowance, level)

    def _attributes(self, name, pairs, indent, allowance, level):
        indent += len(name) + 1
        out = []
        pairs = list(pairs)
        for i, (field, value) in enumerate(pairs):
            room = allowance if i == len(pairs) - 1 else 1
            text = '...' if id(value) in self._open else self._text(value, indent + len(field) + 1, room, level)
            out.append(f'{field}={text}')
        return name + '(' + (',\n' + ' ' * indent).join(out) + ')'

    def _dataclass(self, value, indent, allowance, level):
        pairs = ((f.name, getattr(value, f.name)) for f in dataclasses.fields(value) if f.repr)
        return self._attributes(type(value).__name__, pairs, indent, allowance, level)

    def _namespace(self, value, indent, allowance, level):
        name = 'namespace' if type(value) is types.SimpleNamespace else type(value).__name__
        return self._attributes(name, vars(value).items(), indent, allowance, level)

    def _dict(self, value, indent, allowance, level):
        items = sorted(value.items(), key=_item_key) if self._sort else value.items()
        return '{' + self._opening() + self._dict_items(items, indent, allowance + 1, level) + '}'

    def _ordered_dict(self, value, indent, allowance, level):
        if not value:
            return repr(value)
        name = type(value).__name__
        return f'{name}({self._text(list(value.items()), indent + len(name) + 1, allowance + 1, level)})'

    def _default_dict(self, value, indent, allowance, level):
        if not value:
            return repr(value)
        name = type(value).__name__
        indent += len(name) + 1
        factory = self._line(value.default_factory, level)
        return f'{name}({factory},\n{" " * indent}{self._dict(value, indent, allowance + 1, level)})'

    def _counter(self, value, indent, allowance, level):
        if not value:
            return repr(value)
        name = type(value).__name__
        return name + '({' + self._opening() + self._dict_items(
            value.most_common(), indent + len(name) + 1, allowance + 2, level) + '})'

    def _chain_map(self, value, indent, allowance, level):
        if not value.maps:
            return repr(value)
        name = type(value).__name__
        indent += len(name) + 1
        texts = [self._text(m, indent, 1, level) for m in value.maps[:-1]]
        texts.append(self._text(value.maps[-1], indent, allowance + 1, level))
        return name + '(' + (',\n' + ' ' * indent).join(texts) + ')'

    def _deque(self, value, indent, allowance, level):
        if not value:
            return repr(value)
        name = type(value).__name__
        indent += len(name) + 1
        if value.maxlen is None:
            return f'{name}([{self._items(value, indent, allowance + 2, level)}])'
        return f'{name}([{self._items(value, indent, 2, level)}],\n{" " * indent}maxlen={self._line(value.maxlen, level)})'

    def _user(self, value, indent, allowance, level):
        return self._text(value.data, indent, allowance, level - 1)

    def _list(self, value, indent, allowance, level):
        return '[' + self._items(value, indent, allowance + 1, level) + ']'

    def _tuple(self, value, indent, allowance, level):
        end = ',)' if len(value) == 1 else ')'
        return '(' + self._items(value, indent, allowance + len(end), level) + end

    def _set(self, value, indent, allowance, level):
        if not value:
            return repr(value)
        left, right = '{', '}'
        if type(value) is not set:
            left, right = type(value).__name__ + '({', '})'
            indent += len(left) - 1
        return left + self._items(sorted(value, key=_Key), indent, allowance + len(right), level) + right

    def _mapping_proxy(self, value, indent, allowance, level):
        return f'mappingproxy({self._text(value.copy(), indent + 13, allowance + 1, level)})'

    def _str(self, value, indent, allowance, level):
        """A long text as strings that Python joins: a line each, or as many words as fit."""
        if not value:
            return repr(value)
        if level == 1:
            indent += 1
            allowance += 1
        width = self._width - indent
        lines, chunks = value.splitlines(True), []
        for i, line in enumerate(lines):
            last_line = i == len(lines) - 1
            text = repr(line)
            if len(text) <= width - (allowance if last_line else 0):
                chunks.append(text)
                continue
            words = re.findall(r'\S*\s+|\S+', line)
            current = ''
            for j, word in enumerate(words):
                room = width - (allowance if last_line and j == len(words) - 1 else 0)
                if len(repr(current + word)) > room:
                    if current:
                        chunks.append(repr(current))
                    current = ''
                current += word
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            return text
        joined = ('\n' + ' ' * indent).join(chunks)
        return f'({joined})' if level == 1 else joined

    def _bytes(self, value, indent, allowance, level):
        if len(value) <= 4:
            return repr(value)
        if level == 1:
            indent += 1
            allowance += 1
        width, chunks, current = self._width - indent, [], b''
        last = len(value) // 4 * 4
        for i in range(0, len(value), 4):
            part = value[i:i + 4]
            room = width - (allowance if i == last else 0)
            if current and len(repr(current + part)) > room:
                chunks.append(repr(current))
                current = b''
            current += part
        if current:
            chunks.append(repr(current))
        joined = ('\n' + ' ' * indent).join(chunks)
        return f'({joined})' if level == 1 else joined


_layouts = {
    dict.__repr__: PrettyPrinter._dict,
    collections.OrderedDict.__repr__: PrettyPrinter._ordered_dict,
    collections.defaultdict.__repr__: PrettyPrinter._default_dict,
    collections.Counter.__repr__: PrettyPrinter._counter,
    collections.ChainMap.__repr__: PrettyPrinter._chain_map,
    collections.deque.__repr__: PrettyPrinter._deque,
    collections.UserDict.__repr__: PrettyPrinter._user,
    collections.UserList.__repr__: PrettyPrinter._user,
    collections.UserString.__repr__: PrettyPrinter._user,
    list.__repr__: PrettyPrinter._list,
    tuple.__repr__: PrettyPrinter._tuple,
    set.__repr__: PrettyPrinter._set,
    frozenset.__repr__: PrettyPrinter._set,
    str.__repr__: PrettyPrinter._str,
    bytes.__repr__: PrettyPrinter._bytes,
    types.MappingProxyType.__repr__: PrettyPrinter._mapping_proxy,
    types.SimpleNamespace.__repr__: PrettyPrinter._namespace,
}
