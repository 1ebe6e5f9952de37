# Deprecations are told on standard error, once a line, without being asked for.
import datetime
import re

for _ in range(2):
    print(datetime.datetime.utcfromtimestamp(0))
print(re.sub("a", "b", "aaa", 1))
print(~True, [~flag for flag in (True, False)])
