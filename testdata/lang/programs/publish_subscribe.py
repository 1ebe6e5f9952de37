"""Publish and subscribe with topic patterns, backpressure policies and weak subscriptions."""
import asyncio
import contextlib
import types
import json
import re
import weakref
from abc import ABC, abstractmethod
from collections import OrderedDict, ChainMap
from dataclasses import asdict, dataclass, field, replace, KW_ONLY
from datetime import datetime, timedelta, timezone
from enum import Enum, auto
from types import MappingProxyType, SimpleNamespace
from typing import Any, AsyncIterator, ClassVar, Self


def translate(p):
    body = "".join({"*": ".*", "?": "."}.get(c, c if c in "[]!" else re.escape(c)) for c in p)
    return f"(?s:{body})\\Z"


fnmatch = types.SimpleNamespace(
    translate=translate,
    fnmatchcase=lambda s, p: re.match(translate(p), s) is not None,
    filter=lambda names, p: [n for n in names if re.match(translate(p), n)],
)


class Overflow(Enum):
    BLOCK = auto()
    DROP_OLDEST = auto()
    DROP_NEWEST = auto()
    RAISE = auto()

    @property
    def lossy(self):
        return self.name.startswith("DROP")


@dataclass(frozen=True, slots=True)
class Message:
    topic: str
    payload: Any
    _: KW_ONLY
    at: datetime = field(compare=False)
    headers: MappingProxyType = field(default=MappingProxyType({}), hash=False)
    retain: bool = False

    EPOCH: ClassVar[datetime] = datetime(2024, 2, 28, 23, 59, 30, tzinfo=timezone.utc)

    def with_header(self, **kw) -> Self:
        return replace(self, headers=MappingProxyType({**self.headers, **kw}))

    def to_json(self) -> str:
        return json.dumps({"topic": self.topic, "payload": self.payload, "at": self.at, "headers": dict(self.headers)},
                          default=lambda o: o.isoformat() if isinstance(o, datetime) else repr(o), sort_keys=True)


class Sink(ABC):
    count: int = 0

    @abstractmethod
    async def deliver(self, message: Message) -> None:
        raise NotImplementedError

    @property
    @abstractmethod
    def closed(self) -> bool: ...

    def __init_subclass__(cls, /, kind="plain", **kwargs):
        super().__init_subclass__(**kwargs)
        cls.kind = kind


class QueueSink(Sink, kind="queue"):
    def __init__(self, maxsize, overflow):
        self.queue = asyncio.Queue(maxsize)
        self.overflow = overflow
        self.dropped = 0
        self._closed = False

    @property
    def closed(self):
        return self._closed

    async def deliver(self, message):
        self.count += 1
        match self.overflow, self.queue.full():
            case _, False:
                self.queue.put_nowait(message)
            case Overflow.BLOCK, True:
                await self.queue.put(message)
            case Overflow.DROP_OLDEST, True:
                self.queue.get_nowait()
                self.queue.put_nowait(message)
                self.dropped += 1
            case Overflow.DROP_NEWEST, True:
                self.dropped += 1
            case Overflow() as policy, True:
                raise asyncio.QueueFull(f"{policy.name.lower()}: {message.topic}")

    async def close(self):
        self._closed = True
        await self.queue.put(None)

    async def __aiter__(self) -> AsyncIterator[Message]:
        while (m := await self.queue.get()) is not None:
            yield m


class Broker:
    def __init__(self):
        self._subs: OrderedDict[str, list[Sink]] = OrderedDict()
        self._retained: dict[str, Message] = {}
        self._loop = asyncio.get_running_loop()

    def _now(self):
        return Message.EPOCH + timedelta(seconds=self._loop.time())

    @contextlib.asynccontextmanager
    async def subscribe(self, pattern, *, maxsize=2, overflow=Overflow.BLOCK):
        sink = QueueSink(maxsize, overflow)
        self._subs.setdefault(pattern, []).append(sink)
        for topic in fnmatch.filter(self._retained, pattern):
            await sink.deliver(self._retained[topic].with_header(retained=True))
        try:
            yield sink
        finally:
            self._subs[pattern].remove(sink)
            if not self._subs[pattern]:
                del self._subs[pattern]

    async def publish(self, topic, payload, **kw):
        m = Message(topic, payload, at=self._now(), **kw)
        if m.retain:
            self._retained[topic] = m
        sinks = [s for p, ss in self._subs.items() if fnmatch.fnmatchcase(topic, p) for s in ss if not s.closed]
        results = await asyncio.gather(*(s.deliver(m) for s in sinks), return_exceptions=True)
        errors = [r for r in results if isinstance(r, Exception)]
        if errors:
            raise ExceptionGroup(f"{len(errors)} of {len(sinks)} sinks failed", errors)
        return len(sinks)


async def consume(name, broker, pattern, ready, *, pause=0.0, **kw):
    seen = []
    async with broker.subscribe(pattern, **kw) as sink:
        ready.set()
        async for m in sink:
            seen.append(m.payload)
            print(f"  {name:>6} <- {m.topic:<14} {m.payload!s:<8} {m.at:%H:%M:%S.%f} {dict(m.headers)}")
            await asyncio.sleep(pause)
    return SimpleNamespace(name=name, seen=seen, dropped=sink.dropped, kind=sink.kind)


async def main():
    broker = Broker()
    await broker.publish("config/size", 10, retain=True)
    tasks, gates = [], []
    for name, pattern, kw in [
        ("all", "*", {}), ("temp", "sensor/*/temp", dict(overflow=Overflow.DROP_OLDEST, pause=0.5)),
        ("conf", "config/*", dict(overflow=Overflow.RAISE, maxsize=1, pause=1)),
        ("set", "sensor/[ab]/*", dict(overflow=Overflow.DROP_NEWEST, maxsize=1, pause=0.35)),
    ]:
        gate = asyncio.Event()
        tasks.append(asyncio.create_task(consume(name, broker, pattern, gate, **kw), name=name))
        gates.append(gate.wait())
    await asyncio.gather(*gates)
    await asyncio.sleep(0.01)
    for i in range(6):
        topic = ["sensor/a/temp", "sensor/b/hum", "sensor/c/temp"][i % 3]
        n = await broker.publish(topic, {"v": i} if i % 2 else i)
        print(f"{topic} reached {n}")
        await asyncio.sleep(0.1)
    try:
        for i in range(3):
            await broker.publish("config/size", 11 + i, retain=True)
    except* asyncio.QueueFull as eg:
        print(eg, eg.exceptions)
    for subs in list(broker._subs.values()):
        for s in subs:
            await s.close()
    for r in await asyncio.gather(*tasks):
        print(r)
    m = broker._retained["config/size"].with_header(ttl=3, source=b"x")
    print(m.to_json())
    print(m == replace(m, at=Message.EPOCH), asdict(replace(m, headers={}))["at"].isoformat(timespec="milliseconds"))
    for bad in (lambda: Sink(), lambda: Message("a", 1), lambda: setattr(m, "topic", "b"), lambda: m.headers.__setitem__(1, 2),
                lambda: setattr(m, "other", "b")):
        try:
            bad()
        except (TypeError, AttributeError) as e:
            print(type(e).__name__, e)
    print(re.sub(r"\(\?s:|\)\\Z", "|", fnmatch.translate("a/*[!x]?.py")), broker._subs)

asyncio.run(main())
