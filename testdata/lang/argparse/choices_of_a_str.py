# choices are what the operator in says: of a str also what is part of it.
import argparse

parser = argparse.ArgumentParser(prog="pick", exit_on_error=False)
parser.add_argument("--letter", choices="abc")
parser.add_argument("--number", type=int, choices=range(3))
parser.add_argument("--key", choices={"k": 1})


class Answers:
    def __contains__(self, answer):
        return answer == "yes"

    def __iter__(self):
        return iter(["yes", "of course"])


parser.add_argument("--answer", choices=Answers())
for words in ("--letter ab", "--letter c", "--letter ac", "--letter x", "--letter=", "--number 2", "--number 3",
              "--key k", "--key z", "--answer yes", "--answer no"):
    try:
        print(parser.parse_args(words.split()))
    except argparse.ArgumentError as error:
        print(error)
