# argparse, part 3: parsers.


class _ActionsContainer:
    """What arguments are added to: a parser or a group in one."""

    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        self.description = description
        self.argument_default = argument_default
        self.prefix_chars = prefix_chars
        self.conflict_handler = conflict_handler
        self._registries = {"action": {}, "type": {None: lambda text: text}}
        for name, action in (
            (None, _StoreAction),
            ("store", _StoreAction),
            ("store_const", _StoreConstAction),
            ("store_true", _StoreTrueAction),
            ("store_false", _StoreFalseAction),
            ("append", _AppendAction),
            ("append_const", _AppendConstAction),
            ("count", _CountAction),
            ("help", _HelpAction),
            ("version", _VersionAction),
            ("parsers", _SubParsersAction),
            ("extend", _ExtendAction),
        ):
            self.register("action", name, action)
        self._actions = []
        self._option_string_actions = {}
        self._action_groups = []
        self._mutually_exclusive_groups = []
        self._defaults = {}
        self._has_negative_number_optionals = []

    def register(self, registry_name, value, object):
        self._registries[registry_name][value] = object

    def _registry_get(self, registry_name, value, default=None):
        return self._registries[registry_name].get(value, default)

    def set_defaults(self, **defaults):
        self._defaults.update(defaults)
        for action in self._actions:
            if action.dest in defaults:
                action.default = defaults[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def add_argument(self, *names, **options):
        chars = self.prefix_chars
        if not names or len(names) == 1 and names[0][0] not in chars:
            if names and "dest" in options:
                raise ValueError("dest supplied twice for positional argument")
            options = self._get_positional_kwargs(*names, **options)
        else:
            options = self._get_optional_kwargs(*names, **options)
        dest = options["dest"]
        if "default" not in options:
            if dest in self._defaults:
                options["default"] = self._defaults[dest]
            elif self.argument_default is not None:
                options["default"] = self.argument_default
        kind = options.pop("action", None)
        action_class = self._registry_get("action", kind, kind)
        if not callable(action_class):
            raise ValueError(f'unknown action "{action_class}"')
        action = action_class(**options)
        type_ = self._registry_get("type", action.type, action.type)
        if not callable(type_):
            raise ValueError(f"{type_!r} is not callable")
        if hasattr(self, "_get_formatter"):
            try:
                self._get_formatter()._format_args(action, "")
            except TypeError:
                raise ValueError("length of metavar tuple does not match nargs") from None
        return self._add_action(action)

    def _get_positional_kwargs(self, dest=None, **options):
        if "required" in options:
            raise TypeError("'required' is an invalid argument for positionals")
        if dest is None:
            dest = options.pop("dest")
        nargs = options.get("nargs")
        if nargs == 0:
            raise ValueError("nargs for positionals must be != 0")
        required = nargs != OPTIONAL and not (nargs == ZERO_OR_MORE and "default" in options)
        return dict(options, dest=dest, option_strings=[], required=required)

    def _get_optional_kwargs(self, *names, **options):
        chars = self.prefix_chars
        long = []
        for name in names:
            if name[0] not in chars:
                raise ValueError(f"invalid option string {name!r}: must start with a character {chars!r}")
            if len(name) > 1 and name[1] in chars:
                long.append(name)
        dest = options.pop("dest", None)
        if dest is None:
            dest = (long[0] if long else names[0]).lstrip(chars)
            if not dest:
                raise ValueError(f"dest= is required for options like {names[0]!r}")
            dest = dest.replace("-", "_")
        return dict(options, dest=dest, option_strings=list(names))

    def _add_action(self, action):
        self._check_conflict(action)
        self._actions.append(action)
        action.container = self
        for name in action.option_strings:
            self._option_string_actions[name] = action
            if _negative_number.match(name):
                self._has_negative_number_optionals.append(True)
        return action

    def _check_conflict(self, action):
        old = [(n, self._option_string_actions[n]) for n in action.option_strings if n in self._option_string_actions]
        if not old:
            return
        if self.conflict_handler == "resolve":
            for name, other in old:
                other.option_strings.remove(name)
                self._option_string_actions.pop(name, None)
                if not other.option_strings:
                    other.container._remove_action(other)
        elif self.conflict_handler == "error":
            plural = "s" if len(old) > 1 else ""
            raise ArgumentError(action, f"conflicting option string{plural}: {', '.join(n for n, _ in old)}")
        else:
            raise ValueError(f"invalid conflict_resolution value: {self.conflict_handler!r}")

    def _remove_action(self, action):
        self._actions.remove(action)

    def add_argument_group(self, title=None, description=None, **options):
        group = _ArgumentGroup(self, title, description, **options)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, *, required=False):
        group = _MutuallyExclusiveGroup(self, required)
        self._mutually_exclusive_groups.append(group)
        return group


class _ArgumentGroup(_ActionsContainer):
    """Arguments under a heading of their own."""

    def __init__(self, container, title=None, description=None, **options):
        self.title = title
        self._group_actions = []
        self._container = container
        super().__init__(
            description,
            options.get("prefix_chars", container.prefix_chars),
            options.get("argument_default", container.argument_default),
            options.get("conflict_handler", container.conflict_handler),
        )
        for name in ("_registries", "_actions", "_option_string_actions", "_defaults",
                     "_has_negative_number_optionals", "_mutually_exclusive_groups"):
            setattr(self, name, getattr(container, name))

    def _add_action(self, action):
        action = super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        super()._remove_action(action)
        self._group_actions.remove(action)

    def add_argument_group(self, *args, **options):
        _warn_nested("argument")
        return super().add_argument_group(*args, **options)


