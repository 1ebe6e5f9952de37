for n in ("base64", "hex", "rot13", "ROT-13", "zip", "zlib codec", "quoted-printable", "no such"):
    for f in (lambda: "a".encode(n), lambda: b"a".decode(n), lambda: str(b"a", n), lambda: bytes("a", n), lambda: b"".decode(n)):
        try: print(n, f())
        except Exception as e: print(n, type(e).__name__, e)
