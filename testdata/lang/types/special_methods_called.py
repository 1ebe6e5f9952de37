# Special methods of builtin types called by name: errors about the number and kind of arguments.
for f in (lambda: "a".__add__(1), lambda: (5).__add__(), lambda: (5).__add__(1, 2), lambda: (5).__add__(x=1), lambda: int.__add__(), lambda: int.__add__("a", 1), lambda: [].__mul__("a"), lambda: [1].__rmul__(2), lambda: (1,).__rmul__(None),
  lambda: b"".__add__("a"), lambda: "ab".__rmul__(2), lambda: (5).__pow__(2, 7), lambda: (5).__rpow__(2, 7), lambda: (5).__pow__(2, 1.5), lambda: (5.0).__pow__(2, 7), lambda: (5).__divmod__(1.5), lambda: (5.5).__divmod__(2), lambda: (5).__rdivmod__(9),
  lambda: [].__len__(1), lambda: {}.__getitem__(), lambda: {}.__contains__(1, 2), lambda: object().__setattr__("a"), lambda: [].__setitem__(1), lambda: [].__delitem__(), lambda: "a".__contains__(1), lambda: (1).__eq__(), lambda: (1).__hash__(1), lambda: (1).__repr__(x=1),
  lambda: (5).__delattr__("x"), lambda: ().__iter__(1), lambda: iter([]).__next__(1), lambda: (5).__init__(1, 2), lambda: hasattr("", "__bool__"), lambda: int.__new__(), lambda: int.__new__(5), lambda: [].__iadd__(1), lambda: [].__imul__("a"), lambda: "".maketrans(), lambda: "".maketrans(x=1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
