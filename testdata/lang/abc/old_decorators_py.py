# abc: the decorators from before abstractmethod worked with the others.
from abc import ABC, abstractclassmethod, abstractmethod, abstractproperty, abstractstaticmethod


class Shape(ABC):
    @abstractproperty
    def area(self):
        "The area."

    @abstractclassmethod
    def unit(cls):
        return cls

    @abstractstaticmethod
    def name():
        return "shape"

    @abstractmethod
    def draw(self): ...


print(sorted(Shape.__abstractmethods__), Shape.area.__doc__, Shape.area.__isabstractmethod__)
try:
    Shape()
except TypeError as e:
    print(e)


class Square(Shape):
    area = property(lambda self: 4)

    @classmethod
    def unit(cls):
        return super().unit()

    @staticmethod
    def name():
        return "square of " + Shape.name()

    def draw(self):
        return "[]"


print(Square().area, Square.unit().__name__, Square.name(), Square().draw(), Square.__abstractmethods__)
print(issubclass(abstractproperty, property), issubclass(abstractclassmethod, classmethod), issubclass(abstractstaticmethod, staticmethod))
print(abstractproperty.__isabstractmethod__, type(Shape.__dict__["unit"]).__name__, type(Shape.__dict__["name"]).__name__)


class Partial(Shape):
    @property
    def area(self):
        return 1


try:
    Partial()
except TypeError as e:
    print(e)
