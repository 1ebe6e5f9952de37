def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for a in [(), (1,), (None,), ('u', None), ('u', b'a', None), ('u', b'a', 1.5), ('u', b'a', 0, None), ('u', b'a', 0, 1, None), ('u', 1, 0, 1, 'r'),('u', None, 0, 1, 'r'), (None, b'a', 0, 1, 'r'), (1, b'a', 0, 1, 'r'), ('u', b'a', 0, 1, 1), ('u', b'a', 0, 1, []), ('u', 'a', 0, 1, 'r'), ('u', b'a', 0, 1, 'r', 1), ('u', b'a', 10**30, 1, 'r'),('u', b'a', '0', 1, 'r')]:
    t(lambda: UnicodeDecodeError(*a))
    t(lambda: UnicodeEncodeError(*a))
    t(lambda: UnicodeTranslateError(*a[1:]))
    t(lambda: UnicodeTranslateError(*a))
import time, datetime, json
t(lambda: time.strptime(None, 'x'))
t(lambda: time.strptime('x', None))
t(lambda: datetime.datetime.strptime(None, 'x'))
t(lambda: datetime.datetime.strptime('x', None))
t(lambda: json.dumps({}, indent=2, separators=(None, 1)))
t(lambda: json.dumps([1,2,{1:2}], separators=(None, 1)))
t(lambda: json.dumps([1,2,{1:2}], separators=(1, None)))
t(lambda: json.dumps([1,2,{1:2}], separators=(',', None)))
