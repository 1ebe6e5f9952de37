# Runs while both the package and its first part are only begun.
import ring
from . import first

for look in (lambda: first.NAME, lambda: ring.NAME, lambda: ring.first):
    try:
        look()
    except AttributeError as e:
        print(e)
try:
    from .first import NAME
except ImportError as e:
    print(e)
    print(e.name, e.path, e.name_from)
print(first.__name__)
