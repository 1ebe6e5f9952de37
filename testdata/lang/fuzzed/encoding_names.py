# Names of encodings: empty, with a zero, of nothing to decode.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)

for e in ('', '\0', 'utf-8\0','nope','utf8'):
    t(lambda: b'x'.decode(e)); t(lambda: b''.decode(e)); t(lambda: str(b'',e)); t(lambda: str(b'x',e)); t(lambda: bytes('',e)); t(lambda: ''.encode(e)); t(lambda: 'x'.encode(e)); t(lambda: b''.decode('utf8',e)); t(lambda: b'\xff'.decode('utf8',e)); t(lambda: str(encoding=e)); t(lambda: str(5,e))
    t(lambda: bytearray('x', e) if 0 else 0)
