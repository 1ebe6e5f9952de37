# The encoding unicode_escape: text as string literals have it, and what is wrong with bad escapes.


def try_(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for s in ['', 'abc', 'a\tb\n\r\\', '\x00\x1f\x7f\x80\xff', 'é€🙂', '\ud800', "'\"", '\x07\x08\x0b\x0c']:
    try_(lambda: s.encode('unicode_escape'))
    try_(lambda: s.encode('unicode-escape').decode('unicode_escape') == s)

for b in [b'a\\n\\t\\x41', b'\\', b'a\\x', b'\\x4', b'\\x4g', b'\\u12', b'\\u1234x', b'\\U0001f642', b'\\U00110000',
          b'\\U0011', b'\\101\\7', b'\\\nx', b'\xe9\\xe9', b"\\'\\\"\\\\\\a\\b\\f\\v\\r", b'\\N', b'\\N{',
          b'\\N{}', b'\\N{X', b'\\N{NOPE}', b'\\ud83d\\ude42']:
    for errors in 'strict', 'replace', 'ignore', 'backslashreplace':
        try_(lambda: b.decode('unicode_escape', errors))
