# import * binds the names that a module lists, not what it uses itself.
re = 'a name of the program'
abstractmethod = MutableSet = collections = contextlib = re
from contextlib import *
from enum import *
from typing import *
from weakref import *
import typing

print(re, abstractmethod, MutableSet, collections, contextlib)
print(ContextManager[int], Pattern, Counter[str], get_type_hints.__name__, List[WeakMethod])
print(global_enum.__name__, finalize, ref is not None)
print([name for name in typing.__all__ if not hasattr(typing, name)], len(typing.__all__))
try:
    AsyncContextDecorator
except NameError as e:
    print(e)
