# The module string: constants, Template, Formatter, capwords.

import re as _re

ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = ascii_lowercase.upper()
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
whitespace = " \t\n\r\v\f"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Every word of s with a capital, joined again."""
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


_VERBOSE = 64  # re.VERBOSE


class Template:
    """A text with $names in it."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = 2  # re.IGNORECASE, which is an enum and takes its time to load

    def __init__(self, template):
        self.template = template

    def __init_subclass__(cls):
        super().__init_subclass__()
        own = cls.__dict__.get("pattern")
        if own is None:
            mark = _re.escape(cls.delimiter)
            braced = cls.braceidpattern or cls.idpattern
            own = rf"{mark}(?:(?P<escaped>{mark})|(?P<named>{cls.idpattern})|{{(?P<braced>{braced})}}|(?P<invalid>))"
        cls.pattern = _re.compile(own, cls.flags | _VERBOSE)

    def _invalid(self, match):
        before = self.template[: match.start("invalid")].splitlines(keepends=True)
        column = match.start("invalid") - sum(map(len, before[:-1])) if before else 1
        raise ValueError(f"Invalid placeholder in string: line {max(len(before), 1)}, col {column}")

    def _fill(self, value):
        def replace(match):
            name = match["named"] or match["braced"]
            if name is not None:
                return str(value(match, name))
            if match["escaped"] is not None:
                return self.delimiter
            return value(match, None)

        return self.pattern.sub(replace, self.template)

    def substitute(self, mapping={}, /, **kws):
        """The text with the values in place of the names."""

        def value(match, name):
            if name is None:
                self._invalid(match)
            return kws[name] if name in kws else mapping[name]

        return self._fill(value)

    def safe_substitute(self, mapping={}, /, **kws):
        """Like substitute, but leaves alone what it has no value for."""

        def value(match, name):
            if name in kws:
                return kws[name]
            try:
                return match[0] if name is None else mapping[name]
            except KeyError:
                return match[0]

        return self._fill(value)

    def is_valid(self):
        """Whether substitute understands the text."""
        return all(match["invalid"] is None for match in self.pattern.finditer(self.template))

    def get_identifiers(self):
        """The names in the text, each once."""
        names = {}
        for match in self.pattern.finditer(self.template):
            name = match["named"] or match["braced"]
            if name is not None:
                names[name] = True
        return list(names)


Template.__init_subclass__()


class Formatter:
    """What str.format does, open to change by subclasses."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        text, _ = self._format(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return text

    def _format(self, format_string, args, kwargs, used, depth, number):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if name is None:
                continue
            if name == "":
                if number is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name = str(number)
                number += 1
            elif name.isdigit():
                if number:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                number = False
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, number = self._format(spec, args, kwargs, used, depth - 1, number)
            out.append(self.format_field(value, spec))
        return "".join(out), number

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def get_field(self, field_name, args, kwargs):
        """The value that a field's name means, and the argument it is found in."""
        end = _step_end(field_name, 0)
        first = _number(field_name[:end])
        value = self.get_value(first, args, kwargs)
        for attribute, key in _steps(field_name, end):
            value = getattr(value, key) if attribute else value[key]
        return value, first

    def parse(self, format_string):
        """(text, name, spec, conversion) for each field and the text before it."""
        return _parse(_text(format_string))


def _number(text):
    return int(text) if text.isdigit() else text


def _step_end(name, at):
    """Where the attribute or index after a place in a field's name begins."""
    return min((i for i in (name.find(".", at), name.find("[", at)) if i >= 0), default=len(name))


def _steps(name, at):
    """(is an attribute, name or key) for each step from a place on."""
    while at < len(name):
        if name[at] == ".":
            end = _step_end(name, at + 1)
            key, attribute = name[at + 1 : end], True
        elif name[at] == "[":
            end = name.find("]", at)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key, attribute = _number(name[at + 1 : end]), False
            end += 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if key == "":
            raise ValueError("Empty attribute in format string")
        yield attribute, key
        at = end


def _parse(text):
    at, size = 0, len(text)
    while at < size:
        start = at
        while at < size and text[at] not in "{}":
            at += 1
        literal = text[start:at]
        if at == size:
            yield literal, None, None, None
            return
        brace = text[at]
        if text.startswith(brace, at + 1):
            yield literal + brace, None, None, None
            at += 2
            continue
        if brace == "}":
            raise ValueError("Single '}' encountered in format string")
        if at + 1 == size:
            raise ValueError("Single '{' encountered in format string")
        name, spec, conversion, at = _field(text, at + 1)
        yield literal, name, spec, conversion


def _field(text, at):
    """The field that begins at a place: its name, spec, conversion and end."""
    start, size = at, len(text)
    while at < size and text[at] not in ":!}":
        if text[at] == "{":
            raise ValueError("unexpected '{' in field name")
        if text[at] == "[":
            at = text.find("]", at)
            if at < 0:
                at = size
                break
        at += 1
    if at >= size:
        raise ValueError("expected '}' before end of string")
    name, conversion = text[start:at], None
    if text[at] == "!":
        if at + 1 == size:
            raise ValueError("end of string while looking for conversion specifier")
        conversion = text[at + 1]
        at += 2
        if at < size and text[at] not in ":}":
            raise ValueError("expected ':' after conversion specifier")
    if at < size and text[at] == "}":
        return name, "", conversion, at + 1
    start, depth = at + 1, 1
    for at in range(start, size):
        if text[at] == "{":
            depth += 1
        elif text[at] == "}":
            depth -= 1
            if depth == 0:
                return name, text[start:at], conversion, at + 1
    raise ValueError("unmatched '{' in format spec")
