"""The constructors of datetime look at their arguments in order and leave them as they
are."""
import datetime


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        print("index", self.n)
        return self.n

    def __repr__(self):
        return f"Index({self.n})"


for args in ((True,), (True, True, True), [Index(1), Index(2)], [Index(1), Index(2), Index(3), Index(4)], (Index(1), "x"),
             (Index(1), Index(2), Index(3), 4, 5, 6, 7, None), (1, 2, 3, 4, 5, 6, 7, "zone")):
    for cls in (datetime.date, datetime.datetime, datetime.time):
        try:
            print(cls(*args))
        except TypeError as e:
            print(e)
        print(args)
