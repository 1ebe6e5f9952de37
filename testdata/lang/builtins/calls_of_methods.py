# Methods of builtin types with one to three arguments of many kinds: results, and errors in CPython's order.
from itertools import product


class Index:
    def __index__(self): return 2
    def __repr__(self): return 'Index()'


class Wrong:
    def __index__(self): return 'x'
    def __float__(self): return 'x'
    def __bool__(self): return 3
    def __repr__(self): return 'Wrong()'


class Text(str):
    pass


class Number(int):
    pass


class Bytes(bytes):
    pass


def call(what, f, /, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        result = f'{type(result).__name__} {result!r}'
    except Exception as e:
        result = f'{type(e).__name__}: {e}'
    shown = [repr(a) for a in args] + [f'{k}={v!r}' for k, v in kwargs.items()]
    print(f'{what}({", ".join(shown)}) -> {result}')


def calls(f, *pools, name=None):
    for args in product(*pools):
        call(name or f.__name__, f, *args)


BIG = 2**70
SOME = [None, 0, 'a', b'a', [1], Index(), Wrong()]

# The number of arguments: a bound method names the class of its object, a call on the spot the method's.
for of, name in [(Text('hi'), 'upper'), (Text('hi'), 'join'), (True, 'bit_length'), (Number(3), 'conjugate'),
                     (ValueError(), 'add_note'), (ExceptionGroup('g', [KeyError()]), 'split'), ([], '__format__'),
                     ([], '__mul__'), ('', '__rmul__'), ([], '__imul__'), ((), '__getitem__')]:
    method = getattr(of, name)
    call(f'{type(of).__name__} {name}', method, 1, 2, 3)
    call(f'{type(of).__name__} {name}', method, zzz=1)
try:
    Text('hi').upper(1)
except TypeError as e:
    print(e)

calls(''.expandtabs, [BIG, 2**31, Index(), Wrong()])
calls(b'a\tb'.expandtabs, [BIG, 2**31, 2, Wrong()])
calls('abc'.__getitem__, SOME)
calls(b'abc'.__contains__, SOME + [BIG, 97])
calls(b'abc'.hex, [':', '', 'é', 'ab', None, 1], [1, -2, BIG, None, Wrong()])
calls((15).__round__, [None, -1, Wrong()])
calls(round, [15, Number(15)], [None, -1])
calls((3).__pow__, [2, 1.5], [None, 5, 1.5])
calls((3).__rpow__, [2, 1.5], [None, 5, 1.5])
calls((3.0).__rpow__, [2, None], [None, 5])
calls(pow, [2, 1.5, 'a'], [3, None, 1.5], [4, 'a', 1.5])
calls(slice(None, None, BIG).indices, [4])
calls(None.__ne__, [None, 1])
calls(int.from_bytes, [b'ab', 3], ['big', 'x', None])
call('from_bytes', int.from_bytes, 3, 'x', signed=Wrong())
calls(bytes, [None, 3, 'a', b'a', Wrong()], [None, 'ascii', 3])
call('bytes', bytes, 'a', errors=3)
call('bytes', bytes, Wrong())
calls(str, [b'a', 'a', 3], [None, 3, 'ascii'])
call('str', str, b'a', encoding=None)
calls(type, [None, 'a'], [None, ()], [None, {}])
call('type', type, 3, x=3)
calls(ExceptionGroup, [None, 'a'], [None, 'a', '', {}, range(2), [KeyError()]])
calls(ExceptionGroup('g', [KeyError()]).derive, ['a', b'', (OSError(),)])
call('enumerate', enumerate, [], iterable=[])
call('enumerate', enumerate, [], 1, start=2)
call('zip', zip, [], strict=True, zzz=1)
call('NameError', NameError, name='a', zzz=1)
calls(object.__init__.__get__([]), [1])
calls({}.keys().__init__, [1])
calls(iter([]).__init__, [1])
calls(property(len).__setattr__, ['a'], [1])
calls(Text('hi').format, [1])
calls(Text('hi').__mod__, [{}])
calls(Text('').format, [1])
print('abc'.format() is 'abc', type(Text('{}').format('a')))
calls(float.fromhex, ['-nan', 'nan', '-inf', '0x1p-3'])
for digits in '0' * 4301, '0' * 4300:
    for base in 10, 0, 16:
        try:
            print(int(digits, base))
        except ValueError as e:
            print(str(e)[:60])


# Items, and in-place multiplication of what is no sequence.
def put(x, i):
    x[i] = 0


def drop(x, i):
    del x[i]


def times(x, y):
    x *= y
    return x


calls(put, [(1, 2), 'ab', b'ab', range(2)], [0, BIG, 'a', Wrong()])
calls(drop, [(1, 2), 'ab', b'ab', range(2)], [0, BIG, 'a', Wrong()])
calls(times, [Index(), Wrong(), Number(2), 2], ['ab', [1], (1,)])
call('+', lambda a, b: a + b, Bytes(b'a'), 1)

# Formats.
calls('{0[0]x}'.format, [1, [1]])
for template in b'%i', b'%d', b'%f', b'%o', b'%c', b'%\xc3':
    for value in None, 'a', Wrong(), 65:
        call('%', lambda a, b: a % b, template, value)
for template in '%i', '%f', '%x', '%c':
    call('%', lambda a, b: a % b, template, Wrong())
