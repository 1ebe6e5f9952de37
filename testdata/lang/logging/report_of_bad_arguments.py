# A message that cannot be formatted is told about on standard error, and the program goes on.
import logging


class Shy:
    def __str__(self):
        raise RuntimeError("no str")

    def __repr__(self):
        raise RuntimeError("no repr")


class Own(logging.Handler):
    def emit(self, record):
        try:
            int(record.getMessage())
        except ValueError:
            self.handleError(record)


def count():
    try:
        1 / 0
    except ZeroDivisionError:
        logging.getLogger("a").error("%d %s", 3)


logging.warning("%d items", "three")
count()
logging.error("x %s", Shy())
own = logging.getLogger("own")
own.addHandler(Own())
own.propagate = False
own.error("m %s", "k")
logging.raiseExceptions = False
logging.warning("%d items", "three")
print("done")
