"""Logging in depth: handlers, filters, formatters, adapters, exceptions."""
import logging
import sys
import io
import warnings
import traceback
import time
from contextlib import contextmanager, redirect_stdout, ExitStack, suppress, nullcontext, closing, ContextDecorator

class Ctx(logging.Filter):
    def filter(self, record):
        record.user = getattr(record, "user", "anon")
        return "secret" not in record.getMessage()

class Ring(logging.Handler):
    def __init__(self, n, level=logging.NOTSET):
        super().__init__(level); self.n, self.records = n, []
    def emit(self, record):
        self.records = (self.records + [self.format(record)])[-self.n:]

class Fmt(logging.Formatter):
    def formatException(self, ei):
        return f"<{ei[0].__name__}: {ei[1]}>"
    def format(self, record):
        s = super().format(record)
        return s.replace("\n", " | ")

root = logging.getLogger(); root.setLevel(logging.WARNING)
log = logging.getLogger("app.db"); log.setLevel("DEBUG")
out = logging.StreamHandler(sys.stdout); out.setFormatter(Fmt("{levelname[0]} {name} [{user}] {message}", style="{")); out.addFilter(Ctx())
ring = Ring(2, logging.ERROR); ring.setFormatter(logging.Formatter("%(levelno)s:%(message)s:%(module)s:%(process)d" if False else "%(levelno)s:%(message)s:%(module)s"))
log.addHandler(out); log.addHandler(ring); log.propagate = False
log.debug("hello %s", "world"); log.info("dict %(a)s", {"a": 1}); log.warning("secret stuff"); log.error("oops", extra={"user": "bob"})
try:
    1 / 0
except ZeroDivisionError:
    log.exception("failed %d", 3); log.error("again", exc_info=True); log.critical("stack", stack_info=False)
print(ring.records)
ad = logging.LoggerAdapter(log, {"user": "ada"}); ad.info("via adapter"); ad.warning("x", extra={"user": "z"})
print(log.isEnabledFor(10), log.getEffectiveLevel(), logging.getLogger("app").getEffectiveLevel(), log.name, log.parent, logging.getLevelName(30), logging.getLevelName("INFO"), logging.getLevelName(15), log, out, ring)
logging.addLevelName(15, "TRACE"); log.log(15, "custom"); logging.disable(logging.INFO); log.info("no"); log.warning("yes"); logging.disable(logging.NOTSET)
log.info("bad %d", "x") if False else None
rec = logging.LogRecord("n", 20, "/a/b.py", 7, "m %s", ("q",), None); print(logging.Formatter("%(filename)s %(module)s %(lineno)d %(message)s %(levelname)s").format(rec), rec.getMessage())
print(logging.makeLogRecord({"msg": "a", "levelname": "X"}).msg, log.hasHandlers(), logging.getLogger("app.db") is log, [h.__class__.__name__ for h in log.handlers], log.getChild("x").name)
for bad in (lambda: log.setLevel("NOPE"), lambda: logging.Formatter("%(x)"), lambda: logging.Formatter("{x", style="{"), lambda: logging.Formatter("a", style="!"), lambda: log.log("x", "y"), lambda: logging.basicConfig(foo=1), lambda: log.info("a", extra={"message": 1})):
    try: bad(); print("fine")
    except Exception as e: print(type(e).__name__, e)

@contextmanager
def span(name):
    print(">", name)
    try: yield name.upper()
    except ValueError as e: print("caught", e)
    else: print("ok")
    finally: print("<", name)

with span("a") as s: print(s)
with span("b"): raise ValueError("inside")
try:
    with span("c"): raise KeyError("through")
except KeyError as e: print("outer", e)
@span("deco")
def f(x): return x * 2
print(f(3))
class T(ContextDecorator):
    def __enter__(self): print("enter"); return self
    def __exit__(self, *a): print("exit", a[0].__name__ if a[0] else None); return True
@T()
def g(): raise OSError("swallowed")
print(g())
with ExitStack() as st:
    for n in "xyz": st.enter_context(span(n))
    st.callback(lambda *a, **k: print("cb", a, k), 1, k=2); st.push(lambda et, e, tb: print("push", et) or True)
    raise RuntimeError("unwinds")
with suppress(KeyError, IndexError): [][1]
with nullcontext(5) as five, closing(io.StringIO("abc")) as sio: print(five, sio.read())
print(sio.closed)
buf = io.StringIO()
with redirect_stdout(buf): print("captured"); sys.stdout.write("more")
print(repr(buf.getvalue()))
def deep(n):
    if n: return deep(n - 1)
    raise LookupError("bottom")
try: deep(2)
except LookupError as e:
    try: raise RuntimeError("wrapped") from e
    except RuntimeError as e2:
        e2.add_note("note one"); e2.add_note("note\ntwo")
        lines = traceback.format_exception(e2); print(len(lines) > 3, "".join(lines).count("deep(n - 1)"), lines[-1], traceback.format_exception_only(e2))
        te = traceback.TracebackException.from_exception(e2); print(te.exc_type_str if hasattr(te, "exc_type_str") else "", str(te), te.__cause__, [f.name for f in te.stack], [f.name for f in traceback.extract_tb(e.__traceback__)], traceback.extract_tb(e.__traceback__)[0].line)
warnings.simplefilter("always")
with warnings.catch_warnings(record=True) as w:
    warnings.warn("a"); warnings.warn("b", DeprecationWarning); print([(x.category.__name__, str(x.message), x.lineno > 0) for x in w])
warnings.filterwarnings("error", "boom.*", UserWarning)
try: warnings.warn("boom!")
except UserWarning as e: print("raised", e)
