"""Sets that iterate in insertion order, and the rewriting of set displays and
comprehensions into them.

They are subclasses of CPython's sets and keep the real one filled too, so that
everything CPython does by looking inside (==, <=, `in`, hashing) is untouched.
"""
import ast
import dis
import inspect
import textwrap

plain, plain_frozen = set, frozenset
_views = type({}.keys()), type({}.items())
_operands = plain, plain_frozen


class set_iterator:
    """Iteration over an ordered set, with a set's complaint when it grows."""

    def __init__(self, order):
        self._order, self._keys = order, iter(order)

    def __iter__(self):
        return self

    def __next__(self):
        try:
            return next(self._keys)
        except RuntimeError:
            raise RuntimeError('Set changed size during iteration') from None

    def __length_hint__(self):
        return self._keys.__length_hint__()

    def __reduce__(self):
        return self._keys.__reduce__()


set_iterator.__module__ = 'builtins'


def _items(iterable):
    """What there is to go over: the items of a set, whatever __iter__ its class has"""
    return iterable._order if isinstance(iterable, (plain, plain_frozen)) and hasattr(iterable, '_order') else iterable


class _Algebra:
    """What sets and frozen sets share: results in the left operand's order."""

    __slots__ = ()

    def __iter__(self):
        return set_iterator(self._order)

    def copy(self):
        return self._like(self._order)

    def union(self, *others):
        order = dict(self._order)
        for other in others:
            order.update(dict.fromkeys(_items(other)))
        return self._like(order)

    def intersection(self, *others):
        kept = list(self._order)
        for other in others:
            # Of equal items, those that the real one keeps.
            real = {x: x for x in plain(kept).intersection(other)}
            kept = [real[x] for x in kept if x in real]
        return self._like(kept)

    def difference(self, *others):
        kept = list(self._order)
        for other in map(plain, others):
            kept = [x for x in kept if x not in other]
        return self._like(kept)

    def symmetric_difference(self, other):
        theirs = dict.fromkeys(_items(other))
        kept = [x for x in self._order if x not in theirs]
        return self._like(kept + [x for x in theirs if x not in self._order])


def _keep(ordered, order):
    """Set the order, unseen by a subclass that has a __setattr__."""
    object.__setattr__(ordered, '_order', order)


def _key(item):
    """A set looked up in a set stands for the frozen set of its items."""
    return plain_frozen(item) if isinstance(item, plain) else item


def _operator(symbol, method):
    def operator(self, other):
        if isinstance(other, _views):                    # whose own operator makes a set
            return getattr(OrderedSet(self), method)(other)
        if not isinstance(other, _operands):
            return NotImplemented
        return getattr(_Algebra, method)(self, other)    # not by a name that a subclass has
    operator.__name__ = symbol
    return operator


def _in_place(symbol, method):
    def operator(self, other):
        if not isinstance(other, (plain, plain_frozen)):
            return NotImplemented
        getattr(OrderedSet, method)(self, other)
        return self
    operator.__name__ = symbol
    return operator


for _symbol, _method in (('or', 'union'), ('and', 'intersection'),
                         ('sub', 'difference'), ('xor', 'symmetric_difference')):
    setattr(_Algebra, f'__{_symbol}__', _operator(f'__{_symbol}__', _method))


class OrderedSet(_Algebra, plain):
    __slots__ = '_order',

    def __new__(cls, *args, **keywords):
        self = plain.__new__(cls, *args, **keywords)
        _keep(self, {})
        return self

    def __init__(self, *args, **keywords):
        if keywords or len(args) > 1:
            plain.__init__(self, *args, **keywords)      # its TypeError
        _keep(self, dict.fromkeys(_items(*args)) if args else {})
        plain.__init__(self, self._order)

    def _like(self, items):
        return OrderedSet(items)

    @staticmethod
    def _starred(other):
        """What *other adds to a set display."""
        return iter(_items(other))

    def _become(self, items):
        items = list(items)
        OrderedSet.clear(self)
        OrderedSet.update(self, items)

    def __repr__(self):
        body = '{' + ', '.join(map(repr, self)) + '}' if self._order else ''
        if type(self) is OrderedSet and body:
            return body
        return f'{type(self).__name__}({body})'

    def add(self, item):
        plain.add(self, item)
        self._order.setdefault(item)

    def discard(self, item):
        plain.discard(self, item)
        self._order.pop(_key(item), None)

    def remove(self, item):
        plain.remove(self, item)
        del self._order[_key(item)]

    def pop(self):
        if not self._order:
            plain.pop(self)                              # its KeyError
        oldest = next(iter(self._order))
        OrderedSet.remove(self, oldest)
        return oldest

    def clear(self):
        plain.clear(self)
        self._order.clear()

    def update(self, *others):
        for other in others:
            for item in list(self._order) if other is self else _items(other):
                OrderedSet.add(self, item)

    def intersection_update(self, *others):
        self._become(_Algebra.intersection(self, *others))

    def difference_update(self, *others):
        for other in others:
            for item in list(self._order) if other is self else _items(other):
                if item in self._order:
                    OrderedSet.discard(self, item)

    def symmetric_difference_update(self, other):
        self._become(_Algebra.symmetric_difference(self, other))

    __hash__ = None


