# The records of the module sys: tuples whose items have names.


def _record(title, **fields):
    class record(tuple):
        __slots__ = ()

        def __repr__(self):
            items = ", ".join(f"{name}={value!r}" for name, value in zip(fields, self))
            return f"sys.{title}({items})"

    for place, name in enumerate(fields):
        setattr(record, name, property(lambda self, place=place: self[place]))
    record.__name__ = record.__qualname__ = title
    record.__module__ = "sys"
    return record(fields.values())


version_info = _record("version_info", major=3, minor=13, micro=0, releaselevel="final", serial=0)
version = "3.13.0 (Coro)"
hexversion = 0x030D00F0
api_version = 1013
implementation = _record("implementation", name="coro", version=version_info, cache_tag=None)
float_info = _record(
    "float_info",
    max=1.7976931348623157e308,
    max_exp=1024,
    max_10_exp=308,
    min=2.2250738585072014e-308,
    min_exp=-1021,
    min_10_exp=-307,
    dig=15,
    mant_dig=53,
    epsilon=2.220446049250313e-16,
    radix=2,
    rounds=1,
)
int_info = _record("int_info", bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300, str_digits_check_threshold=640)
hash_info = _record(
    "hash_info",
    width=64,
    modulus=2305843009213693951,
    inf=314159,
    nan=0,
    imag=1000003,
    algorithm="siphash13",
    hash_bits=64,
    seed_bits=128,
    cutoff=0,
)
flags = _record("flags", debug=0, inspect=0, interactive=0, optimize=0, dev_mode=False, utf8_mode=1)
thread_info = _record("thread_info", name="pthread", lock="semaphore", version=None)
warnoptions = []
dont_write_bytecode = True
