# The parts of URLs are named tuples; hosts that cannot be are refused.
import copy
from urllib.parse import urldefrag, urljoin, urlparse, urlsplit


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for split in (urlsplit, urlparse, urldefrag):
    parts = split("http://u:p@h.com:80/p;x?q=1#f")
    cls = type(parts)
    print(parts, cls._fields, cls._field_defaults, isinstance(parts, tuple))
    for changes in ({"zork": 1}, {"zork": 1, "b": 2}, {"fragment": "z"}):
        attempt(lambda: parts._replace(**changes))
        attempt(lambda: copy.replace(parts, **changes))
    attempt(lambda: cls._make(parts))
    attempt(lambda: cls._make([1]))
    attempt(lambda: cls(*range(9)))
    attempt(lambda: cls())
    attempt(lambda: parts._asdict())
    attempt(lambda: parts.geturl())
    print(copy.copy(parts) == parts, type(copy.copy(parts)).__name__, parts.fragment, parts[0])
match urlsplit("https://h:8080/a?b#c"):
    case (scheme, netloc, path, query, fragment):
        print(scheme, netloc, path, query, fragment)

HOSTS = ("[zz]", "[::1]", "[::1", "::1]", "[v1.a]", "[v1]", "[vz.a]:80", "[v1.]", "[1.2.3.4]", "x[::1]", "[::1]x",
         "[::1]:80", "u@[::1]:80", "[fe80::1%25eth0]", "[fe80::1%eth0]", "[]", "[1:2:3:4:5:6:7:8]",
         "[1:2:3:4:5:6:7:8:9]", "[::ffff:1.2.3.4]", "[12345::]", "[::1::2]", "[::g]", "a]b", "]a[", "u[:p]@h", "[:1]", "[1:]",
         "ex\u2100mple.com", "ex\uff0fample.com", "\u212a.com", "a\u2048b", "us\uff1aer@h", "h\uff03", "caf\u00e9.com",
         "\uff41.com", "a\uff20b", "a@b\uff1a80", "\u2488com", "\u0661")
for host in HOSTS:
    attempt(lambda: urlsplit(f"http://{host}/p").netloc)
    attempt(lambda: urlparse(f"//{host}").hostname)
print(urlsplit("[::1]/p"), urlsplit("http://h/\u2100[").path, urljoin("http://[::1]/a/b", "c"))
for port in ("99999", "x", "-1", "", " 80", "\u0661", "080"):
    attempt(lambda: urlsplit(f"http://h:{port}/").port)
