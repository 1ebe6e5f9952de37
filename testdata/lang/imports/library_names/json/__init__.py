from .rows import dump_rows
