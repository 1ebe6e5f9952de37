"""The rules under which CPython runs a Coro program.

A Coro program is a Python program, so CPython itself says what it must print,
once the things that CPython leaves open are settled: the clock is virtual,
sets keep insertion order, chance comes from one seed, threads take turns and
the network is simulated.  Each module here settles one of them.
"""
