"""The simulated network: routes, and requests that are answered by them."""
import asyncio
import http
import inspect
import json as json_
import re
import time
import urllib.parse

from . import clock, report

_routes = {}            # (method or None, scheme://host/path) -> handler


class Headers(dict):
    """A mapping blind to case, which shows the first spelling of each name."""

    def __init__(self, items=()):
        super().__init__()
        self._spelling = {}
        for name, value in dict(items or {}).items():
            self[name] = value

    def _spelled(self, name):
        return self._spelling.get(name.lower(), name)

    def __setitem__(self, name, value):
        super().__setitem__(self._spelling.setdefault(name.lower(), name), value)

    def __getitem__(self, name):
        return super().__getitem__(self._spelled(name))

    def __delitem__(self, name):
        super().__delitem__(self._spelled(name))
        del self._spelling[name.lower()]

    def __contains__(self, name):
        return name.lower() in self._spelling

    def get(self, name, default=None):
        return self[name] if name in self else default

    def setdefault(self, name, default=None):
        if name not in self:
            self[name] = default
        return self[name]


def address(url):
    """What routes go by: scheme://host/path, host in small letters, the
    default port and the query dropped."""
    parts = urllib.parse.urlsplit(url.partition('#')[0])
    if '://' not in url:
        raise ValueError(f'not an absolute URL: {url!r}')
    default = {'http': ':80', 'https': ':443'}.get(parts.scheme, '\0')
    host = parts.netloc.lower().removesuffix(default)
    return f'{parts.scheme}://{host}{parts.path or "/"}'


def path_of(url):
    return '/' + address(url).split('://')[1].partition('/')[2]


class Request:
    """What a handler is given."""

    def __init__(self, method, url, headers, body):
        self.method, self.url, self.path = method, url, path_of(url)
        query = urllib.parse.urlsplit(url).query
        self.query = dict(urllib.parse.parse_qsl(query, keep_blank_values=True))
        self.params, self.headers, self._body = {}, Headers(headers), body

    async def text(self):
        return self._body or ''

    async def json(self):
        return json_.loads(self._body)


class Response:
    """What a handler returns and a client gets."""

    def __init__(self, status=200, headers=None, json=None, text=None, content=None):
        self.status, self.headers = status, Headers(headers)
        self.url, self.elapsed = None, 0.0
        kind, self._body = 'text/plain', (text or '').encode()
        if content is not None:
            kind, self._body = 'application/octet-stream', content
        if json is not None:
            kind, self._body = 'application/json', json_.dumps(json).encode()
        self.headers.setdefault('Content-Type', kind)

    @property
    def ok(self):
        return self.status < 400

    @property
    def reason(self):
        known = self.status in http.HTTPStatus
        return http.HTTPStatus(self.status).phrase if known else ''

    async def text(self, *_, **options):
        return self._body.decode()

    async def json(self, *_, **options):
        return json_.loads(self._body)

    async def read(self):
        return self._body

    def raise_for_status(self):
        if not self.ok:
            raise ClientResponseError(self.status, self.reason, self)

    def close(self):
        pass

    release = close

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        self.close()


class ClientError(Exception):
    pass


class ClientConnectionError(ClientError):
    pass


class ClientOSError(ClientConnectionError, OSError):
    pass


class ClientConnectorError(ClientOSError, ConnectionError):
    pass


class ClientResponseError(ClientError):
    def __init__(self, status, message, response=None):
        super().__init__(f'{status} {message}')
        self.status, self.message, self.response = status, message, response


def route(pattern):
    """Declare the service of "URL" or "METHOD URL"."""
    method, _, url = pattern.rpartition(' ')
    key = address(url)
    path = path_of(url)
    plain_host = '{' not in key[:-len(path)]
    names = all(re.fullmatch(r'\w+(\.\.\.)?', n) for n in re.findall(r'\{(.*?)\}', path))
    if not plain_host or not names or (method and not method.isalpha()):
        raise ValueError(f'not a route: {pattern!r}')

    def declare(handler):
        _routes[method.upper() or None, key] = handler
        return handler
    return declare


def _match(pattern, key):
    """The parameters by which pattern stands for key, or None."""
    regexp = ''
    for part in re.split(r'(\{\w+(?:\.\.\.)?\})', pattern):
        if part.endswith('...}'):
            regexp += f'(?P<{part[1:-4]}>.*)'
        elif part.startswith('{'):
            regexp += f'(?P<{part[1:-1]}>[^/]*)'
        else:
            regexp += re.escape(part)
    match = re.fullmatch(regexp, key)
    return match and {n: urllib.parse.unquote_plus(v)
                      for n, v in match.groupdict().items()}


def _find(method, key):
    """The handler and its parameters: a literal path before a pattern, a route
    with a method before one without, a later one before an earlier."""
    for wanted in (method, None):
        if handler := _routes.get((wanted, key)):
            return handler, {}
    for wanted in (method, None):
        for (declared, pattern), handler in reversed(_routes.items()):
            if declared == wanted and '{' in pattern:
                params = _match(pattern, key)
                if params is not None:
                    return handler, params
    raise ConnectionError(f'cannot connect to {key}')


async def _answer(request):
    """The response of the route's handler, whatever it returned or raised."""
    key = address(request.url)
    handler, request.params = _find(request.method, key)
    try:
        result = handler(request)
        if inspect.isawaitable(result):
            result = await result
        match result:
            case Response():
                reply = result
            case None:
                reply = Response(204)
            case str():
                reply = Response(text=result)
            case dict() | list():
                reply = Response(json=result)
            case _:
                raise TypeError('a route returns a dict, list, str, None or Response, '
                                f'not {type(result).__name__}')
    except ConnectionError:
        raise
    except Exception as error:
        report.say(f'{request.method} {key} failed:\n{report.traceback_of(error)}')
        reply = Response(500, text=f'{type(error).__name__}: {error}')
    reply = Response(reply.status, reply.headers, content=reply._body)
    date = time.strftime('%a, %d %b %Y %H:%M:%S GMT', time.gmtime(clock.wall()))
    reply.headers.setdefault('Date', date)
    reply.url = request.url
    return reply


async def _serve(request, reply):
    """The service's task; to resolve reply is its last act."""
    try:
        answer = await _answer(request)
    except ConnectionError as error:
        if not reply.done():
            reply.set_exception(error)
    except asyncio.CancelledError:
        reply.cancel()
        raise
    else:
        if not reply.done():
            reply.set_result(answer)


async def fetch(method, url, headers=None, json=None, data=None, params=None,
                timeout=None):
    """One request: a service task answers, the client waits for its future."""
    if params:
        url += ('&' if '?' in url else '?') + urllib.parse.urlencode(params)
    kind, body = None, data
    if json is not None:
        kind, body = 'application/json', json_.dumps(json)
    elif isinstance(data, dict):
        kind, body = 'application/x-www-form-urlencoded', urllib.parse.urlencode(data)
    elif isinstance(data, bytes):
        body = data.decode()
    if kind:
        headers = {'Content-Type': kind} | dict(headers or {})
    request = Request(method.upper(), url, headers, body)
    loop = asyncio.get_running_loop()
    began, reply = clock.now, loop.create_future()
    name = f'{request.method} {address(url)}'
    service = loop.create_task(_serve(request, reply), name=name)
    report.own += service, reply
    limit = getattr(timeout, 'total', timeout)
    try:
        if limit is None:
            response = await reply
        else:
            async with asyncio.timeout(limit):
                response = await reply
        response.elapsed = clock.now - began
        return response
    finally:
        if not service.done():
            service.cancel()            # the client hung up
