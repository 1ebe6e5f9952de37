# A module that puts an object in its own place.
import sys


class Settings:
    def __init__(self):
        self.debug = False

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return f"default {name}"


sys.modules[__name__] = Settings()
