# Separators that are no text.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)

import json
t(lambda: json.dumps([1], separators=(1,2))); t(lambda: json.dumps([1], separators=('1',2))); t(lambda: json.dumps([1], separators=(1,'2'))); t(lambda: json.dumps([1], separators=(1,'2'),indent=1)); t(lambda: json.dumps([1], separators=('1',2),indent=1)); t(lambda: json.dumps({1:2}, separators=('1',2),indent=1)); t(lambda: json.dumps({1:2,3:4}, separators=(1,'2'),indent=1));t(lambda: json.dumps(1, separators=(1,2),indent=1));t(lambda: json.dumps(2.5, separators=(1,2)));t(lambda: json.dumps('2.5', separators=(1,2)));t(lambda: json.dumps([1], separators=1));t(lambda: json.dumps([1], separators=(1,2,3)));t(lambda: json.dumps([1], separators='12'))
