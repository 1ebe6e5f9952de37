# Widths and precisions that % takes from its arguments: a negative width means left.
for width in -3, -2, -1, 0, 1, 2, True:
    print([spec % (width, "") for spec in ("%*s|", "%-*s|", "%*.1s|")], [b"%*s|" % (width, b"")])
    print(["%*d|" % (width, 7), "%0*d|" % (width, 7), "%+*d|" % (width, 7), "%*r|" % (width, "")])
for precision in -2, -1, 0, 1, 2:
    print("%.*s|" % (precision, "abc"), "%.*f|" % (precision, 2.5), "%.*d|" % (precision, 7), "%*.*s|" % (precision, precision, "abc"))
for width in -(2**63), 2**63, -(2**64), 1.5, None:
    for spec in "%*s|", "%.*s|":
        try:
            print(spec % (width, "x"))
        except (OverflowError, TypeError) as e:
            print(type(e).__name__, e)
