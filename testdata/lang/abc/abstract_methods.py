"""__abstractmethods__ of classes with and without any."""
from abc import ABC, abstractmethod


class Base(ABC):
    @abstractmethod
    def f(self):
        pass


class Made(Base):
    def f(self):
        pass


print(ABC.__abstractmethods__, Base.__abstractmethods__, Made.__abstractmethods__)
for cls in int, type("Plain", (), {}):
    try:
        cls.__abstractmethods__
    except AttributeError as e:
        print(e)
