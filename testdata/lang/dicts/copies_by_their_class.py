# Copies of dicts of a program's classes are made by calling the class, with what each kind passes.
import collections
import copy


def showing(base):
    class Shown(base):
        def __init__(self, *args, **keywords):
            print('init', args, keywords, end='; ')
            super().__init__(*args, **keywords)

        def __setitem__(self, key, value):
            print('put', key, end='; ')
            super().__setitem__(key, value)

        def __getitem__(self, key):
            print('item', key, end='; ')
            return super().__getitem__(key)
    return Shown


class Elsewhere(collections.OrderedDict):
    def __new__(cls, *args):
        return collections.UserDict(*args) if cls.made else super().__new__(cls)

    made = False


def attempt(what, f):
    print(what, end=': ')
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for base in dict, collections.OrderedDict, collections.defaultdict, collections.Counter:
    d = showing(base)()
    d['a'] = 1
    print(base.__name__)
    attempt('copy', d.copy)
    attempt('copy.copy', lambda: copy.copy(d))
    attempt('or', lambda: d | {'b': 2})
    attempt('ror', lambda: {'b': 2} | d)
    attempt('fromkeys', lambda: type(d).fromkeys('x', 0))

e = Elsewhere()
e['a'] = 1
Elsewhere.made = True
attempt('copy', e.copy)
attempt('or', lambda: e | {'b': 2})
