# urllib.parse: URLs taken apart, put together and joined. quote, unquote and
# their kin are in urllib.go.

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs",
           "parse_qsl", "quote", "quote_plus", "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes",
           "DefragResult", "ParseResult", "SplitResult"]

_WITH_HOST = frozenset(
    "ftp http gopher nntp telnet imap wais file mms https shttp snews prospero rtsp rtsps "
    "rtspu rsync svn svn+ssh sftp nfs git git+ssh ws wss itms-services".split()
) | {""}
_RELATIVE = frozenset(
    "ftp http gopher nntp imap wais file https shttp mms prospero rtsp rtsps rtspu sftp svn svn+ssh ws wss".split()
) | {""}
_WITH_PARAMS = frozenset(
    "ftp hdl prospero http imap https shttp rtsp rtsps rtspu sip sips mms sftp tel".split()
) | {""}
_SCHEME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.")
_BEFORE = "".join(map(chr, range(33)))


class _Address:
    """What the netloc of a URL says."""

    __slots__ = ()

    def _login(self):
        user, at, _ = self.netloc.rpartition("@")
        name, colon, password = user.partition(":")
        return (name if at else None), (password if at and colon else None)

    def _host(self):
        host = self.netloc.rpartition("@")[2]
        before, bracket, inside = host.partition("[")
        if bracket:
            name, _, rest = inside.partition("]")
            port = rest.partition(":")[2]
        else:
            name, _, port = host.partition(":")
        return name, (port or None)

    @property
    def username(self):
        return self._login()[0]

    @property
    def password(self):
        return self._login()[1]

    @property
    def hostname(self):
        name, percent, zone = self._host()[0].partition("%")
        return name.lower() + percent + zone or None

    @property
    def port(self):
        text = self._host()[1]
        if text is None:
            return None
        if not (text.isdigit() and text.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {text!r}")
        port = int(text)
        if port > 65535:
            raise ValueError("Port out of range 0-65535")
        return port


class SplitResult(_namedtuple("SplitResult", "scheme netloc path query fragment"), _Address):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_namedtuple("ParseResult", "scheme netloc path params query fragment"), _Address):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResult(_namedtuple("DefragResult", "url fragment")):
    __slots__ = ()

    def geturl(self):
        return self.url + "#" + self.fragment if self.fragment else self.url


def _text(*values):
    for value in values:
        if not isinstance(value, str):
            raise TypeError(f"a URL must be a str here, not {type(value).__name__}")


def urlsplit(url, scheme="", allow_fragments=True):
    """The scheme, netloc, path, query and fragment of a URL."""
    _text(url, scheme)
    url = url.lstrip(_BEFORE)
    scheme = scheme.strip(_BEFORE)
    for blank in "\t\r\n":
        url = url.replace(blank, "")
        scheme = scheme.replace(blank, "")
    netloc = query = fragment = ""
    word, colon, rest = url.partition(":")
    if colon and word and word[0].isascii() and word[0].isalpha() and _SCHEME.issuperset(word):
        scheme, url = word.lower(), rest
    if url.startswith("//"):
        end = min((at for at in map(url[2:].find, "/?#") if at >= 0), default=len(url) - 2)
        netloc, url = url[2 : end + 2], url[end + 2 :]
        if "[" in netloc or "]" in netloc or not netloc.isascii():
            _check_netloc(netloc)
    if allow_fragments:
        url, _, fragment = url.partition("#")
    url, _, query = url.partition("?")
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme="", allow_fragments=True):
    """Like urlsplit, with the params of the last part of the path apart."""
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in _WITH_PARAMS and ";" in path:
        before, slash, last = path.rpartition("/")
        last, _, params = last.partition(";")
        path = before + slash + last
    return ParseResult(scheme, netloc, path, params, query, fragment)


def urlunsplit(components):
    """The URL of the five parts."""
    scheme, netloc, url, query, fragment = components
    _text(scheme, netloc, url, query, fragment)
    if netloc:
        url = "//" + netloc + ("/" if url and url[0] != "/" else "") + url
    elif url.startswith("//") or scheme and scheme in _WITH_HOST and (not url or url[0] == "/"):
        url = "//" + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url += "?" + query
    if fragment:
        url += "#" + fragment
    return url


def urlunparse(components):
    """The URL of the six parts."""
    scheme, netloc, path, params, query, fragment = components
    if params:
        path += ";" + params
    return urlunsplit((scheme, netloc, path, query, fragment))


def _merged(base, path):
    """path as seen from the path base, without dots (RFC 3986, 5.2.3 and 5.2.4)."""
    steps = path.split("/")
    if path[:1] != "/":
        before = base.split("/")
        if before[-1]:
            before.pop()
        steps = before + steps
        steps[1:-1] = filter(None, steps[1:-1])
    kept = []
    for step in steps:
        if step == "..":
            if kept:
                kept.pop()
        elif step != ".":
            kept.append(step)
    if steps[-1] in (".", ".."):
        kept.append("")
    return "/".join(kept) or "/"


def urljoin(base, url, allow_fragments=True):
    """The URL that a reference found on the page base means."""
    if not base:
        return url
    if not url:
        return base
    here = urlparse(base, "", allow_fragments)
    there = urlparse(url, here.scheme, allow_fragments)
    if there.scheme != here.scheme or there.scheme not in _RELATIVE:
        return url
    netloc = there.netloc
    if there.scheme in _WITH_HOST:
        if netloc:
            return urlunparse(there)
        netloc = here.netloc
    if not there.path and not there.params:
        return urlunparse(here._replace(netloc=netloc, query=there.query or here.query, fragment=there.fragment))
    return urlunparse(there._replace(netloc=netloc, path=_merged(here.path, there.path)))


def urldefrag(url):
    """The URL without its fragment, and that."""
    if "#" in url:
        parts = urlparse(url)
        return DefragResult(urlunparse(parts._replace(fragment="")), parts.fragment)
    return DefragResult(url, "")


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    """The pairs of a mapping or sequence as a query."""

    def quoted(part):
        if isinstance(part, bytes):
            return quote_via(part, safe)
        return quote_via(str(part), safe, encoding, errors)

    pairs = []
    for name, value in _pairs(query):
        several = doseq and not isinstance(value, (str, bytes)) and hasattr(type(value), "__len__")
        name = quoted(name)
        for each in value if several else (value,):
            pairs.append(name + "=" + quoted(each))
    return "&".join(pairs)


def _pairs(query):
    if hasattr(query, "items"):
        return query.items()
    try:
        if not len(query) or isinstance(query[0], tuple):
            return query
        raise TypeError
    except TypeError as error:
        raise TypeError("not a valid non-string sequence or mapping object") from error


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
              max_num_fields=None, separator="&"):
    """The names and values of a query, in pairs."""
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if isinstance(qs, bytes):
        pairs = parse_qsl(qs.decode(), keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator)
        return [(name.encode(), value.encode()) for name, value in pairs]
    if not qs:
        return []
    if not isinstance(qs, str):
        raise TypeError(f"memoryview: a bytes-like object is required, not '{type(qs).__name__}'")
    if isinstance(separator, bytes):
        separator = separator.decode("ascii")
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")
    pairs = []
    for field in qs.split(separator):
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition("=")
        if not equals and strict_parsing:
            raise ValueError(f"bad query field: {field!r}")
        if value or keep_blank_values:
            pairs.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    return pairs


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
             max_num_fields=None, separator="&"):
    """The values that each name of a query has."""
    values = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        values.setdefault(name, []).append(value)
    return values
