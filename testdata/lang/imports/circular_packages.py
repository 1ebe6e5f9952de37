# Modules that import each other are told that they do, while they are only begun.
import ring
import ring.third

print(ring.first.NAME, ring.third.__package__)
try:
    ring.third.NAME
except AttributeError as e:
    print(e)
try:
    from ring.third import NAME
except ImportError as e:
    print(e)
