# A file beside the program comes before a module of the library, which has its own
# all the same; not before what Python has imported by then.
import _thread
import itertools
import json
import logging
import sys
import time
import uuid
from urllib import parse

import random
import secrets

print(secrets.PASSWORD, random.fair(), json.dump_rows([1, 2]), parse.split("a/b"))
print(hasattr(time, "NOON"), hasattr(time, "sleep"), hasattr(itertools, "chain"), hasattr(_thread, "NOON"))
print([name in sys.modules for name in ("random", "json.rows", "urllib.parse")])
for name in ("randint", "Random"):
    print(name, hasattr(random, name))
try:
    import json.decoder
except ImportError as e:
    print(e)
try:
    from random import choice
except ImportError as e:
    print(e)
print(uuid.uuid4().version)


class Box[T]:
    def __init__(self, item: T):
        self.item = item


print(Box.__type_params__, Box[int](3).item)
