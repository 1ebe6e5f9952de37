import types
print(issubclass(types.MappingProxyType, object))
from collections.abc import Hashable
class M:
    def __hash__(self): return 5
    def __getitem__(self, k): return k
p = types.MappingProxyType(M())
print(hash(p), isinstance(p, Hashable), types.MappingProxyType.__hash__)
for v in ({}, M.__dict__):
    try: print(hash(types.MappingProxyType(v)))
    except TypeError as e: print(e)
import dataclasses
@dataclasses.dataclass
class D:
    a: dict = types.MappingProxyType({})
print(D())
import string
class T(string.Template): delimiter = "%"
import logging
logging.Formatter("$message", style="$", validate=True)
for f in ("$", "x", "$$ ${message} $"):
    try: logging.Formatter(f, style="$")
    except ValueError as e: print(e)
import argparse
p = argparse.ArgumentParser(prog="x")
for a in (None, "store_true", "append", "count", "help", "version", "store_const", "append_const", "extend", "store_false", argparse.BooleanOptionalAction):
    try: p.add_argument("--must", action=a, parser=True) if a else p.add_argument("--must", parser=True)
    except TypeError as e: print(a, e)
    try: p.add_argument("--must2", action=a, const=3) if a else p.add_argument("--must2", const=3)
    except Exception as e: print(a, type(e), e)
sp = p.add_subparsers(title="x")
try: sp.add_parser("a", nope=2)
except TypeError as e: print(e)
try: p.add_subparsers(nope=2)
except (SystemExit, argparse.ArgumentError) as e: print(e)
