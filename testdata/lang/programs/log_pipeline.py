"""Logging of a small pipeline: formatters of three styles, filters, adapters, propagation and context."""
import asyncio
import contextvars
import io
import json
import logging
import sys
import time
import traceback
from collections import Counter
from logging import Formatter, Logger, LoggerAdapter, LogRecord, StreamHandler

request_id: contextvars.ContextVar[str] = contextvars.ContextVar("request_id", default="-")
TRACE = 5
logging.addLevelName(TRACE, "TRACE")


class ContextFilter(logging.Filter):
    def __init__(self, name="", *, deny=()):
        super().__init__(name)
        self.deny = frozenset(deny)
        self.seen = Counter()

    def filter(self, record: LogRecord):
        record.request_id = request_id.get()
        self.seen[record.levelname] += 1
        if record.getMessage() in self.deny:
            return False
        return super().filter(record)


class JSONFormatter(logging.Formatter):
    def format(self, record):
        payload = {"level": record.levelname.lower(), "msg": record.getMessage(), "logger": record.name,
                   "rid": getattr(record, "request_id", None)}
        if record.exc_info:
            payload["exc"] = "".join(traceback.format_exception_only(record.exc_info[1])).strip()
        extras = {k: v for k, v in vars(record).items() if k.startswith("x_")}
        return json.dumps(payload | extras, default=str)


class Colour(Formatter):
    CODES = {logging.WARNING: "33", logging.ERROR: "31"}

    def formatMessage(self, record):
        text = super().formatMessage(record)
        code = self.CODES.get(record.levelno)
        return f"<{code}>{text}</>" if code else text

    def formatException(self, ei):
        return "!! " + super().formatException(ei).splitlines()[-1]


class Collect(logging.Handler):
    def __init__(self, level=logging.NOTSET):
        super().__init__(level)
        self.records = []

    def emit(self, record):
        self.records.append(record)

    def close(self):
        print(f"closing {self!r} with {len(self.records)} records")
        super().close()


class Prefix(LoggerAdapter):
    def process(self, msg, kwargs):
        kwargs.setdefault("extra", {}).update(x_stage=self.extra["stage"])
        return f"[{self.extra['stage']}] {msg}", kwargs


def configure():
    root = logging.getLogger()
    root.setLevel(TRACE)
    plain = StreamHandler(sys.stdout)
    plain.setFormatter(Formatter("{levelname:<8}|{name:>10}|{request_id}| {message}", style="{"))
    plain.addFilter(ContextFilter(deny=["noise"]))
    root.addHandler(plain)
    js = StreamHandler(stream := io.StringIO())
    js.setLevel("ERROR")
    js.setFormatter(JSONFormatter())
    js.addFilter(lambda record: record.name.startswith("app"))
    root.addHandler(js)
    app = logging.getLogger("app.db")
    coloured = StreamHandler(sys.stdout)
    coloured.setFormatter(Colour("$levelname $message ($module:$funcName)", style="$", validate=True))
    coloured.setLevel(logging.WARNING)
    app.addHandler(coloured)
    collect = Collect()
    logging.getLogger("app").addHandler(collect)
    return stream, collect


async def query(log, sql, *params):
    log.debug("run %r with %s", sql, params)
    await asyncio.sleep(0.01 * len(params))
    if "DROP" in sql:
        raise PermissionError(f"refused: {sql}")
    return len(params)


async def request(rid, sql, *params):
    token = request_id.set(rid)
    log = Prefix(logging.getLogger("app.db"), {"stage": f"q{len(params)}"})
    try:
        n = await query(log, sql, *params)
    except PermissionError:
        log.exception("query failed", extra={"x_sql": sql})
    else:
        log.log(TRACE if n == 0 else logging.INFO, "%d rows in %(t)s" % {"t": "time"} if n < 0 else "%d rows", n)
    finally:
        request_id.reset(token)
    return rid


async def main():
    stream, collect = configure()
    log = logging.getLogger(__name__)
    log.info("noise")
    log.info("start %s", "up")
    await asyncio.gather(request("r1", "SELECT 1", 1, 2), request("r2", "DROP x", 1), request("r3", "BEGIN"))
    log.warning("percent %% %d%%", 50)
    log.error("no args % d %s")
    log.critical("%(a)s-%(b)05.1f", {"a": 1, "b": 2.25})
    logging.getLogger("app").setLevel(logging.ERROR)
    print(logging.getLogger("app.db").getEffectiveLevel(), logging.getLogger("app.db").isEnabledFor(30))
    logging.getLogger("app.db.sub").warning("hidden")
    logging.disable(logging.ERROR)
    logging.getLogger("app.db").error("disabled")
    logging.getLogger("app.db").critical("still %s", "here")
    logging.disable(logging.NOTSET)
    child = log.getChild("kid")
    child.propagate = False
    child.error("nobody but lastResort")
    print(child, child.parent, log.hasHandlers(), child.hasHandlers(), logging.getLevelName(TRACE), logging.getLevelName("WARNING"), logging.getLevelName(7))
    print("json:")
    print(stream.getvalue(), end="")
    for r in collect.records:
        print(f"{r.levelno:>2} {r.name} {r.funcName} {r.msg!r} {r.args!r} {r.exc_info[0] if r.exc_info else None} {r.lineno > 0}")
    print(collect, logging.getLogger("app").handlers == [collect], logging.getLogger("app").manager is Logger.manager)
    logging.getLogger("app").removeHandler(collect)
    collect.close()
    rec = logging.makeLogRecord({"msg": "made %s", "args": ("up",), "levelno": 40, "levelname": "ERROR"})
    print(rec.getMessage(), rec, Formatter("%(message)s %(levelname)-7s|").format(rec))
    f = Formatter("%(asctime)s %(message)s", datefmt="%Y")
    f.converter = time.gmtime
    rec.created = 86400 * 366
    print(f.format(rec), f.usesTime())
    for bad in (lambda: Formatter("%(nope)", style="%"), lambda: Formatter("{a", style="{"), lambda: Formatter("x", style="?"), lambda: log.setLevel("LOUD"),
                lambda: log.setLevel(1.5), lambda: logging.basicConfig(nope=1), lambda: log.info("x", extra={"message": 1})):
        try:
            print("no error", bad())
        except Exception as e:
            print(type(e).__name__, e)
    log.info("bad args %d", "x")

asyncio.run(main())
