# Which class a special method belongs to.
import collections
import types

for f in (lambda: type(None).__lt__(), lambda: type(None).__eq__, lambda: None.__eq__(None), lambda: None.__lt__(1),
          lambda: None.__ne__(1), lambda: type(len).__eq__(), lambda: len.__eq__(len), lambda: (...).__bool__(),
          lambda: (int | str).__add__, lambda: (int | str).__or__(float), lambda: (int | str).__ror__(float),
          lambda: types.MappingProxyType({}).__sub__, lambda: types.MappingProxyType({1: 2}).__or__({3: 4}),
          lambda: types.MappingProxyType({1: 2}).__ror__({3: 4}), lambda: "__lt__" in vars(type(None)),
          lambda: type("A", (collections.OrderedDict, collections.OrderedDict), {}),
          lambda: type("A", (dict, collections.OrderedDict), {}), lambda: type("A", (object, collections.deque), {}),
          lambda: type("A", (int, int), {})):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
