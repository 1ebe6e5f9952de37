# The package is whole, but has no attribute for a part that is only begun.
import ring

try:
    ring.third
except AttributeError as e:
    print(e)
from ring import third
import ring.third as again
print(third is again, third.__name__)
