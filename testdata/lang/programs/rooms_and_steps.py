"""A chat room, a job DSL with decorators, a diffing config store, a tokenizer with generators, and text tables."""
import asyncio
import collections
import contextlib
import functools
import inspect
import itertools
import json
import re
import sys
from collections.abc import AsyncIterable, Hashable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypedDict, NotRequired


class Config(MutableMapping):
    """Nested settings by dotted keys, with history and watchers."""
    def __init__(self, data: Mapping | None = None, /, **kw):
        self._data, self._log, self._watch = {}, [], collections.defaultdict(list)
        self.update(data or {}, **kw)

    def __getitem__(self, key):
        node = self._data
        for part in key.split("."):
            try: node = node[part]
            except (KeyError, TypeError): raise KeyError(key) from None
        return node

    def __setitem__(self, key, value):
        *path, last = key.split(".")
        node = functools.reduce(lambda d, k: d.setdefault(k, {}), path, self._data)
        old = node.get(last, ...)
        node[last] = value
        self._log.append((key, old, value))
        for pattern, fns in self._watch.items():
            if re.fullmatch(pattern.replace(".", r"\.").replace("*", r"[^.]+"), key):
                for fn in fns: fn(key, old, value)

    def __delitem__(self, key):
        *path, last = key.split(".")
        del (self[".".join(path)] if path else self._data)[last]

    def __iter__(self):
        def walk(d, prefix=()):
            for k, v in d.items():
                if isinstance(v, dict) and v: yield from walk(v, (*prefix, k))
                else: yield ".".join((*prefix, k))
        return walk(self._data)

    def __len__(self): return sum(1 for _ in self)
    def __or__(self, other): return Config(dict(self) | dict(other))
    def __repr__(self): return f"{self.__class__.__name__}({json.dumps(self._data, default=repr)})"

    def watch(self, pattern):
        def add(fn):
            self._watch[pattern].append(fn); return fn
        return add


def diff(a: Mapping, b: Mapping):
    for k in sorted(a.keys() | b.keys()):
        match k in a, k in b:
            case True, False: yield "-", k, a[k]
            case False, True: yield "+", k, b[k]
            case _ if a[k] != b[k]: yield "~", k, (a[k], b[k])


class Room:
    def __init__(self, name): self.name, self.members, self.history = name, {}, collections.deque(maxlen=3)

    @contextlib.asynccontextmanager
    async def join(self, who):
        if who in self.members: raise ValueError(f"{who} is here already")
        q = self.members[who] = asyncio.Queue()
        for line in self.history: q.put_nowait(line)
        await self.say("*", f"{who} joins")
        try: yield q
        finally:
            del self.members[who]
            await self.say("*", f"{who} leaves")

    async def say(self, who, text, *, to: str | None = None):
        line = f"<{who}> {text}" if to is None else f"<{who}→{to}> {text}"
        if to is None: self.history.append(line)
        for name, q in list(self.members.items()):
            if to in (None, name) and name != who: await q.put(line)
        await asyncio.sleep(0)


async def user(room, name, script, got):
    async with room.join(name) as inbox:
        async def listen():
            while True: got.append(f"{name}: {await inbox.get()}")
        ear = asyncio.create_task(listen())
        try:
            for delay, line in script:
                await asyncio.sleep(delay)
                match line.split(maxsplit=2):
                    case ["/msg", to, text]: await room.say(name, text, to=to)
                    case ["/quit", *why]: return " ".join(why) or None
                    case ["/nick", _] | ["/nick"]: raise NotImplementedError(line)
                    case [cmd, *_] if cmd.startswith("/"): got.append(f"{name}: ? {cmd}")
                    case _: await room.say(name, line)
        finally:
            ear.cancel()


