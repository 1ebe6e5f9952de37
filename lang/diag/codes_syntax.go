package diag

// The codes of what is wrong with a program's text.
const (
	Unexpected      = "E0101"
	BadCharacter    = "E0102"
	UnclosedString  = "E0103"
	Unclosed        = "E0104"
	Unmatched       = "E0105"
	MissingColon    = "E0106"
	AwaitOutside    = "E0107"
	AssignForEqual  = "E0108"
	Indentation     = "E0109"
	BadNumber       = "E0110"
	BadEscape       = "E0111"
	BadString       = "E0112"
	FString         = "E0113"
	BadTarget       = "E0114"
	NoExpression    = "E0115"
	MissingComma    = "E0116"
	KeywordAsName   = "E0117"
	ForeignOperator = "E0118"
	ForeignWord     = "E0119"
	PrintStatement  = "E0120"
	BadParams       = "E0121"
	BadArguments    = "E0122"
	Starred         = "E0123"
	Walrus          = "E0124"
	Comprehension   = "E0125"
	BadDict         = "E0126"
	BadPattern      = "E0127"
	BadTry          = "E0128"
	BadImport       = "E0129"
	BadScope        = "E0130"
	ReturnOutside   = "E0131"
	YieldOutside    = "E0132"
	LoopOutside     = "E0133"
	Orphan          = "E0134"
	BadAsync        = "E0135"
	BadDecorator    = "E0136"
	NotInCoro       = "E0137"
	TooComplex      = "E0138"
	BadFile         = "E0139"
	BadAnnotation   = "E0140"
	Unfinished      = "E0141"
	TooMany         = "E0199"
)

