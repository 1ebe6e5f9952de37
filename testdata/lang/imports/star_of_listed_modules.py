# import * of modules that list their names leaves the program's own names alone: what such
# a module imports, and its further public names, are not bound.
import json as json_module
import traceback as traceback_module
import warnings as warnings_module

sys = types = functools = filters = root = "a name of the program"
namedtuple = activeCount = detect_encoding = print_list = PercentStyle = sys

from inspect import *
from json import *
from logging import *
from threading import *
from traceback import *
from urllib.parse import *
from warnings import *

print({sys, types, functools, filters, root, namedtuple, activeCount, detect_encoding, print_list, PercentStyle})
for module in json_module, traceback_module, warnings_module:
    print(module.__name__, module.__all__)
print(dumps([1]), urlsplit("http://host/path").netloc, quote("a b"), getLevelName(INFO))
print(isgenerator(n for n in ()), signature(urljoin), current_thread() is main_thread(), format_exc())
