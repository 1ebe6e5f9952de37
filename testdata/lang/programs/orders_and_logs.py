"""Order processing with dataclasses, enums, logging and json."""
from __future__ import annotations

import json
import logging
import sys
from collections import defaultdict, Counter, OrderedDict, namedtuple, ChainMap, deque
from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass, KW_ONLY, InitVar, make_dataclass
from datetime import datetime, date, timedelta, timezone
from enum import Enum, IntEnum, Flag, auto, unique, StrEnum
from functools import total_ordering, lru_cache, singledispatch, cached_property, reduce, partial
from typing import ClassVar, Optional, Any, Iterator, NamedTuple

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(levelname)-8s %(name)s:%(lineno)d %(funcName)s %(message)s")
log = logging.getLogger("orders")


class Status(StrEnum):
    NEW = auto()
    PAID = auto()
    SHIPPED = auto()

    @property
    def final(self) -> bool:
        return self is Status.SHIPPED

    @classmethod
    def _missing_(cls, value):
        for m in cls:
            if m.value == str(value).lower():
                return m
        return None


class Prio(IntEnum):
    LOW = 1
    HIGH = 10


@dataclass(order=True, slots=True)
class Line:
    sku: str
    qty: int = 1
    price: float = field(default=0.0, compare=False, repr=False, metadata={"unit": "EUR"})

    def __post_init__(self):
        if self.qty <= 0:
            raise ValueError(f"bad qty {self.qty!r}")

    @property
    def total(self) -> float:
        return round(self.qty * self.price, 2)


@dataclass(frozen=True)
class Address:
    street: str
    zip: str = "00000"
    _: KW_ONLY
    country: str = "NL"


@dataclass
class Order:
    id: int
    lines: list[Line] = field(default_factory=list)
    status: Status = Status.NEW
    created: datetime = datetime(2024, 2, 29, 12, 30, tzinfo=timezone.utc)
    address: Address | None = None
    tags: set[str] = field(default_factory=set)
    discount: InitVar[float] = 0.0
    count: ClassVar[int] = 0

    def __post_init__(self, discount):
        type(self).count += 1
        self.factor = 1 - discount

    @cached_property
    def total(self):
        log.debug("computing %d", self.id)
        return sum(l.total for l in self.lines) * self.factor

    def advance(self):
        order = list(Status)
        i = order.index(self.status)
        if self.status.final:
            raise RuntimeError("cannot advance %s" % self.status)
        self.status = order[i + 1]
        log.info("order %s -> %s", self.id, self.status)
        return self


@singledispatch
def encode(o):
    raise TypeError(f"not serializable: {type(o).__name__}")


@encode.register
def _(o: datetime):
    return o.isoformat()


@encode.register(set)
def _(o):
    return sorted(o)


@encode.register
def _(o: timedelta):
    return o.total_seconds()


orders = [Order(1, [Line("a", 2, 9.99), Line("b", 1, 5)], address=Address("Main", country="DE")), Order(2, [Line("c", 3, 1.25)], discount=0.1, tags={"x"})]
for o in orders:
    print(o, o.total, o.total)
print(json.dumps([asdict(o) for o in orders], default=encode, indent=1))
print(astuple(orders[0].lines[0]), replace(orders[0].lines[0], qty=7), Line("a") < Line("b"), Line("a") == Line("a", 1, 3.0))
print([f.name for f in fields(Order)], is_dataclass(Order), Order.count, fields(Line)[2].metadata["unit"])
for bad in (lambda: Line("z", 0), lambda: Address("q").__setattr__("zip", 1), lambda: Line(), lambda: Address("a", "b", "c"), lambda: Line("a").foo, lambda: setattr(Line("a"), "foo", 1), lambda: json.dumps({"a": object()}, default=encode), lambda: Status("nope"), lambda: Order(1).advance().advance().advance()):
    try:
        print(bad())
    except Exception as e:
        log.error("%s: %s", type(e).__name__, e)
print(Status("PAID"), Status.PAID == "paid", f"{Status.NEW:>6}|", Prio.HIGH > 5, Prio(1), repr(Prio.LOW), Prio.HIGH + 1)
Point = make_dataclass("Point", [("x", int), ("y", int, 5)], namespace={"norm": lambda self: (self.x**2 + self.y**2) ** 0.5})
print(Point(3, 4).norm(), Point(1))
print(hash(Address("a")) == hash(Address("a")), {Address("a"): 1}[Address("a")])
try:
    hash(Order(1))
except TypeError as e:
    print(e)
delta = datetime(2024, 3, 1, tzinfo=timezone.utc) - orders[0].created
print(delta, repr(delta), delta / 2, delta.days, delta.seconds, encode(delta), date(2024, 2, 29).replace(year=2023, day=28), (date(2024, 12, 31) - date(2024, 1, 1)).days)
print(datetime.strptime("2024-03-10 14:05", "%Y-%m-%d %H:%M").strftime("%A %d %B %Y %I:%M %p %j %U"), date.fromisoformat("2024-02-29").isocalendar(), timedelta(hours=25, minutes=-3), datetime.fromisoformat("2024-01-01T10:00:00+02:00").astimezone(timezone.utc))
