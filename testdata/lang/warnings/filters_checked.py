# What filters and warn() refuse, and what a program puts in the place of showwarning().
import io
import sys
import warnings


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(warnings.simplefilter, "ignore", lineno="x")
attempt(warnings.simplefilter, "ignore", lineno=-1)
attempt(warnings.simplefilter, "all")
attempt(warnings.filterwarnings, "ignore", category=int)
attempt(warnings.filterwarnings, "ignore", category=3)
attempt(warnings.filterwarnings, "ignore", 3)
attempt(warnings.filterwarnings, "ignore", module=3)
attempt(warnings.filterwarnings, "ignore", lineno="3")
attempt(warnings.filterwarnings, "ignored", 3)
attempt(warnings.warn, "x", skip_file_prefixes=["a"])
attempt(warnings.warn, "x", skip_file_prefixes=("a", 3))
attempt(warnings.warn, "x", skip_file_prefixes=None)
attempt(warnings.warn, "x", 3)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("one")
    warnings.showwarning = lambda *args: print("shown:", len(args), args[0], args[4:])
    warnings.warn("two")
    print(len(caught), caught[0])
    warnings.showwarning = 3
    attempt(warnings.warn, "x")

out = io.StringIO()
warnings.showwarning("m", UserWarning, "file", 3, out, "the line")
print(out.getvalue(), end="")
with warnings.catch_warnings(record=True) as caught:
    warnings.showwarning("m", UserWarning, "file", 3, out, "the line")
    print(caught[0])
sys.stderr = sys.stdout
warnings.formatwarning = lambda *args: f"{args}\n"
warnings.showwarning("m", UserWarning, "file", 3)
warnings.simplefilter("always")
warnings.warn_explicit("n", UserWarning, "file", 4)
warnings.simplefilter("once")
for line in 1, 2:
    warnings.warn_explicit("n", UserWarning, "file", line)
