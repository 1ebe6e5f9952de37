# argparse, part 4: reading one command line.
#
# The words are classified first: O an option, A an argument, - the word "--",
# behind which all are arguments. What an argument takes is then a regular
# expression over that text.


class _Parse:
    def __init__(self, parser, words, namespace, intermixed):
        self.parser = parser
        self.words = words
        self.namespace = namespace
        self.intermixed = intermixed
        self.rest = []
        self.seen = set()
        self.given = set()  # those that got another value than their default
        self.positionals = parser._get_positional_actions()
        self.conflicts = {}
        for group in parser._mutually_exclusive_groups:
            for action in group._group_actions:
                others = [other for other in group._group_actions if other is not action]
                self.conflicts.setdefault(action, []).extend(others)
        self.options = {}  # word's number -> what it means
        kinds = ""
        for place, word in enumerate(words):
            if word == "--":
                kinds += "-" + "A" * (len(words) - place - 1)
                break
            meaning = self.meaning(word)
            if meaning is not None:
                self.options[place] = meaning
            kinds += "A" if meaning is None else "O"
        self.kinds = kinds

    def run(self):
        """Read all words; the ones that mean nothing are returned."""
        place = 0
        last = max(self.options, default=-1)
        while place <= last:
            option = min(at for at in self.options if at >= place)
            if not self.intermixed and place != option:
                end = self.take_positionals(place)
                if end > place:
                    place = end
                    continue
            if place not in self.options:
                self.rest += self.words[place:option]
                place = option
            place = self.take_option(place)
        if self.intermixed:
            self.take_scattered(self.rest + self.words[place:])
        else:
            place = self.take_positionals(place)
            self.rest += self.words[place:]
        self.check_required()
        return self.rest

    def take_scattered(self, words):
        """Read the positional arguments out of the words that are no options of ours."""
        self.rest = [word for word in words if self.meaning(word)]
        self.words = [word for word in words if not self.meaning(word)]
        self.kinds = "A" * len(self.words)
        self.rest += self.words[self.take_positionals(0) :]

    def meaning(self, word):
        """What an option's word means: (action, name, sep, argument); None for an argument."""
        parser = self.parser
        known, chars = parser._option_string_actions, parser.prefix_chars
        if not word or word[0] not in chars:
            return None
        if word in known:
            return known[word], word, None, None
        if len(word) == 1:
            return None
        name, sep, argument = word.partition("=")
        if sep and name in known:
            return known[name], name, sep, argument
        found = self.abbreviated(word)
        if len(found) > 1:
            names = ", ".join(name for _, name, _, _ in found)
            raise ArgumentError(None, f"ambiguous option: {word} could match {names}")
        if found:
            return found[0]
        if _negative_number.match(word) and not parser._has_negative_number_optionals:
            return None
        if " " in word:
            return None
        return None, word, None, None

    def abbreviated(self, word):
        parser = self.parser
        name, sep, argument = word.partition("=")
        if not sep:
            sep = argument = None
        found = []
        if word[1] in parser.prefix_chars:
            if parser.allow_abbrev:
                for option, action in parser._option_string_actions.items():
                    if option.startswith(name):
                        found.append((action, option, sep, argument))
            return found
        for option, action in parser._option_string_actions.items():
            if option == word[:2]:
                found.append((action, option, "", word[2:]))
            elif parser.allow_abbrev and option.startswith(name):
                found.append((action, option, sep, argument))
        return found

    def take_option(self, place):
        """Read the option at a place; the place behind it and its arguments."""
        word, chars = self.words[place], self.parser.prefix_chars
        action, name, sep, argument = self.options[place]
        found = []
        while True:
            if action is None:
                self.rest.append(word)
                return place + 1
            if argument is None:
                end = place + 1 + self.count(action, self.kinds[place + 1 :])
                found.append((action, self.words[place + 1 : end], name))
                break
            end = place + 1
            count = self.count(action, "A")
            if count == 1:
                found.append((action, [argument], name))
                break
            if count or name[1] in chars or argument == "" or sep or argument[0] in chars:
                raise ArgumentError(action, f"ignored explicit argument {argument!r}")
            # Single-letter options run together: -xyz.
            found.append((action, [], name))
            name = name[0] + argument[0]
            if name not in self.parser._option_string_actions:
                self.rest.append(name[0] + argument)
                break
            action, argument = self.parser._option_string_actions[name], argument[1:]
            if not argument:
                sep = argument = None
            elif argument[0] == "=":
                sep, argument = "=", argument[1:]
            else:
                sep = ""
        for action, arguments, name in found:
            self.act(action, arguments, name)
        return end

    def take_positionals(self, place):
        """Read as many positional arguments as there are words for; the place behind them."""
        kinds = self.kinds[place:]
        for last in range(len(self.positionals), -1, -1):
            pattern = "".join(self.pattern(action) for action in self.positionals[:last])
            match = _re.match(pattern, kinds)
            if match:
                break
        counts = [len(text) for text in match.groups()]
        for action, count in zip(self.positionals, counts):
            self.act(action, self.words[place : place + count])
            place += count
        del self.positionals[: len(counts)]
        return place

    def pattern(self, action):
        """What an action takes, as a regular expression."""
        nargs, dashes = action.nargs, "" if action.option_strings else "-*"
        more = "[A]*" if action.option_strings else "[A-]*"
        if nargs is None:
            return f"({dashes}A{dashes})"
        if nargs == OPTIONAL:
            return f"({dashes}A?{dashes})"
        if nargs == ZERO_OR_MORE:
            return f"({dashes}{more})"
        if nargs == ONE_OR_MORE:
            return f"({dashes}A{more})"
        if nargs == REMAINDER:
            return "([AO]*)" if action.option_strings else "(.*)"
        if nargs == PARSER:
            return f"({dashes}A[AO]*)" if action.option_strings else "(-*A[-AO]*)"
        if nargs == SUPPRESS:
            return f"({dashes})"
        return "(" + dashes + dashes.join("A" * nargs) + dashes + ")"

    def count(self, action, kinds):
        """How many of the words that follow an option are its arguments."""
        match = _re.match(self.pattern(action), kinds)
        if match:
            return len(match[1])
        nargs = action.nargs
        if nargs is None:
            raise ArgumentError(action, "expected one argument")
        if nargs == OPTIONAL:
            raise ArgumentError(action, "expected at most one argument")
        if nargs == ONE_OR_MORE:
            raise ArgumentError(action, "expected at least one argument")
        raise ArgumentError(action, f"expected {nargs} argument{'s' if nargs != 1 else ''}")

    def act(self, action, words, name=None):
        self.seen.add(action)
        value = self.value(action, words)
        if value is not action.default:
            self.given.add(action)
            for other in self.conflicts.get(action, ()):
                if other in self.given:
                    raise ArgumentError(action, f"not allowed with argument {_name_of(other)}")
        if name is not None and action.deprecated:
            self.parser._warning(f"option '{name}' is deprecated")
        if value is not SUPPRESS:
            action(self.parser, self.namespace, value, name)

    def value(self, action, words):
        """The value that an action gets for its words."""
        parser, nargs = self.parser, action.nargs
        convert = parser._get_value
        if nargs not in (PARSER, REMAINDER) and "--" in words:
            words.remove("--")
        if not words and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and value is not SUPPRESS:
                value = convert(action, value)
                parser._check_value(action, value)
            return value
        if not words and nargs == ZERO_OR_MORE and not action.option_strings:
            if action.default is None:
                return []
            parser._check_value(action, action.default)
            return action.default
        if len(words) == 1 and nargs in (None, OPTIONAL):
            value = convert(action, words[0])
            parser._check_value(action, value)
            return value
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [convert(action, word) for word in words]
        if nargs == PARSER:
            parser._check_value(action, values[0])
        elif nargs != REMAINDER:
            for value in values:
                parser._check_value(action, value)
        return values

    def check_required(self):
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_name_of(action))
            elif (
                isinstance(action.default, str)
                and hasattr(self.namespace, action.dest)
                and action.default is getattr(self.namespace, action.dest)
            ):
                setattr(self.namespace, action.dest, self.parser._get_value(action, action.default))
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any(action in self.given for action in group._group_actions):
                names = " ".join(str(_name_of(a)) for a in group._group_actions if a.help is not SUPPRESS)
                raise ArgumentError(None, f"one of the arguments {names} is required")
