from . import part
from .part import VALUE as RENAMED

LOCAL = "in the package"
