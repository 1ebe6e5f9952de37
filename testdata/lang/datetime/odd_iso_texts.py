# What fromisoformat reads beyond the usual forms, and what it refuses; offsets of a
# tzinfo that are none.
import datetime


def attempt(function, *args):
    try:
        print(*args, "->", function(*args))
    except (ValueError, TypeError) as error:
        print(*args, f"{type(error).__name__}: {error}")


for text in (
    "13050912", "13:05:09:12", "13:05:09:12+01:00", "130509.5", "130509123456789", "13:", "13:05:", "13:05:09.", "13x",
    "1305091", "1305091+01:00", "13:05:09.123456x+01:00", "13:05:09.123456x", "13:0509", "1305:09", "13.5", "13:05,5",
    "13+01", "13+01:00:", "13+010", "13:05+01:00:00.5", "13:05+010000.5", "13:+01:00", "+01:00", "13:05:09-",
    "13:05:09Z ", "13:05:09zZ", "13:05:09 Z", "13:05:09 +24:00", "13:05:09:Z", "13:05:09:1Z", "24:00", "13:05:09,123Z",
    "1", "", "13:05é+01:00", "T13:05:09 +00:30", "13:05:09 +00:30", "13:05:09  +00:30", "13:05:09.12 +00:30",
    "13:05:09.1234567+00:30", "13:05:09.123456789x+00:30",
):
    attempt(datetime.time.fromisoformat, text)
for text in (
    "0000-W01-1", "0001-W01-1", "9999-W52-5", "9999-W53-1", "2020-W53-7", "2021W537", "2024-W54-1", "2024-W00-1",
    "2024-W10-8", "2024-W10-0", "2024-W1", "2024-13-01", "2024-02-30",
):
    attempt(datetime.date.fromisoformat, text)
for text in "2024-01-02T13:05:09 +00:00", "2024-01-02T130509 Z", "2024-W54-1T00:00", "2024-02-30T25:00":
    attempt(datetime.datetime.fromisoformat, text)
attempt(datetime.date.fromisocalendar, 2024, 54, 1)


class Odd(datetime.tzinfo):
    def __init__(self, offset):
        self.offset = offset

    def utcoffset(self, when):
        return self.offset

    dst = tzname = utcoffset


for offset in datetime.timedelta(hours=30), -datetime.timedelta(days=1), 3:
    when = datetime.datetime(2020, 1, 1, tzinfo=Odd(offset))
    for method in when.utcoffset, when.isoformat, when.dst, when.tzname:
        attempt(method)
attempt(datetime.timezone, datetime.timedelta(hours=30))
print("ctime" in vars(datetime.datetime))
