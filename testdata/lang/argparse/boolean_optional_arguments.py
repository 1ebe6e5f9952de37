# BooleanOptionalAction takes what it has no use for, with a warning.
import argparse
import warnings

parser = argparse.ArgumentParser(prog="run")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    parser.add_argument("--fast", action=argparse.BooleanOptionalAction, type=bool, default=True, help="hurry")
    parser.add_argument("--safe", action=argparse.BooleanOptionalAction, metavar="S", choices=[True, False])
    parser.add_argument("--plain", action=argparse.BooleanOptionalAction)
for warning in caught:
    print(warning.category.__name__, warning.message)
for words in "", "--no-fast --safe", "--plain --no-safe":
    print(parser.parse_args(words.split()))
print(parser.format_usage())
print(parser._option_string_actions["--no-safe"])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        argparse.BooleanOptionalAction(["--x"], "x", type=None)
    except DeprecationWarning as error:
        print("error:", error)
