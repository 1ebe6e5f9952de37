# argparse, part 1: usage lines and help pages.

import os as _os
import re as _re
import sys as _sys

SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
PARSER = "A..."
REMAINDER = "..."
_UNRECOGNIZED_ARGS_ATTR = "_unrecognized_args"

# Where a word may be broken: behind a hyphen between letters.
_hyphen = _re.compile(r"(?:(?<=[^\d\W]{2}-)|(?<=[^\d\W]-[^\d\W]-))(?=[^\d\W]-?[^\d\W])")
_dashes = _re.compile(r"(?<=[\w!\"'&.,?])(-{2,})(?=\w)")


def _wrap(text, width):
    """The lines of a text of words between single spaces."""
    pieces = []  # and whether a space stands before each
    for word in text.split():
        space = True
        for part in _dashes.split(word):
            for piece in _hyphen.split(part):
                if piece:
                    pieces.append((space, piece))
                    space = False
    lines, line = [], ""
    for space, piece in pieces:
        gap = " " if space and line else ""
        if len(line) + len(gap) + len(piece) <= width:
            line += gap + piece
            continue
        if len(piece) > width and len(line) + len(gap) <= width:
            room = width - len(line) - len(gap)
            cut = piece.rfind("-", 0, room) + 1
            if cut <= 1 or not piece[:cut].strip("-"):
                cut = room
            lines.append(line + gap + piece[:cut])
            line, piece = "", piece[cut:]
        elif line:
            lines.append(line)
            line = ""
        while len(piece) > width:
            cut = piece.rfind("-", 0, width) + 1
            if cut <= 1 or not piece[:cut].strip("-"):
                cut = width
            lines.append(piece[:cut])
            piece = piece[cut:]
        line = piece
    if line:
        lines.append(line)
    return lines


def _columns():
    try:
        columns = int(_os.environ["COLUMNS"])
    except (KeyError, ValueError):
        columns = 0
    return columns if columns > 0 else 80


