# argparse, part 2: what arguments do to the namespace.


def _name_of(action):
    """What errors call an argument."""
    if action is None:
        return None
    if action.option_strings:
        return "/".join(action.option_strings)
    if action.metavar not in (None, SUPPRESS):
        metavar = action.metavar
        if not isinstance(metavar, tuple):
            return metavar
        if action.nargs == ZERO_OR_MORE and len(metavar) == 2:
            return "%s[, %s]" % metavar
        if action.nargs == ONE_OR_MORE:
            return "%s[, %s]" % metavar
        return ", ".join(metavar)
    if action.dest not in (None, SUPPRESS):
        return action.dest
    if action.choices:
        return "{" + ",".join(map(str, action.choices)) + "}"
    return None


class ArgumentError(Exception):
    """An argument that was used wrongly."""

    def __init__(self, argument, message):
        self.argument_name = _name_of(argument)
        self.message = message

    def __str__(self):
        if self.argument_name is None:
            return f"{self.message}"
        return f"argument {self.argument_name}: {self.message}"


class ArgumentTypeError(Exception):
    """What the function of a type raises for a value that is none."""


class _Described:
    """An object whose repr tells its attributes."""

    def _get_kwargs(self):
        return list(vars(self).items())

    def _get_args(self):
        return []

    def __repr__(self):
        words = [repr(arg) for arg in self._get_args()]
        odd = {}
        for name, value in self._get_kwargs():
            if name.isidentifier():
                words.append(f"{name}={value!r}")
            else:
                odd[name] = value
        if odd:
            words.append(f"**{odd!r}")
        return f"{type(self).__name__}({', '.join(words)})"


class Namespace(_Described):
    """Where the values of the arguments end."""

    def __init__(self, **values):
        for name, value in values.items():
            setattr(self, name, value)

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in vars(self)


class Action(_Described):
    """What one argument means."""

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None, deprecated=False):
        self.option_strings, self.dest, self.nargs, self.const = option_strings, dest, nargs, const
        self.default, self.type, self.choices, self.required = default, type, choices, required
        self.help, self.metavar, self.deprecated = help, metavar, deprecated

    def _get_kwargs(self):
        names = "option_strings dest nargs const default type choices required help metavar deprecated"
        return [(name, getattr(self, name)) for name in names.split()]

    def _get_subactions(self):
        return []

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None, deprecated=False):
        if nargs == 0:
            raise ValueError(
                "nargs for store actions must be != 0; if you have nothing to store, actions such as store "
                "true or store const may be more appropriate"
            )
        if const is not None and nargs != OPTIONAL:
            raise ValueError("nargs must be %r to supply const" % OPTIONAL)
        super().__init__(option_strings, dest, nargs, const, default, type, choices, required, help, metavar, deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None,
                 deprecated=False):
        super().__init__(option_strings, dest, nargs=0, const=const, default=default, required=required, help=help,
                         deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, const=True, default=default, required=required, help=help,
                         deprecated=deprecated)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, const=False, default=default, required=required, help=help,
                         deprecated=deprecated)


_not_given = object()


class BooleanOptionalAction(Action):
    """An option with a twin --no-option."""

    def __init__(self, option_strings, dest, default=None, type=_not_given, choices=_not_given, required=False, help=None,
                 metavar=_not_given, deprecated=False):
        odd = {"type": type, "choices": choices, "metavar": metavar}
        for name, value in odd.items():
            if value is _not_given:
                odd[name] = None
                continue
            import warnings

            # The warning is about add_argument(), which makes the action.
            text = f"{name!r} is deprecated as of Python 3.12 and will be removed in Python 3.14."
            warnings.warn_explicit(text, DeprecationWarning, "argparse.py", 1, "argparse")
        names = []
        for name in option_strings:
            names.append(name)
            if name.startswith("--"):
                names.append("--no-" + name[2:])
        super().__init__(names, dest, nargs=0, default=default, required=required, help=help, deprecated=deprecated, **odd)

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            setattr(namespace, self.dest, not option_string.startswith("--no-"))

    def format_usage(self):
        return " | ".join(self.option_strings)


def _items(namespace, dest):
    """A copy of the list that an argument appends to, which is put in its place."""
    items = getattr(namespace, dest, None)
    if items is None:
        items = []
    elif type(items) is list:
        items = items[:]
    else:
        import copy

        items = copy.copy(items)
    setattr(namespace, dest, items)
    return items


class _AppendAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None, deprecated=False):
        if nargs == 0:
            raise ValueError(
                "nargs for append actions must be != 0; if arg strings are not supplying the value to append, "
                "the append const action may be more appropriate"
            )
        if const is not None and nargs != OPTIONAL:
            raise ValueError("nargs must be %r to supply const" % OPTIONAL)
        super().__init__(option_strings, dest, nargs, const, default, type, choices, required, help, metavar, deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        _items(namespace, self.dest).append(values)


class _AppendConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None,
                 deprecated=False):
        super().__init__(option_strings, dest, nargs=0, const=const, default=default, required=required, help=help,
                         metavar=metavar, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        _items(namespace, self.dest).append(self.const)


class _ExtendAction(_AppendAction):
    def __call__(self, parser, namespace, values, option_string=None):
        _items(namespace, self.dest).extend(values)


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, nargs=0, default=default, required=required, help=help,
                         deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        super().__init__(option_strings, dest, nargs=0, default=default, help=help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        if help is None:
            help = "show program's version number and exit"
        super().__init__(option_strings, dest, nargs=0, default=default, help=help, deprecated=deprecated)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        text = parser._get_formatter()
        text.add_text(parser.version if self.version is None else self.version)
        parser._print_message(text.format_help(), _sys.stdout)
        parser.exit()


class _SubParsersAction(Action):
    """A command with arguments of its own."""

    class _Choice(Action):
        def __init__(self, name, aliases, help):
            if aliases:
                name += f" ({', '.join(aliases)})"
            super().__init__([], dest=name, help=help, metavar=name)

    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix = prog
        self._parser_class = parser_class
        self._name_parser_map = {}
        self._choices_actions = []
        self._deprecated = set()
        super().__init__(option_strings, dest, nargs=PARSER, choices=self._name_parser_map, required=required,
                         help=help, metavar=metavar)

    def add_parser(self, name, *, deprecated=False, **options):
        if options.get("prog") is None:
            options["prog"] = f"{self._prog_prefix} {name}"
        aliases = options.pop("aliases", ())
        if name in self._name_parser_map:
            raise ValueError(f"conflicting subparser: {name}")
        for alias in aliases:
            if alias in self._name_parser_map:
                raise ValueError(f"conflicting subparser alias: {alias}")
        if "help" in options:
            self._choices_actions.append(self._Choice(name, aliases, options.pop("help")))
        parser = self._parser_class(**options)
        for key in (name, *aliases):
            self._name_parser_map[key] = parser
            if deprecated:
                self._deprecated.add(key)
        return parser

    def _get_subactions(self):
        return self._choices_actions

    def __call__(self, parser, namespace, values, option_string=None):
        name, *words = values
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        try:
            command = self._name_parser_map[name]
        except KeyError:
            raise ArgumentError(
                self, f"unknown parser {name!r} (choices: {', '.join(self._name_parser_map)})"
            ) from None
        if name in self._deprecated:
            parser._warning(f"command '{name}' is deprecated")
        found, rest = command.parse_known_args(words, None)
        for key, value in vars(found).items():
            setattr(namespace, key, value)
        if rest:
            vars(namespace).setdefault(_UNRECOGNIZED_ARGS_ATTR, []).extend(rest)
