# aiohttp's sessions. Requests, responses and errors are in Go: aiohttp.go,
# aiohttp_errors.go, http_*.go.

from urllib.parse import urljoin as _urljoin

__version__ = "3.11.0"


class ClientTimeout:
    """How long a request may take; only the total counts."""

    def __init__(self, total=None, connect=None, sock_read=None, sock_connect=None, ceil_threshold=5):
        self.total = total
        self.connect = connect
        self.sock_read = sock_read
        self.sock_connect = sock_connect
        self.ceil_threshold = ceil_threshold

    def __repr__(self):
        return (
            f"ClientTimeout(total={self.total!r}, connect={self.connect!r}, sock_read={self.sock_read!r}, "
            f"sock_connect={self.sock_connect!r}, ceil_threshold={self.ceil_threshold!r})"
        )

    def __eq__(self, other):
        return isinstance(other, ClientTimeout) and vars(self) == vars(other)


class BasicAuth:
    """A login and a password."""

    def __init__(self, login, password="", encoding="latin1"):
        self.login = login
        self.password = password
        self.encoding = encoding

    def encode(self):
        return "Basic " + _base64(f"{self.login}:{self.password}".encode(self.encoding))


class BaseConnector:
    """The connections of a session; here they have no limits."""

    def __init__(self, **options):
        self.limit = options.get("limit", 100)
        self.limit_per_host = options.get("limit_per_host", 0)
        self.closed = False

    async def close(self):
        self.closed = True


class TCPConnector(BaseConnector):
    pass


class FormData:
    """The fields of a form."""

    def __init__(self, fields=()):
        self._fields = list(fields.items() if isinstance(fields, dict) else fields)

    def add_field(self, name, value, **_):
        self._fields.append((name, value))

    def add_fields(self, *fields):
        self._fields.extend(fields)


class _Requests:
    """get, post and the like in terms of request."""

    def get(self, url, **options):
        return self.request("GET", url, **options)

    def post(self, url, **options):
        return self.request("POST", url, **options)

    def put(self, url, **options):
        return self.request("PUT", url, **options)

    def patch(self, url, **options):
        return self.request("PATCH", url, **options)

    def delete(self, url, **options):
        return self.request("DELETE", url, **options)

    def head(self, url, **options):
        return self.request("HEAD", url, **options)

    def options(self, url, **options):
        return self.request("OPTIONS", url, **options)


class ClientSession(_Requests):
    """Requests that have headers, a timeout or the like in common."""

    def __init__(
        self,
        base_url=None,
        *,
        headers=None,
        timeout=None,
        raise_for_status=False,
        auth=None,
        connector=None,
        cookies=None,
        json_serialize=None,
        trust_env=False,
    ):
        self._base_url = base_url
        self.headers = dict(headers or {})
        self.timeout = timeout
        self._raise_for_status = raise_for_status
        self.auth = auth
        self.connector = connector
        self.closed = False

    def request(self, method, url, *, headers=None, timeout=None, raise_for_status=None, auth=None, **options):
        if self.closed:
            raise RuntimeError("Session is closed")
        if self._base_url:
            url = _urljoin(str(self._base_url), str(url))
        return request(
            method,
            url,
            headers={**self.headers, **(headers or {})},
            timeout=self.timeout if timeout is None else timeout,
            raise_for_status=self._raise_for_status if raise_for_status is None else raise_for_status,
            auth=auth or self.auth,
            **options,
        )

    async def close(self):
        self.closed = True

    def detach(self):
        self.closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        await self.close()


def request(
    method,
    url,
    *,
    params=None,
    data=None,
    json=None,
    headers=None,
    timeout=None,
    raise_for_status=False,
    auth=None,
    allow_redirects=True,
    ssl=True,
):
    """One request without a session."""
    if auth is not None:
        headers = {"Authorization": auth.encode(), **(headers or {})}
    if isinstance(data, FormData):
        data = data._fields
    return _exchange(method, str(url), headers, params, json, data, timeout, raise_for_status)
