# The exit status is what the exception says its code is, whatever its arguments are.
import sys


class Quit(SystemExit):
    def __init__(self, code):
        super().__init__("not what is shown")
        self.code = code


try:
    raise Quit("text")
except SystemExit as error:
    print(error.code, error.args)
sys.stdout.flush()
raise Quit(4)
