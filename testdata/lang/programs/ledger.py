"""A bank ledger service: contextvars, events, idempotent commands, sagas with compensation, Template reports."""
import asyncio
import contextlib
import contextvars
import dataclasses
import functools
import itertools
import json
import logging
import operator
import re
import string
import sys
from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from enum import Enum, Flag, auto
from typing import AsyncIterator, Awaitable, Callable, Generic, Iterable, NamedTuple, Optional, Protocol, TypeVar

request: contextvars.ContextVar[dict] = contextvars.ContextVar("request")
log = logging.getLogger("ledger")


class Kind(Enum):
    DEPOSIT = "+"
    WITHDRAW = "-"
    HOLD = "~"

    @classmethod
    def of(cls, amount):
        return cls.DEPOSIT if amount >= 0 else cls.WITHDRAW

    def __format__(self, spec):
        return f"{self.name.lower():{spec}}"


class Rights(Flag):
    NONE = 0
    READ = auto()
    WRITE = auto()
    ADMIN = READ | WRITE | 4


class Denied(PermissionError):
    def __init__(self, user, needs):
        self.user, self.needs = user, needs
        super().__init__(f"{user} lacks {needs!r}")


class Insufficient(ArithmeticError):
    def __init__(self, account, short):
        super().__init__(account, short)
        self.account, self.short = account, short

    def __str__(self):
        return f"{self.account} is short of {self.short / 100:.2f}"


@dataclass(slots=True)
class Account:
    name: str
    balance: int = 0
    holds: dict = field(default_factory=dict)
    lock: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False, compare=False)

    @property
    def free(self):
        return self.balance - sum(self.holds.values())

    def apply(self, amount):
        if self.free + amount < 0:
            raise Insufficient(self.name, -(self.free + amount))
        self.balance += amount
        return self.balance


class Entry(NamedTuple):
    at: float
    kind: Kind
    account: str
    amount: int
    ref: str

    def __str__(self):
        return f"{self.at:>5.2f} {self.kind:<8} {self.account:<6}{self.amount / 100:>+9.2f} {self.ref}"


def needs(rights):
    def deco(fn):
        @functools.wraps(fn)
        async def wrapper(self, *args, **kw):
            who = request.get(None)
            if who is None:
                raise LookupError("no request") from None
            if rights & ~who["rights"]:
                raise Denied(who["user"], rights & ~who["rights"])
            return await fn(self, *args, **kw)
        wrapper.rights = rights; wrapper.__wrapped__.__doc__ = None
        return wrapper
    return deco


def idempotent(fn):
    results: dict[str, asyncio.Future] = {}

    @functools.wraps(fn)
    async def wrapper(self, *args, key=None, **kw):
        if key is None:
            return await fn(self, *args, **kw)
        if key in results:
            log.debug("replay %s", key)
            return await asyncio.shield(results[key])
        results[key] = asyncio.get_running_loop().create_future()
        try:
            value = await fn(self, *args, **kw)
        except Exception as e:
            results.pop(key).set_exception(e)
            raise
        results[key].set_result(value)
        return value
    wrapper.results = results
    return wrapper


class Saga(contextlib.AbstractAsyncContextManager):
    def __init__(self, name):
        self.name, self.undo = name, []

    async def step(self, do: Awaitable, undo: Callable[[], Awaitable] | None = None):
        result = await do
        if undo:
            self.undo.append(undo)
        return result

    async def __aexit__(self, kind, exc, tb):
        if exc is None:
            return None
        log.warning("saga %s fails with %s; %d to undo", self.name, kind.__name__, len(self.undo))
        errors = []
        for undo in reversed(self.undo):
            try:
                await undo()
            except Exception as e:
                errors.append(e)
        if errors:
            raise BaseExceptionGroup(f"saga {self.name}", [exc, *errors]) from exc
        return False


class Ledger:
    def __init__(self, *names):
        self.accounts = OrderedDict((n, Account(n)) for n in names)
        self.entries: deque[Entry] = deque(maxlen=100)
        self.refs = map("T{:04d}".format, itertools.count(1))

    def _note(self, account, amount, ref=None, kind=None):
        self.entries.append(Entry(asyncio.get_running_loop().time(), kind or Kind.of(amount), account, amount, ref or next(self.refs)))

    @needs(Rights.WRITE)
    async def post(self, name, amount, ref=None):
        acc = self.accounts[name]
        async with acc.lock:
            await asyncio.sleep(0.01)
            acc.apply(amount)
            self._note(name, amount, ref)
        return acc.balance

    @idempotent
    @needs(Rights.WRITE)
    async def transfer(self, src, dst, amount, *, fail=None):
        ref = next(self.refs)
        async with Saga(ref) as saga:
            await saga.step(self.post(src, -amount, ref), lambda: self.post(src, amount, ref + "/undo"))
            if fail:
                raise fail
            await saga.step(self.post(dst, amount, ref), lambda: self.post(dst, -amount, ref + "/undo"))
        return ref

    @needs(Rights.ADMIN)
    async def audit(self):
        per = defaultdict(Counter)
        for e in self.entries:
            per[e.account][e.kind] += e.amount
        return {k: {kk.name: v for kk, v in sorted(c.items(), key=lambda p: p[0].value)} for k, c in per.items()}


REPORT = string.Template("""\
$title
${line}
$rows
total: $$${total} (${n} entries)""")


@contextlib.contextmanager
def acting(user, rights):
    token = request.set({"user": user, "rights": rights})
    try:
        yield
    finally:
        request.reset(token)


async def main():
    logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(levelname)s:%(name)s: %(message)s")
    ledger = Ledger("cash", "ann", "bob")
    for attempt in (ledger.post("cash", 1), ledger.audit()):
        try: await attempt
        except LookupError as e: print(type(e).__name__, e, e.__suppress_context__)
    with acting("root", Rights.ADMIN):
        print(await asyncio.gather(ledger.post("cash", 100_00), ledger.post("ann", 5_00), ledger.post("cash", -1_50)))
        refs = await asyncio.gather(*(ledger.transfer("cash", who, 10_00, key="once" if i < 3 else None) for i, who in enumerate(["ann", "ann", "ann", "bob"])))
        print(refs, len(ledger.transfer.results))
        outcomes = await asyncio.gather(ledger.transfer("bob", "ann", 99_00), ledger.transfer("ann", "bob", 1_00, fail=TimeoutError("slow")), ledger.transfer("ann", "nobody", 2_00), ledger.transfer("ann", "bob", "x"), return_exceptions=True)
        for o in outcomes: print(f"  {type(o).__name__}: {o}")
        print(json.dumps(await ledger.audit()))
    with acting("guest", Rights.READ):
        for f in (ledger.audit, functools.partial(ledger.post, "ann", 1)):
            try: await f()
            except Denied as e: print(e, e.needs, e.args)
    print(REPORT.substitute(title="Ledger".center(30), line="=" * 30, rows="\n".join(map(str, ledger.entries)), total=f"{sum(map(operator.attrgetter('amount'), ledger.entries)) / 100:,.2f}", n=len(ledger.entries)))
    print([dataclasses.replace(a, lock=None) for a in ledger.accounts.values()], ledger.post.rights, repr(Rights.ADMIN), Rights.ADMIN.value, list(Rights.ADMIN), re.sub(r"(?P<k>\w+)=(?P<v>\w+)", lambda m: f"{m['v']}={m['k']}", "a=1 b=2"))
    try: REPORT.substitute(title=1)
    except KeyError as e: print("missing", e)

asyncio.run(main())
