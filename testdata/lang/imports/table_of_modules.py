# sys.modules is what import looks in.
import sys
import types

import plain
from unittest import mock

made = types.ModuleType("made", "Made by hand.")
made.answer = 42
sys.modules["made"] = made
import made as found
from made import answer
print(found is made, answer, sys.modules["made"].__doc__)

import stands_in
from stands_in import colour
print(stands_in.debug, colour, type(stands_in).__name__, sys.modules["stands_in"] is stands_in)

sys.modules["forbidden"] = None


def forbidden():
    import forbidden


def leaving():
    import leaves


def failing():
    import fails_twice


def part_of_what_was_made():
    import made.part


def wrong_name():
    from made import question


def part_that_was_put_there():
    sys.modules["made.part"] = types.ModuleType("made.part")
    from made import part
    print(part, hasattr(made, "part"))


for load in (forbidden, leaving, failing, failing, part_of_what_was_made, wrong_name, part_that_was_put_there):
    try:
        load()
    except Exception as e:
        print(type(e).__name__, e)
print([name in sys.modules for name in ("forbidden", "leaves", "fails_twice", "plain", "stands_in", "never")])

old = plain
del sys.modules["plain"]
import plain
print(plain is old, plain.NAMES == old.NAMES)

with mock.patch.dict(sys.modules, {"payments": mock.MagicMock(), "random": types.SimpleNamespace(randint=max)}):
    import payments
    import random
    payments.charge(10)
    print(payments.charge.call_args, random.randint(1, 6))
import random
print(hasattr(random, "Random"), "payments" in sys.modules, isinstance(sys.modules, dict))
import uuid
print(uuid.uuid4().version)
