# The views of an OrderedDict, and changes while it is iterated over.
import collections
o = collections.OrderedDict(a=1, b=2, c=3)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def mv():
    for k in o: o.move_to_end(k)
def mv2():
    for k in o: o.move_to_end(k, last=False)
def dl():
    for k in o: del o[k]
def ad():
    for k in o.values(): o[k] = 1
def mv3():
    for k in reversed(o): o.move_to_end(k); print(k)
def st():
    for k in o: o[k] = 5
for f in mv, mv2, dl, ad, mv3, st, lambda: o.keys(), lambda: o.items(), lambda: o.values(), lambda: type(o.keys()), lambda: type(iter(o)), lambda: type(reversed(o.items())), lambda: o.keys() == {'a'}, lambda: o.keys() == collections.OrderedDict(o).keys(), lambda: o.keys() & ['c'], lambda: sorted(o.items() - [1], key=repr), lambda: len(o.values()), lambda: o.keys().mapping, lambda: list(o.items()), lambda: isinstance(o.keys(), collections.abc.KeysView), lambda: isinstance(o.items(), type({}.items())), lambda: repr(collections.OrderedDict().keys()), lambda: o.move_to_end(()), lambda: o.move_to_end((1,2)), lambda: o.move_to_end((1,)), lambda: o.move_to_end(1), lambda: o.pop((1,)), lambda: dict(o).pop((1,)), lambda: dict(o)[()], lambda: o[(1,)], lambda: o.__delitem__((1,)), lambda: {1}.remove(()), lambda: {1}.remove((2,)), lambda: o.popitem((1,)):
    t(f); print(o)
