# A callback that fails on a future whose repr fails too does not keep the result from being set.
import logging
from concurrent.futures import Future

logging.raiseExceptions = False


class Job(Future):
    def __repr__(self):
        raise ValueError("no repr")


def bad(future):
    raise LookupError("in the callback")


job = Job()
job.add_done_callback(bad)
job.add_done_callback(lambda future: print("second callback", future.result()))
job.set_result(1)
print(job.done(), job.result())


class Stops(Future):
    def __repr__(self):
        raise KeyboardInterrupt("repr")


job = Stops()
job.add_done_callback(bad)
try:
    job.set_result(2)
except KeyboardInterrupt as error:
    print(repr(error), job.result())
