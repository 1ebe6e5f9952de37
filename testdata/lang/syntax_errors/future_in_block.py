if True:
    from __future__ import annotations
