"""The three ways to make a request: Coro's http, aiohttp's sessions, and
urllib's blocking urlopen."""
import asyncio
import collections.abc
import io
import sys
import types
import urllib
import urllib.error
import urllib.parse
from asyncio import events

from . import network, report, strands


class Exchange(collections.abc.Coroutine):
    """A request under way: a coroutine and an async context manager."""

    __name__ = __qualname__ = 'request'

    def __init__(self, coroutine):
        self._coroutine = coroutine

    def send(self, value):
        return self._coroutine.send(value)

    def throw(self, *error):
        return self._coroutine.throw(*error)

    def close(self):
        return self._coroutine.close()

    def __await__(self):
        return self._coroutine.__await__()

    async def __aenter__(self):
        self._response = await self._coroutine
        return self._response

    async def __aexit__(self, *_):
        self._response.close()


class Verbs:
    """get, post, … in terms of request(method, url)."""

    def get(self, url, **options):
        return self.request('GET', url, **options)

    def post(self, url, **options):
        return self.request('POST', url, **options)

    def put(self, url, **options):
        return self.request('PUT', url, **options)

    def patch(self, url, **options):
        return self.request('PATCH', url, **options)

    def delete(self, url, **options):
        return self.request('DELETE', url, **options)

    def head(self, url, **options):
        return self.request('HEAD', url, **options)


class Http(Verbs):
    """Coro's own client."""

    def __call__(self, url, *, method='GET', **options):
        return self.request(method, url, **options)

    def request(self, method, url, **options):
        return Exchange(network.fetch(method, url, **options))


def _aiohttp_request(method, url, *, raise_for_status=False, **options):
    async def exchange():
        try:
            response = await network.fetch(method, url, **options)
        except ConnectionError as error:
            raise network.ClientConnectorError(str(error)) from error
        if raise_for_status:
            response.raise_for_status()
        return response
    return Exchange(exchange())


class ClientTimeout:
    def __init__(self, total=None, **_):
        self.total = total


class ClientSession(Verbs):
    def __init__(self, base_url='', *, headers=None, timeout=None,
                 raise_for_status=False):
        self._base, self._headers = base_url, headers or {}
        self._defaults = {'timeout': timeout, 'raise_for_status': raise_for_status}
        self.closed = False

    def request(self, method, url, headers=None, **options):
        return _aiohttp_request(method, urllib.parse.urljoin(self._base, url),
                                headers={**self._headers, **(headers or {})},
                                **self._defaults | options)

    async def close(self):
        self.closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        await self.close()


def _block_on(coroutine):
    """Run a request while its caller blocks: in a strand the loop goes on; in
    the loop's own thread only a loop for this request runs."""
    strand = strands.Strand.current()
    if strand:
        task = strand.loop.create_task(coroutine, name='urlopen')
        report.own.append(task)
        strand.wait_for(task)
        return task.result()
    outer = events._get_running_loop()
    events._set_running_loop(None)
    loop = asyncio.get_event_loop_policy().new_event_loop()
    try:
        task = loop.create_task(coroutine, name='urlopen')
        report.own.append(task)
        return loop.run_until_complete(task)
    finally:
        loop.close()
        events._set_running_loop(outer)


class UrlRequest:
    def __init__(self, url, data=None, headers=None, method=None):
        self.full_url, self.data = url, data
        self.headers, self.method = dict(headers or {}), method


class UrlResponse(io.BytesIO):
    def __init__(self, response):
        super().__init__(response._body)
        self.status = self.code = response.status
        self.headers, self.url, self.reason = response.headers, response.url, response.reason

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


def urlopen(url, data=None, timeout=None):
    request = url if isinstance(url, UrlRequest) else UrlRequest(url)
    data = data or request.data
    method = request.method or ('POST' if data else 'GET')
    try:
        response = _block_on(network.fetch(method, request.full_url, data=data,
                                           headers=request.headers, timeout=timeout))
    except ConnectionError as error:
        raise urllib.error.URLError(error) from None
    answer = UrlResponse(response)
    if response.ok:
        return answer
    raise urllib.error.HTTPError(request.full_url, response.status, response.reason,
                                 response.headers, answer)


def install():
    """Make `import aiohttp` and `import urllib.request` find the stand-ins."""
    aiohttp = types.ModuleType('aiohttp')
    aiohttp.ClientSession, aiohttp.ClientTimeout = ClientSession, ClientTimeout
    aiohttp.request, aiohttp.ClientResponse = _aiohttp_request, network.Response
    for error in (network.ClientError, network.ClientConnectionError,
                  network.ClientOSError, network.ClientConnectorError,
                  network.ClientResponseError):
        setattr(aiohttp, error.__name__, error)
    sys.modules['aiohttp'] = aiohttp
    request = types.ModuleType('urllib.request')
    request.urlopen, request.Request = urlopen, UrlRequest
    sys.modules['urllib.request'] = urllib.request = request
