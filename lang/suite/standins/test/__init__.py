"""Stand-ins for the parts of CPython's test package that its asyncio tests import."""
