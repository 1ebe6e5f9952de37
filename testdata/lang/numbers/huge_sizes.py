M = 2**63
for n in M - 1, M - 32, M - 33, M - 34, M, M + 1, -M, -1:
    for i in 0, 5, -5:
        for signed in False, True:
            try: print(len(i.to_bytes(n, signed=signed)))
            except Exception as e: print(n - M, i, signed, type(e).__name__, e)
for n in M - 1, M - 32, M - 33, M - 34, M:
    for f in bytes, lambda n: b'a' * n, lambda n: b'ab' * n, lambda n: 'a' * n, lambda n: [1] * n, lambda n: (1,) * n, b'a'.ljust, 'a'.center, b'1'.zfill, '1'.zfill, b'\t'.expandtabs, 'a\t'.expandtabs, lambda n: b'a'.replace(b'a', b'b', n), range, lambda n: len(range(n)), lambda n: 'a'.split('a', n), lambda n: 'abc'[n:], lambda n: [1][:n]:
        try: print(f(n))
        except Exception as e: print(n - M, type(e).__name__, e)
