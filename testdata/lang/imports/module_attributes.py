# What modules say of themselves.
import types

import attributes_of_its_own as own
import shop.stock

print(dir(own), own.width, [getattr(own, name) for name in dir(own)])
try:
    own.depth
except AttributeError as e:
    print(e)
print(__package__, __spec__, __name__)
print(repr(shop.__package__), repr(shop.stock.__package__), repr(own.__package__))
empty = types.ModuleType("empty")
print(vars(empty), dir(empty))
