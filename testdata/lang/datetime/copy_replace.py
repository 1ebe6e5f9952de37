# copy.replace of dates and times, whose __replace__ is their replace.
import copy
from datetime import date, datetime, time, timedelta, timezone


def try_(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


try_(lambda: copy.replace(date(2020, 2, 29), year=2024))
try_(lambda: copy.replace(date(2020, 2, 29), year=2021))
try_(lambda: copy.replace(datetime(2020, 1, 1), hour=3, tzinfo=timezone.utc))
try_(lambda: copy.replace(time(1, 2), minute=5, fold=1))
try_(lambda: copy.replace(timedelta(1), days=2))
try_(lambda: date(2020, 1, 1).__replace__(2021, 2, 3))
try_(lambda: time(1).__replace__(-1))
