# What is called or asked for by a wrong name: modules, functions of the library.
import asyncio
import copy
import datetime
import functools
import heapq
import inspect
import json
import pprint
import random
import re
import time

for module in random, time, datetime, copy, pprint, re, asyncio, json:
    try:
        module()
    except TypeError as error:
        print(error)
for f in functools.wraps, functools.lru_cache, functools.reduce, re.compile, json.dumps, heapq.heappush, heapq.merge, copy.copy:
    try:
        f.nope
    except AttributeError as error:
        print(error)
    print(type(f).__name__, inspect.isfunction(f), inspect.isbuiltin(f), inspect.ismethod(f), inspect.iscoroutinefunction(f), f.__module__)
for f in asyncio.gather, asyncio.sleep, asyncio.create_task:
    try:
        f.nope
    except AttributeError as error:
        print(error)
print(random.randint.__func__.__name__, inspect.iscoroutinefunction(random.randint))
