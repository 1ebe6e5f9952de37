# urllib.error: what urlopen raises.


class URLError(OSError):
    """A server that could not be reached."""

    def __init__(self, reason, filename=None):
        self.args = (reason,)
        self.reason = reason
        if filename is not None:
            self.filename = filename

    def __str__(self):
        return f"<urlopen error {self.reason}>"


class HTTPError(URLError):
    """An answer with an error status; it can be read like a response."""

    def __init__(self, url, code, msg, hdrs, fp):
        self.args = ()
        self.filename = self.url = url
        self.code = self.status = code
        self.msg = msg
        self.hdrs = self.headers = hdrs
        self.fp = fp

    def __str__(self):
        return f"HTTP Error {self.code}: {self.msg}"

    def __repr__(self):
        return f"<HTTPError {self.code}: {self.msg!r}>"

    @property
    def reason(self):
        return self.msg

    def read(self, *size):
        return self.fp.read(*size)

    def readline(self, *size):
        return self.fp.readline(*size)

    def getcode(self):
        return self.code

    def geturl(self):
        return self.url

    def info(self):
        return self.headers

    def close(self):
        self.fp.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class ContentTooShortError(URLError):
    """An answer that ended early."""

    def __init__(self, message, content):
        URLError.__init__(self, message)
        self.content = content
