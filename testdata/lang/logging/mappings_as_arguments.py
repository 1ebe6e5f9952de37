# A mapping of any kind that is a message's only argument gives its values by name,
# whether or not the program has imported collections.
import logging
import os
import sys
import types

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(message)s")


class Row:
    def keys(self):
        return ["a"]

    def __str__(self):
        return "no mapping"


logging.warning("%(a)s", types.MappingProxyType({"a": 1}))
logging.warning("%(a)s and %(b)s", {"a": 1, "b": 2})
os.environ["PLACE"] = "here"
logging.warning("%(PLACE)s", os.environ)
logging.warning("%s", Row())
logging.warning("%s", types.MappingProxyType({}))
logging.warning("%s %s", {"a": 1}, Row())
