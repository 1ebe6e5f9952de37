import enum
class A(enum.Enum):
    X=1
print(dir(A), dir(A.X), dir(enum.Enum))
import inspect
print(inspect.signature(enum.Enum), inspect.signature(A))
