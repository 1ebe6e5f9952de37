# The module os.path: paths as texts.

curdir = "."
pardir = ".."
sep = "/"
extsep = "."
pathsep = ":"
altsep = None
defpath = "/bin:/usr/bin"
devnull = "/dev/null"
supports_unicode_filenames = True


def _text(function, *paths):
    texts = []
    for path in paths:
        if hasattr(type(path), "__fspath__"):
            path = path.__fspath__()
        if not isinstance(path, str):
            raise TypeError(
                f"{function}() argument must be str, bytes, or os.PathLike object, not {type(path).__name__!r}"
                if function == "join"
                else f"expected str, bytes or os.PathLike object, not {type(path).__name__}"
            )
        texts.append(path)
    return texts


def join(a, *paths):
    """The parts as one path; an absolute part drops those before it."""
    joined, *paths = _text("join", a, *paths)
    for path in paths:
        if path.startswith("/"):
            joined = path
        elif not joined or joined.endswith("/"):
            joined += path
        else:
            joined += "/" + path
    return joined


def split(p):
    """What is before the last slash, and what is behind it."""
    (p,) = _text("split", p)
    place = p.rfind("/") + 1
    head, tail = p[:place], p[place:]
    return head.rstrip("/") or head, tail


def dirname(p):
    return split(p)[0]


def basename(p):
    return split(p)[1]


def splitext(p):
    """The path without its extension, and that."""
    (p,) = _text("splitext", p)
    start = p.rfind("/") + 1
    dot = p.rfind(".")
    if dot < start or not p[start:dot].strip("."):
        return p, ""
    return p[:dot], p[dot:]


def splitdrive(p):
    return "", p


def isabs(s):
    (s,) = _text("isabs", s)
    return s.startswith("/")


def normcase(s):
    return _text("normcase", s)[0]


def normpath(path):
    """The path without doubled slashes, '.' and '..' as far as they can go."""
    (path,) = _text("normpath", path)
    root = "/" if path.startswith("/") else ""
    if path.startswith("//") and not path.startswith("///"):
        root = "//"
    kept = []
    for step in path.split("/"):
        if step in ("", "."):
            continue
        if step != ".." or not root and not kept or kept and kept[-1] == "..":
            kept.append(step)
        elif kept:
            kept.pop()
    return root + "/".join(kept) or "."


def abspath(path):
    """The path from the root; programs seem to run there."""
    (path,) = _text("abspath", path)
    return normpath(join("/", path))


realpath = abspath


def relpath(path, start="."):
    """The way to path from start."""
    if not path:
        raise ValueError("no path specified")
    here = [step for step in abspath(start).split("/") if step]
    there = [step for step in abspath(path).split("/") if step]
    common = 0
    while common < min(len(here), len(there)) and here[common] == there[common]:
        common += 1
    return "/".join([".."] * (len(here) - common) + there[common:]) or "."


def expanduser(path):
    return _text("expanduser", path)[0]


def commonprefix(m):
    """What all the texts begin with."""
    if not m:
        return ""
    first, last = min(m), max(m)
    for place, c in enumerate(first):
        if c != last[place]:
            return first[:place]
    return first


def commonpath(paths):
    """The longest path that all the paths are in."""
    paths = _text("commonpath", *paths)
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if len({path.startswith("/") for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    steps = [[step for step in path.split("/") if step and step != "."] for path in paths]
    first, last = min(steps), max(steps)
    common = 0
    while common < min(len(first), len(last)) and first[common] == last[common]:
        common += 1
    return ("/" if paths[0].startswith("/") else "") + "/".join(first[:common])