class HelpFormatter:
    """Lays out usage lines and help pages."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            width = _columns() - 2
        self._prog = prog
        self._width = width
        self._step = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._indent = 0
        self._action_max_length = 0
        self._sections = [[]]  # the parts of the sections that are open

    # What a page consists of.

    def start_section(self, heading):
        self._indent += self._step
        self._sections.append([heading])

    def end_section(self):
        heading, *parts = self._sections.pop()
        self._indent -= self._step
        indent = self._indent
        self._sections[-1].append(lambda: self._format_section(heading, parts, indent))

    def _format_section(self, heading, parts, indent):
        self._indent = indent + self._step
        text = "".join(part() for part in parts)
        self._indent = indent
        if not text:
            return ""
        if heading is not SUPPRESS and heading is not None:
            text = " " * indent + heading + ":\n" + text
        return "\n" + text + "\n"

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._sections[-1].append(lambda: self._format_text(text))

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._sections[-1].append(lambda: self._format_usage(usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        length = len(self._format_action_invocation(action)) + self._indent
        for part in action._get_subactions():
            length = max(length, len(self._format_action_invocation(part)) + self._indent + self._step)
        self._action_max_length = max(self._action_max_length, length)
        self._sections[-1].append(lambda: self._format_action(action))

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = "".join(part() for part in self._sections[0])
        if not text:
            return ""
        return _re.sub(r"\n\n\n+", "\n\n", text).strip("\n") + "\n"

    # Usage.

    def _format_usage(self, usage, actions, groups, prefix):
        if prefix is None:
            prefix = "usage: "
        prog = f"{self._prog}"
        if usage is not None:
            usage = usage % {"prog": prog}
        elif not actions:
            usage = prog
        else:
            optionals = [a for a in actions if a.option_strings]
            positionals = [a for a in actions if not a.option_strings]
            usage = " ".join([prog] + self._usage_parts(optionals + positionals, groups))
            width = self._width - self._indent
            if len(prefix) + len(usage) > width:
                optionals = self._usage_parts(optionals, groups)
                positionals = self._usage_parts(positionals, groups)
                usage = self._wrapped_usage(prog, prefix, optionals, positionals, width)
        return f"{prefix}{usage}\n\n"

    def _wrapped_usage(self, prog, prefix, optionals, positionals, width):
        def wrapped(parts, indent, first=None):
            lines, line = [], []
            length = (len(indent) if first is None else len(first)) - 1
            for part in parts:
                if length + 1 + len(part) > width and line:
                    lines.append(indent + " ".join(line))
                    line, length = [], len(indent) - 1
                line.append(part)
                length += len(part) + 1
            if line:
                lines.append(indent + " ".join(line))
            if first is not None:
                lines[0] = lines[0][len(indent):]
            return lines

        if len(prefix) + len(prog) <= 0.75 * width:
            indent = " " * (len(prefix) + len(prog) + 1)
            if optionals:
                lines = wrapped([prog] + optionals, indent, prefix) + wrapped(positionals, indent)
            elif positionals:
                lines = wrapped([prog] + positionals, indent, prefix)
            else:
                lines = [prog]
        else:
            indent = " " * len(prefix)
            lines = wrapped(optionals + positionals, indent)
            if len(lines) > 1:
                lines = wrapped(optionals, indent) + wrapped(positionals, indent)
            lines = [prog] + lines
        return "\n".join(lines)

    def _usage_parts(self, actions, groups):
        """A text for each action; those of an exclusive group are bracketed."""
        grouped, spans = set(), {}
        for group in groups:
            if not group._group_actions:
                raise ValueError(f"empty group {group}")
            if all(a.help is SUPPRESS for a in group._group_actions):
                continue
            first = group._group_actions[0]
            if first not in actions:
                continue
            start = actions.index(first)
            end = start + len(group._group_actions)
            if actions[start:end] == group._group_actions:
                grouped.update(group._group_actions)
                spans[start] = (end, group)
        texts = [self._usage_part(action, action in grouped) for action in actions]
        parts, at = [], 0
        while at < len(texts):
            if at not in spans:
                if texts[at] is not None:
                    parts.append(texts[at])
                at += 1
                continue
            end, group = spans[at]
            inside = [text for text in texts[at:end] if text is not None]
            if group.required and len(inside) > 1:
                inside[0] = "(" + inside[0]
                inside[-1] += ")"
            elif not group.required:
                inside[0] = "[" + inside[0]
                inside[-1] += "]"
            parts += [text + " |" for text in inside[:-1]] + inside[-1:]
            at = end
        return parts

    def _usage_part(self, action, grouped):
        if action.help is SUPPRESS:
            return None
        if not action.option_strings:
            text = self._format_args(action, self._get_default_metavar_for_positional(action))
            if grouped and text[:1] == "[" and text[-1:] == "]":
                text = text[1:-1]
            return text
        if action.nargs == 0:
            text = action.format_usage()
        else:
            args = self._format_args(action, self._get_default_metavar_for_optional(action))
            text = f"{action.option_strings[0]} {args}"
        return text if action.required or grouped else f"[{text}]"

    # Arguments.

    def _format_text(self, text):
        if "%(prog)" in text:
            text = text % {"prog": self._prog}
        indent = " " * self._indent
        return self._fill_text(text, max(self._width - self._indent, 11), indent) + "\n\n"

    def _format_action(self, action):
        place = min(self._action_max_length + 2, self._max_help_position)
        indent = " " * self._indent
        header = self._format_action_invocation(action)
        text = action.help and self._expand_help(action) if action.help and action.help.strip() else ""
        if not text:
            page = indent + header + "\n"
        else:
            lines = self._split_lines(text, max(self._width - place, 11))
            if len(header) <= place - self._indent - 2:
                page = indent + header.ljust(place - self._indent) + lines[0] + "\n"
            else:
                page = indent + header + "\n" + " " * place + lines[0] + "\n"
            page += "".join(" " * place + line + "\n" for line in lines[1:])
        self._indent += self._step
        page += "".join(self._format_action(part) for part in action._get_subactions())
        self._indent -= self._step
        return page

    def _format_action_invocation(self, action):
        if not action.option_strings:
            return " ".join(self._metavars(action, self._get_default_metavar_for_positional(action), 1))
        names = ", ".join(action.option_strings)
        if action.nargs == 0:
            return names
        return names + " " + self._format_args(action, self._get_default_metavar_for_optional(action))

    def _metavars(self, action, default, count):
        if action.metavar is not None:
            name = action.metavar
        elif action.choices is not None:
            name = "{" + ",".join(map(str, action.choices)) + "}"
        else:
            name = default
        return name if isinstance(name, tuple) else (name,) * count

    def _format_args(self, action, default):
        nargs = action.nargs
        if nargs is None:
            return "%s" % self._metavars(action, default, 1)
        if nargs == OPTIONAL:
            return "[%s]" % self._metavars(action, default, 1)
        if nargs == ZERO_OR_MORE:
            names = self._metavars(action, default, 1)
            return "[%s [%s ...]]" % names if len(names) == 2 else "[%s ...]" % names
        if nargs == ONE_OR_MORE:
            return "%s [%s ...]" % self._metavars(action, default, 2)
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return "%s ..." % self._metavars(action, default, 1)
        if nargs == SUPPRESS:
            return ""
        try:
            words = ["%s"] * nargs
        except TypeError:
            raise ValueError("invalid nargs value") from None
        return " ".join(words) % self._metavars(action, default, nargs)

    def _expand_help(self, action):
        text = self._get_help_string(action)
        if "%" not in text:
            return text
        values = {name: value for name, value in vars(action).items() if value is not SUPPRESS}
        values["prog"] = self._prog
        for name, value in values.items():
            if hasattr(value, "__name__"):
                values[name] = value.__name__
        if values.get("choices") is not None:
            values["choices"] = ", ".join(map(str, values["choices"]))
        return text % values

    # What subclasses change.

    def _split_lines(self, text, width):
        return _wrap(text, width)

    def _fill_text(self, text, width, indent):
        return "\n".join(indent + line for line in _wrap(text, width - len(indent)))

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


class RawDescriptionHelpFormatter(HelpFormatter):
    """Keeps the lines of descriptions."""

    def _fill_text(self, text, width, indent):
        return "".join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Keeps the lines of all texts."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Tells the defaults."""

    def _get_help_string(self, action):
        text = action.help or ""
        if "%(default)" not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Names arguments by their types."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__
