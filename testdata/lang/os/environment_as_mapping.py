# The environment is a mapping, whichever of the modules is imported first.
import os
from collections.abc import Mapping, MutableMapping, Sequence

print(isinstance(os.environ, MutableMapping), isinstance(os.environ, Mapping), isinstance(os.environ, Sequence))
