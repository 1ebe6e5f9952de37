# The module traceback asks an exception whether it is true; what is shown in the end
# does not depend on the answer.
class Odd(Exception):
    def __bool__(self):
        return ()


def start():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise Odd('odd') from e


start()
