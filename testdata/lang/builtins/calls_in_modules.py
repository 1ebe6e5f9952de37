# Calls with wrong arguments: functions of re, timedelta's checks in order, lines of a StringIO, keys of what has no items.
import io
import re
import traceback
from datetime import timedelta


def try_(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


for f in re.match, re.search, re.findall, re.split, re.sub, re.subn, re.escape, re.compile, re.purge:
    for args in (), ('a',), ('a', 'b'), (1, 2, 3, 4, 5, 6):
        if f not in (re.escape, re.compile, re.purge) or len(args) != 1 and (f is not re.compile or len(args) != 2):
            if f not in (re.match, re.search, re.findall, re.split) or len(args) != 2:
                if f is not re.purge or args:
                    try_(f, *args)
    try_(f, zzz=1)

try_(timedelta, 'a', len)
try_(timedelta, 'a', 1, [])
try_(timedelta, weeks='a', hours=None)
try_(timedelta, 1, 2, 3, 4, 5, 6, 7)

text = 'ab\ncd\nef\n'
for hint in -1, 0, 1, 2, 3, 4, 6, 7, 100:
    print(hint, io.StringIO(text).readlines(hint), io.BytesIO(text.encode()).readlines(hint))


class Wrong:
    def __index__(self):
        raise ValueError('no index')


class Empty:
    pass


def put(x, key):
    x[key] = 1


def drop(x, key):
    del x[key]


for f in put, drop:
    for x in Empty(), {}.keys(), 3, None, len:
        for key in 0, 2**70, 'a', Wrong():
            try_(f, x, key)

for f in (lambda: error, lambda: other, lambda: lenn, lambda: Value, lambda: prnt, lambda: Exeption, lambda: abss,
          lambda: Warnings, lambda: sett, lambda: itr):
    try:
        f()
    except NameError as e:
        print(traceback.format_exception(e)[-1].strip())