for _symbol, _method in (('ior', 'update'), ('iand', 'intersection_update'),
                         ('isub', 'difference_update'),
                         ('ixor', 'symmetric_difference_update')):
    setattr(OrderedSet, f'__{_symbol}__', _in_place(f'__{_symbol}__', _method))


class OrderedFrozenSet(_Algebra, plain_frozen):
    __slots__ = '_order',

    def __new__(cls, *args, **keywords):
        if keywords or len(args) > 1:
            plain_frozen.__new__(cls, *args, **keywords)
        if args and type(args[0]) is cls is OrderedFrozenSet:
            return args[0]
        order = dict.fromkeys(_items(*args)) if args else {}
        self = plain_frozen.__new__(cls, order)
        _keep(self, order)
        return self

    def _like(self, items):
        return OrderedFrozenSet(items)

    def copy(self):
        return self

    def __repr__(self):
        body = '{' + ', '.join(map(repr, self)) + '}' if self._order else ''
        return f'{type(self).__name__}({body})'

    __hash__ = plain_frozen.__hash__


def _counting(method, count):
    """method, which given a wrong number of arguments (count None: any is right) or
    keywords fails as the real one does"""
    def counted(self, *args, **keywords):
        if len(args) != count is not None or keywords:
            real = plain if isinstance(self, plain) else plain_frozen
            return getattr(real, method.__name__)(self, *args, **keywords)
        return method(self, *args)
    counted.__name__ = method.__name__
    return counted


for _class, _name, _count in (
        (_Algebra, 'copy', 0), (OrderedFrozenSet, 'copy', 0), (_Algebra, 'symmetric_difference', 1), (OrderedSet, 'add', 1),
        (OrderedSet, 'discard', 1), (OrderedSet, 'remove', 1), (OrderedSet, 'pop', 0),
        (OrderedSet, 'clear', 0), (OrderedSet, 'symmetric_difference_update', 1),
        (_Algebra, 'union', None), (_Algebra, 'intersection', None), (_Algebra, 'difference', None),
        (OrderedSet, 'update', None), (OrderedSet, 'intersection_update', None),
        (OrderedSet, 'difference_update', None)):
    setattr(_class, _name, _counting(getattr(_class, _name), _count))

for _class, _name in ((OrderedSet, 'set'), (OrderedFrozenSet, 'frozenset')):
    _class.__name__ = _class.__qualname__ = _name
    _class.__module__ = 'builtins'
    del _class.__slots__                                 # which real sets do not have
del _Algebra.__slots__


_building = [bytes([dis.opmap[name]]) for name in ('BUILD_SET', 'SET_ADD', 'SET_UPDATE')]


def builds_sets(code):
    """Whether there is anything to rewrite in what was compiled to code. A set that only
    a loop or `in` sees is a constant there."""
    operations = code.co_code[::2]
    return (any(operation in operations for operation in _building)
            or any(builds_sets(constant) if inspect.iscode(constant) else isinstance(constant, plain_frozen)
                   for constant in code.co_consts))


class Rewriter(ast.NodeTransformer):
    """{a, b} and {x for …} become calls of the name __ordered_set__. A comprehension is
    one of a dict then, which hashes each item before it goes on."""

    def visit_Set(self, node):
        self.generic_visit(node)
        for i, item in enumerate(node.elts):
            if isinstance(item, ast.Starred):
                name = ast.Attribute(ast.Name('__ordered_set__', ast.Load()), '_starred', ast.Load())
                call = ast.copy_location(ast.Call(name, [item.value], []), item.value)
                node.elts[i] = ast.copy_location(ast.Starred(call, ast.Load()), item)
        return self._build(node, ast.Tuple(node.elts, ast.Load()))

    def visit_SetComp(self, node):
        self.generic_visit(node)
        return self._build(node, ast.DictComp(node.elt, ast.Constant(None), node.generators))

    def _build(self, node, items):
        name = ast.Name('__ordered_set__', ast.Load())
        call = ast.copy_location(ast.Call(name, [items], []), node)
        return ast.fix_missing_locations(call)


def rebuild(owner, name, module):
    """Compile one of CPython's own functions anew with ordered sets."""
    function = getattr(owner, name)
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    namespace = {}
    exec(compile(Rewriter().visit(tree), module.__file__, 'exec'),
         module.__dict__ | {'__ordered_set__': OrderedSet, 'set': OrderedSet},
         namespace)
    setattr(owner, name, namespace[name])
