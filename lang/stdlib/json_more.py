# The lazy part of module json: the encodings of bytes, and what iterencode yields,
# piece by piece as CPython does, so that nothing is made before it is asked for.

__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]


def detect_encoding(b):
    if b.startswith((b"\0\0\xfe\xff", b"\xff\xfe\0\0")):
        return "utf-32"
    if b.startswith((b"\xfe\xff", b"\xff\xfe")):
        return "utf-16"
    if b.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    # Without a mark the zeros in the first character tell, which is an ASCII one.
    if len(b) == 2 or len(b) >= 4:
        if not b[0]:
            return "utf-16-be" if len(b) == 2 or b[1] else "utf-32-be"
        if not b[1]:
            return "utf-16-le" if len(b) == 2 or b[2] or b[3] else "utf-32-le"
    return "utf-8"


def _chunks(encoder, o):
    indent = encoder.indent
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent
    inside = set()

    def line(level):
        return "" if indent is None else "\n" + indent * level

    def enter(container):
        if encoder.check_circular:
            if id(container) in inside:
                raise ValueError("Circular reference detected")
            inside.add(id(container))

    def text(o):
        return _encode(o, None, False, encoder.ensure_ascii, False, encoder.allow_nan, False, None, "", "")

    def value(o, level, before=""):
        if o is None or isinstance(o, (str, int, float)):
            yield before + text(o)
            return
        if before:
            yield before
        if isinstance(o, (list, tuple)):
            yield from array(o, level) if o else ("[]",)
        elif isinstance(o, dict):
            yield from members(o, level) if o else ("{}",)
        else:
            enter(o)
            yield from value(encoder.default(o), level)
            inside.discard(id(o))

    def array(items, level):
        enter(items)
        before = "[" + line(level + 1)
        for item in items:
            yield from value(item, level + 1, before)
            before = encoder.item_separator + line(level + 1)
        if indent is not None:
            yield line(level)
        yield "]"
        inside.discard(id(items))

    def members(object, level):
        enter(object)
        yield "{"
        if indent is not None:
            yield line(level + 1)
        first = True
        for key, item in sorted(object.items()) if encoder.sort_keys else object.items():
            if not isinstance(key, str):
                if key is None or isinstance(key, (int, float)):
                    key = text(key)
                elif encoder.skipkeys:
                    continue
                else:
                    raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")
            if not first:
                yield encoder.item_separator + line(level + 1)
            first = False
            yield text(key)
            yield encoder.key_separator
            yield from value(item, level + 1)
        if indent is not None:
            yield line(level)
        yield "}"
        inside.discard(id(object))

    return value(o, 0)