var syntaxPages = []Page{
	{Unexpected, "something stands where it cannot",
		"The text is read from left to right, and at the caret no word of the language can go on like this. The fault is often a little before it.",
		"x = 1 2", "Look at what stands just before the caret: an operator, a comma or the end of a line may be missing."},
	{BadCharacter, "a character that belongs in no program",
		"Outside of strings and comments a program holds letters, digits and the plain punctuation of the keyboard. Text that was copied from a web page or a word processor often has other quotes, dashes and spaces that only look alike.",
		"print(“hello”)", "print(\"hello\")"},
	{UnclosedString, "a string is never closed",
		"A string that begins with one quote ends at the same quote on the same line. Text of several lines begins and ends with three quotes.",
		"print(\"hello)", "print(\"hello\")"},
	{Unclosed, "a bracket is never closed",
		"Every '(', '[' and '{' needs its partner. Until it is closed, the lines that follow belong to it, so the fault shows only later.",
		"print(max(1, 2)\nprint(3)", "print(max(1, 2))\nprint(3)"},
	{Unmatched, "a closing bracket does not fit",
		"A closing bracket closes the bracket that was opened last, and must be of its kind.",
		"x = [1, 2)", "x = [1, 2]"},
	{MissingColon, "a ':' is missing",
		"The first line of if, elif, else, while, for, with, try, except, finally, def, class, match and case ends with ':'.",
		"if x > 3\n    print(x)", "if x > 3:\n    print(x)"},
	{AwaitOutside, "await where nothing can wait",
		"Only an async function can stop and wait; so `await`, `async for` and `async with` stand in the body of an `async def`. In a .coro file they may stand at top level too, because the file is itself the main coroutine.",
		"def fetch(url):\n    return await http.get(url)", "async def fetch(url):\n    return await http.get(url)"},
	{AssignForEqual, "'=' in place of '=='",
		"'=' gives a name a value and is a statement. '==' compares.",
		"if x = 3:\n    print(x)", "if x == 3:\n    print(x)"},
	{Indentation, "the indentation does not fit",
		"Indentation says which lines belong together. A block's lines begin in the same column, deeper than the line that opens it, and a line that ends it goes back to the column of a block around it.",
		"if x:\nprint(x)", "if x:\n    print(x)"},
	{BadNumber, "a malformed number",
		"A number is decimal (12, 1_000, 1.5, 2e9), hexadecimal (0xff), octal (0o17) or binary (0b101). It does not begin with other zeros, and no letter follows it.",
		"mode = 0755", "mode = 0o755"},
	{BadEscape, "an escape sequence that means nothing",
		"In a string, '\\x' takes two hexadecimal digits, '\\u' four and '\\U' eight; '\\N{…}' takes a character's name. A bytes literal holds ASCII only.",
		`path = "C:\users"`, `path = r"C:\users"`},
	{BadString, "strings that cannot be joined",
		"Literals side by side become one string, so they must all be text or all bytes.",
		`x = b"a" "b"`, `x = b"a" b"b"`},
	{FString, "a malformed f-string",
		"In an f-string, '{' opens an expression and '}' closes it. A brace that is text is written twice. After the expression may come '=', a conversion (!r, !s, !a) and ':' with a format.",
		`print(f"{x")`, `print(f"{x}")`},
	{BadTarget, "something that cannot be assigned to",
		"Values go into names (x), attributes (x.y), items (x[0]) and tuples or lists of those. The value of a call, a literal or a calculation is no place to put anything.",
		"f() = 3", "x = f()"},
	{NoExpression, "an expression is missing",
		"An operator, a comma or a keyword before the caret asks for a value that is not there.",
		"x = 1 +", "x = 1 + 2"},
	{MissingComma, "perhaps a missing comma",
		"Two values stand side by side in a call, a list, a dictionary or a parameter list; a comma separates them.",
		"print(1 2)", "print(1, 2)"},
	{KeywordAsName, "a keyword used as a name",
		"Words such as class, from, in, is and lambda have a meaning of their own and cannot name anything.",
		"class = 3", "class_ = 3"},
	{ForeignOperator, "an operator of another language",
		"Python writes 'and', 'or' and 'not' for &&, || and !, '!=' for <>, and `x += 1` for x++.",
		"if a && b:\n    pass", "if a and b:\n    pass"},
	{ForeignWord, "a word of another language, or a misspelt one",
		"No statement begins like this.",
		"if x:\n    pass\nelse if y:\n    pass", "if x:\n    pass\nelif y:\n    pass"},
	{PrintStatement, "print without parentheses",
		"print is a function, and a function's arguments stand in parentheses.",
		"print \"hello\"", "print(\"hello\")"},
	{BadParams, "a faulty parameter list",
		"Parameters come in this order: those before '/', plain ones, '*args' or '*', keyword-only ones, '**kwargs'. Each name stands once; plain ones with a default follow those without.",
		"def f(a=1, b):\n    pass", "def f(b, a=1):\n    pass"},
	{BadArguments, "faulty arguments of a call",
		"Positional arguments come first, then those with a name. Each name stands once.",
		"f(a=1, 2)", "f(2, a=1)"},
	{Starred, "a misplaced '*'",
		"`*x` spreads a sequence into a list, a tuple, a set, a call or a subscript, or gathers what is left of an assignment. On its own it means nothing.",
		"x = *y", "x = [*y]"},
	{Walrus, "a misplaced ':='",
		"':=' gives a plain name a value inside an expression. On its own, on the right of '=' and in other places where it would be hard to read it needs parentheses.",
		"x := 3", "x = 3"},
	{Comprehension, "a faulty comprehension",
		"A comprehension makes one element for each turn of its loops. It cannot spread elements with '*', rebind its own loop variable, or yield.",
		"[*x for x in xs]", "[y for x in xs for y in x]"},
	{BadDict, "a faulty dictionary",
		"A dictionary pairs keys and values with ':'.",
		"{\"a\": 1, \"b\"}", "{\"a\": 1, \"b\": 2}"},
	{BadPattern, "a faulty pattern",
		"A case holds literals, names that take what they match, dotted names that are compared, and sequences, mappings and classes of patterns. A pattern that always matches comes last.",
		"match x:\n    case a:\n        pass\n    case 1:\n        pass", "match x:\n    case 1:\n        pass\n    case a:\n        pass"},
	{BadTry, "a faulty try statement",
		"After try come except clauses, a finally clause, or both. A bare except comes last, except and except* do not mix, and a block of except* cannot break, continue or return.",
		"try:\n    f()\nprint(1)", "try:\n    f()\nfinally:\n    print(1)"},
	{BadImport, "a faulty import",
		"It is `import module`, `import module as name`, `from module import name` or, at top level only, `from module import *`.",
		"import sleep from asyncio", "from asyncio import sleep"},
	{BadScope, "global or nonlocal that cannot work",
		"`global` and `nonlocal` stand before the first use of the name in the function. `nonlocal` needs a function around this one that has the name. A parameter is neither.",
		"def f():\n    x = 1\n    global x", "def f():\n    global x\n    x = 1"},
	{ReturnOutside, "return outside a function, or of a value where there is none",
		"`return` ends a function, so it stands in one. An async generator's return has no value.",
		"return 3", "def f():\n    return 3"},
	{YieldOutside, "yield outside a function",
		"`yield` makes the function around it a generator. There is none here. `yield from` cannot stand in an async function.",
		"yield 1", "def f():\n    yield 1"},
	{LoopOutside, "break or continue outside a loop",
		"`break` and `continue` belong to the loop around them in the same function.",
		"if x:\n    break", "while True:\n    if x:\n        break"},
	{Orphan, "a clause without its statement",
		"`else`, `elif`, `except`, `finally` and `case` go on with a statement above them in the same column.",
		"x = 1\nelse:\n    x = 2", "if y:\n    x = 1\nelse:\n    x = 2"},
	{BadAsync, "async before something that cannot be",
		"`async` stands before def, for and with.",
		"async f():\n    pass", "async def f():\n    pass"},
	{BadDecorator, "a decorator without a function or class",
		"The line after a decorator is another decorator, a def or a class.",
		"@cached\nx = 1", "@cached\ndef x():\n    return 1"},
	{NotInCoro, "a part of Python that Coro leaves out",
		"Coro has no complex numbers and no `type` statements. Everything it does accept means what it means in Python.",
		"z = 3j", "Leave it out."},
	{TooComplex, "too deeply nested",
		"There are limits to how deep brackets, blocks and expressions may nest; CPython has them too.",
		"a sum of 100,000 terms on one line", "Split it over several statements, or use sum() and a list."},
	{BadFile, "a file that is no program text",
		"A program is UTF-8 text without NUL characters.",
		"a picture, or text in Latin-1", "Save the file as UTF-8."},
	{BadAnnotation, "a faulty annotation",
		"`name: type` annotates one name, attribute or item.",
		"a, b: int", "a: int\nb: int"},
	{Unfinished, "the file ends in the middle of a line",
		"A backslash at the end of a line says that the line goes on.",
		"x = 1 + \\\n", "x = 1"},
	{TooMany, "too many faults to show",
		"The first hundred are shown.", "", "Mend those and look again."},
}