class Steps:
    """Steps with dependencies, run as soon as they can."""
    def __init__(self): self.steps = {}

    def step(self, *deps, retries=0):
        def deco(fn):
            sig = inspect.signature(fn)
            if unknown := [p for p in sig.parameters if p not in deps and sig.parameters[p].default is inspect.Parameter.empty]:
                raise TypeError(f"{fn.__name__}{sig} wants {', '.join(unknown)}")
            self.steps[fn.__name__] = (fn, deps, retries)
            return fn
        return deco

    async def run(self):
        t0 = asyncio.get_running_loop().time()
        tasks, times = {}, {}
        async def one(name):
            fn, deps, retries = self.steps[name]
            args = dict(zip(deps, await asyncio.gather(*(tasks[d] for d in deps))))
            for left in range(retries, -1, -1):
                try:
                    result = fn(**args)
                    if inspect.isawaitable(result): result = await result
                    break
                except OSError:
                    if not left: raise
            times[name] = round(asyncio.get_running_loop().time() - t0, 3)
            return result
        async with asyncio.TaskGroup() as tg:
            for name in self.steps: tasks[name] = tg.create_task(one(name), name=name)
        return {n: t.result() for n, t in tasks.items()}, times


def tokens(text):
    depth, buf = 0, []
    for c in itertools.chain(text, "\0"):
        match c:
            case "(" : depth += 1; yield ("open", depth)
            case ")" if depth: yield ("close", depth); depth -= 1
            case ")": raise SyntaxError("too many )", ("expr", 1, len(buf), text))
            case " " | "\0" if buf: yield ("word", "".join(buf)); buf.clear()
            case " " | "\0": continue
            case _: buf.append(c)
    return depth


async def main():
    c = Config({"db.host": "a", "db.port": 1}, debug=True)
    seen = []
    c.watch("db.*")(lambda *a: seen.append(a))
    c["db.port"] += 41; c.setdefault("db.user", "me"); c.pop("debug"); c.update({"log.level": 3})
    print(c, len(c), list(c), seen, "db.host" in c, c.get("db.x.y", 5), isinstance(c, Mapping), c == {"db.host": "a"}, [*diff(c, c | {"db.port": 9, "new": []})])
    for bad in (lambda: c["nope.x"], lambda: c.__delitem__("zip"), lambda: hash(c), lambda: c.popitem()[9], lambda: c | 3):
        try: print(bad())
        except Exception as e: print(f"  {type(e).__name__}: {e}")
    room, got = Room("lobby"), []
    scripts = {"ann": [(0, "hi"), (1, "/msg bob psst there"), (1, "/dance"), (1, "bye")], "bob": [(.5, "hello"), (2, "/quit see you")], "cy": [(.7, "/nick x")], "dee": [(9, "alone?")]}
    print(await asyncio.gather(*(user(room, n, s, got) for n, s in scripts.items()), user(room, "ann", [], got), return_exceptions=True))
    print(*got, room.members, [*room.history], sep="\n")
    s, fails = Steps(), [OSError("one"), OSError("two")]
    @s.step()
    async def fetch(): await asyncio.sleep(.3); return [3, 1, 2]
    @s.step(retries=2)
    async def config(n=2):
        await asyncio.sleep(.1)
        if fails: raise fails.pop()
        return {"n": n}
    @s.step("fetch", "config")
    def combine(fetch, config): return sorted(fetch)[:config["n"]]
    @s.step("combine")
    async def store(combine, *, where="disk"): await asyncio.sleep(.2); return f"{combine} on {where}"
    print(await s.run())
    try:
        @s.step("fetch")
        def bad(fetch, other): ...
    except TypeError as e: print(e)
    @s.step("store")
    def explode(store): return store / 2
    try: await s.run()
    except* TypeError as eg: print(eg.exceptions)
    for text in ("(a (b c) d)", "x) y", "((x"):
        g = tokens(text); out = []
        try:
            while True: out.append(next(g))
        except StopIteration as e: print(out, e.value)
        except SyntaxError as e: print(out, e, e.args, e.text, e.offset, e.lineno)
    first, *mid, last = sorted({"b": 1, "a": 2, "c": 3, "d": 0}.items(), key=lambda kv: -kv[1])
    print(first, mid, last, {k: v for k, v in mid}, (y := [1, 2, 3]), y[::-1], (lambda *a, k=1, **kw: (a, k, kw))(*y, **{"k": 5, "z": 6}), [*range(10)][slice(None, None, 3)], f"{y!r:>12}{len(y):03}{'x' if y else 'z'}")

asyncio.run(main())
