# The module secrets: random tokens, drawn from the run's generator as everything
# random is.

import os as _os
from random import SystemRandom

DEFAULT_ENTROPY = 32

_random = SystemRandom()
choice = _random.choice
randbits = _random.getrandbits


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    return _random.randrange(exclusive_upper_bound)


def token_bytes(nbytes=None):
    return _os.urandom(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def token_urlsafe(nbytes=None):
    # Base64 for addresses: six bits a letter, without padding.
    data = token_bytes(nbytes)
    letters = -(-len(data) * 8 // 6)
    bits = int.from_bytes(data) << letters * 6 - len(data) * 8
    return "".join(_LETTERS[bits >> 6 * place & 63] for place in reversed(range(letters)))


def compare_digest(a, b):
    for x in (a, b):
        if isinstance(x, str) and not x.isascii():
            raise TypeError("comparing strings with non-ASCII characters is not supported")
    if isinstance(a, (str, bytes)) != isinstance(b, (str, bytes)) or not isinstance(a, (str, bytes)):
        raise TypeError(f"unsupported operand types(s) or combination of types: {type(a).__name__!r} and {type(b).__name__!r}")
    if isinstance(a, str) != isinstance(b, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return a == b
