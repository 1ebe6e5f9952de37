import traceback, sys
def f(): raise ValueError(1)
def g():
    try: f()
    except ValueError as e: raise KeyError(2) from e
try: g()
except KeyError as e:
    for n in (0, 1, -1, 5, None, -5):
        print("limit", n)
        print("".join(traceback.format_exception(e, limit=n)), end="")
        print("".join(traceback.format_tb(e.__traceback__, n)), end="|\n")
        traceback.print_exc(limit=n, file=sys.stdout)
        print(len(traceback.extract_tb(e.__traceback__, n)), traceback.format_exc(n).count("\n"))
        try: raise ExceptionGroup("g", [e, ValueError(3)])
        except ExceptionGroup as eg: traceback.print_exception(eg, limit=n, file=sys.stdout)
    te = traceback.TracebackException.from_exception(e, limit=0)
    print(te.stack, "".join(te.format()))
def s(n): return [len(traceback.extract_stack(limit=n)), len(traceback.format_stack(limit=n))]
print(s(0), s(1), s(-1), s(9))