class _MutuallyExclusiveGroup(_ArgumentGroup):
    """Arguments of which one may be given."""

    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required

    def _add_action(self, action):
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        self._container._remove_action(action)
        self._group_actions.remove(action)

    def add_mutually_exclusive_group(self, **options):
        _warn_nested("mutually exclusive")
        return super().add_mutually_exclusive_group(**options)


def _warn_nested(kind):
    import warnings

    warnings.warn(f"Nesting {kind} groups is deprecated.", DeprecationWarning)


_negative_number = _re.compile(r"-(?:\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)$")


class ArgumentParser(_ActionsContainer, _Described):
    """Reads a command line."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[], formatter_class=HelpFormatter,
                 prefix_chars="-", fromfile_prefix_chars=None, argument_default=None, conflict_handler="error",
                 add_help=True, allow_abbrev=True, exit_on_error=True):
        super().__init__(description, prefix_chars, argument_default, conflict_handler)
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage, self.epilog, self.formatter_class = usage, epilog, formatter_class
        self.fromfile_prefix_chars, self.add_help = fromfile_prefix_chars, add_help
        self.allow_abbrev, self.exit_on_error = allow_abbrev, exit_on_error
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        self._subparsers = None
        if add_help:
            dash = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(dash + "h", dash * 2 + "help", action="help", default=SUPPRESS,
                              help="show this help message and exit")
        for parent in parents:
            self._add_parent(parent)

    def _add_parent(self, parent):
        if not isinstance(parent, ArgumentParser):
            raise TypeError("parents must be a list of ArgumentParser")
        mine = {group.title: group for group in self._action_groups if group.title is not None}
        places = {}
        for group in parent._action_groups:
            if group.title not in mine:
                mine[group.title] = self.add_argument_group(group.title, group.description,
                                                            conflict_handler=group.conflict_handler)
            for action in group._group_actions:
                places[action] = mine[group.title]
        for group in parent._mutually_exclusive_groups:
            exclusive = self.add_mutually_exclusive_group(required=group.required)
            for action in group._group_actions:
                places[action] = exclusive
        for action in parent._actions:
            places.get(action, self)._add_action(action)
        self._defaults.update(parent._defaults)

    def _get_kwargs(self):
        names = "prog usage description formatter_class conflict_handler add_help"
        return [(name, getattr(self, name)) for name in names.split()]

    def add_subparsers(self, **options):
        if self._subparsers is not None:
            raise ArgumentError(None, "cannot have multiple subparser arguments")
        options.setdefault("parser_class", type(self))
        if "title" in options or "description" in options:
            title = options.pop("title", "subcommands")
            self._subparsers = self.add_argument_group(title, options.pop("description", None))
        else:
            self._subparsers = self._positionals
        if options.get("prog") is None:
            formatter = self._get_formatter()
            formatter.add_usage(self.usage, self._get_positional_actions(), self._mutually_exclusive_groups, "")
            options["prog"] = formatter.format_help().strip()
        action_class = self._registry_get("action", options.pop("action", "parsers"))
        action = action_class(option_strings=[], **options)
        self._subparsers._add_action(action)
        return action

    def _add_action(self, action):
        group = self._optionals if action.option_strings else self._positionals
        group._add_action(action)
        return action

    def _get_positional_actions(self):
        return [action for action in self._actions if not action.option_strings]

    # Parsing. A parse reads one command line: see _Parse.

    def parse_args(self, args=None, namespace=None):
        found, rest = self.parse_known_args(args, namespace)
        if rest:
            self._fail(None, f"unrecognized arguments: {' '.join(rest)}")
        return found

    def _fail(self, argument, message):
        if self.exit_on_error:
            self.error(message)
        raise ArgumentError(argument, message)

    def parse_known_args(self, args=None, namespace=None):
        return self._parse(args, namespace, False)

    def parse_intermixed_args(self, args=None, namespace=None):
        found, rest = self.parse_known_intermixed_args(args, namespace)
        if rest:
            self._fail(None, f"unrecognized arguments: {' '.join(rest)}")
        return found

    def parse_known_intermixed_args(self, args=None, namespace=None):
        positionals = self._get_positional_actions()
        for nargs in (PARSER, REMAINDER):
            if any(action.nargs == nargs for action in positionals):
                raise TypeError(f"parse_intermixed_args: positional arg with nargs={nargs}")
        return self._parse(args, namespace, True)

    def _parse(self, args, namespace, intermixed):
        args = list(_sys.argv[1:] if args is None else args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        try:
            rest = _Parse(self, args, namespace, intermixed).run()
        except ArgumentError as error:
            if not self.exit_on_error:
                raise
            self.error(str(error))
        if hasattr(namespace, _UNRECOGNIZED_ARGS_ATTR):
            rest.extend(getattr(namespace, _UNRECOGNIZED_ARGS_ATTR))
            delattr(namespace, _UNRECOGNIZED_ARGS_ATTR)
        return namespace, rest

    def _get_value(self, action, text):
        convert = self._registry_get("type", action.type, action.type)
        if not callable(convert):
            raise ArgumentError(action, f"{convert!r} is not callable")
        try:
            return convert(text)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error)) from None
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, f"invalid {name} value: {text!r}") from None

    def _check_value(self, action, value):
        if action.choices is not None and value not in action.choices:
            names = ", ".join(map(repr, action.choices))
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {names})")

    # Telling.

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), _sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), _sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            (_sys.stderr if file is None else file).write(message)

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")

    def _warning(self, message):
        self._print_message(f"{self.prog}: warning: {message}\n", _sys.stderr)
