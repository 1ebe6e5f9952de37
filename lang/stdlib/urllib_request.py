# urllib.request: urlopen, which blocks. The request itself is in urllib.go.

import io as _io
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urlparse, urlsplit


class Request:
    """What is asked of a server."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.data = data
        self.headers = {}
        self.unredirected_hdrs = {}
        for name, value in headers.items():
            self.add_header(name, value)
        self.method = method

    @property
    def type(self):
        return urlsplit(self.full_url).scheme

    @property
    def host(self):
        return urlsplit(self.full_url).netloc

    @property
    def selector(self):
        parts = urlsplit(self.full_url)
        return (parts.path or "/") + ("?" + parts.query if parts.query else "")

    def get_method(self):
        return getattr(self, "method", None) or ("GET" if self.data is None else "POST")

    def get_full_url(self):
        return self.full_url

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, header_name):
        return header_name in self.headers or header_name in self.unredirected_hdrs

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, self.unredirected_hdrs.get(header_name, default))

    def remove_header(self, header_name):
        self.headers.pop(header_name, None)
        self.unredirected_hdrs.pop(header_name, None)

    def header_items(self):
        return list({**self.unredirected_hdrs, **self.headers}.items())


class _Response(_io.BytesIO):
    """A server's answer, to be read like a file."""

    def __init__(self, response, body):
        super().__init__(body)
        self.status = self.code = response.status
        self.reason = self.msg = response.reason
        self.headers = response.headers
        self.url = response.url

    def getheader(self, name, default=None):
        return self.headers.get(name, default)

    def getheaders(self):
        return list(self.headers.items())

    def getcode(self):
        return self.status

    def geturl(self):
        return self.url

    def info(self):
        return self.headers


def urlopen(url, data=None, timeout=None, *, context=None):
    """Make a request and wait for its answer."""
    request = url if isinstance(url, Request) else Request(url)
    if data is None:
        data = request.data
    if isinstance(data, str):
        raise TypeError(
            "POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str."
        )
    method = getattr(request, "method", None) or ("GET" if data is None else "POST")
    headers = dict(request.header_items())
    if data is not None and "Content-type" not in headers:
        headers["Content-type"] = "application/x-www-form-urlencoded"
    try:
        response = _fetch(method, request.full_url, headers, data, timeout)
    except ConnectionError as error:
        raise URLError(error) from None
    coroutine = response.read()
    try:
        coroutine.send(None)
    except StopIteration as stop:
        body = stop.value
    answer = _Response(response, body)
    if response.ok:
        return answer
    raise HTTPError(request.full_url, response.status, response.reason, response.headers, answer)
