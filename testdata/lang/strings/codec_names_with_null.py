def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
N='a\0b'
for a in ((N,), (N, 1), (N, N), (1, N), ('utf-8', N), (1, 1), ('utf-8', 1), (N, 'strict'), ('utf-8', 'strict', 1), (None,), ('utf-8', None), ('nope', N)):
    for o in (b'x', 1.5, 'x', []):
        t(lambda: str(o, *a)); t(lambda: bytes(o, *a))
    t(lambda: b'x'.decode(*a)); t(lambda: 'x'.encode(*a)); t(lambda: ''.encode(*a)); t(lambda: b''.decode(*a)); 
t(lambda: str(encoding=N)); t(lambda: str(errors=N)); t(lambda: str(b'', errors=N, encoding=1)); t(lambda: str(1, errors=1)); t(lambda: bytes('', encoding=N, errors=1)); t(lambda: bytes(errors=N)); t(lambda: bytes(5, encoding=N))
