# What the verbs of loggers do, one by one: they ask isEnabledFor(), which remembers its
# answers, and go on to _log(), not to log().
import collections
import logging
import sys
import time

root = logging.getLogger()
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s"))
root.addHandler(handler)
with handler.lock:
    print(type(handler.lock).__name__, logging.NullHandler().lock)
print(logging._levelToName[20], logging._nameToLevel["INFO"])

formatter = logging.Formatter("%(asctime)s %(message)s", datefmt="%H:%M")
formatter.converter = lambda seconds: time.gmtime(seconds + 3600)
print(formatter.format(logging.makeLogRecord({"msg": "an hour later", "created": 0})))

# A mapping alone gives the values by name.
logging.warning("%(a)s", {"a": 3})
logging.warning("%(a)s", collections.ChainMap({"a": 4}))
logging.warning("%s", {})


class Loud(logging.Logger):
    def log(self, *args, **options):
        print("log", args, options)
        super().log(*args, **options)

    def _log(self, *args, **options):
        print("_log", args, options)
        super()._log(*args, **options)


logging.setLoggerClass(Loud)
loud = logging.getLogger("loud")
loud.warning("w %s", 1)
loud.debug("d")
loud.exception("e", exc_info=False)
loud.log(30, "z")
loud.fatal("f")
logging.LoggerAdapter(loud, {"k": 1}).error("adapted")
logging.setLoggerClass(logging.Logger)

for function in logging.Logger.info, logging.Logger.fatal, logging.LoggerAdapter.error, logging.info, logging.fatal:
    print(function.__name__, function.__qualname__)


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


quiet = logging.getLogger("quiet")
attempt(quiet.warning)
attempt(quiet.warning, "a", colour=3)
attempt(quiet.debug, "a", colour=3)
attempt(logging.info)
attempt(logging.LoggerAdapter(quiet).info)

quiet.debug("unseen")
quiet.level = logging.DEBUG
quiet.debug("unseen, as the answer is remembered")
quiet.setLevel(logging.DEBUG)
quiet.debug("seen")
logging.disable(logging.WARNING)
quiet.warning("unseen")
quiet.error("seen")
logging.disable(logging.NOTSET)
quiet.warning("seen again")

# Places between loggers.


def show_places():
    places = logging.Logger.manager.loggerDict
    print([(name, type(place).__name__) for name, place in places.items() if name[0] == "x"])


leaf = logging.getLogger("x.y.z")
show_places()
other, top = logging.getLogger("x.y.w"), logging.getLogger("x")
print(leaf.parent, other.parent)
middle = logging.getLogger("x.y")
print(leaf.parent, middle.parent, top.parent)
print(top in root.getChildren(), leaf in root.getChildren(), sorted(logger.name for logger in middle.getChildren()))
show_places()

root.removeHandler(handler)
logging.lastResort = None
sys.stderr = sys.stdout
quiet.error("lost")
quiet.error("lost, too")
