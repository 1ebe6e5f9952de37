# The environment is a mapping for a program that imports os last, too.
from collections.abc import Mapping
import os

print(isinstance(os.environ, Mapping), isinstance(1, Mapping))
