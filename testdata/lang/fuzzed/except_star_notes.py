# What except* clauses raise again is joined with what they left: notes do not matter.
def show(e, n=0):
    print(' ' * n, repr(e), getattr(e, '__notes__', None))
    for x in getattr(e, 'exceptions', ()): show(x, n + 1)
def run(note, how, outer=False):
    try:
        try:
            g = ExceptionGroup('g', [ValueError(1), KeyError(2), ExceptionGroup('h', [ValueError(3), TypeError(4)])])
            if note: g.add_note('note')
            if note == 2: g.exceptions[2].add_note('deep')
            raise g
        except* ValueError as e:
            if how == 'raise': raise
            if how == 'raise e': raise e
            if how == 'from': raise e from None
            if how == 'note': e.add_note('more'); raise
        except* KeyError as k:
            if outer: raise
    except BaseException as e: show(e); print(repr(e.__context__), repr(e.__cause__))
for note in 0, 1, 2:
    for how in 'raise', 'raise e', 'from', 'note', '':
        for outer in 0, 1:
            print(note, how, outer); run(note, how, outer)
