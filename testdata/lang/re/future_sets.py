import re, warnings, sys
warnings.simplefilter("always")
warnings.showwarning = lambda m, c, f, l, *a: print(f"{c.__name__}: {m} {l}")
for p in ["[[a]", "[a[b]", "[a||b]", "[a&&b]", "[a--b]", "[a~~b]", "[a[:alpha:]]", "[[:alpha:]]", "[|]", "[||]", "[a-[b]", "[--a]", "[-a--b]", "[^[a]", "[a-z&&[aeiou]]", "x[ab--]y", "[&&]", "[a&&]", "(?i)[[x]", "[]||]", "[[]", "[^[]","[\\[a]","[a\\&&b]", "[a-~~]", "[a|&|b]", "\n [[a]"]:
    try:
        re.compile(p)
        print(repr(p), "ok")
    except re.error as e:
        print(repr(p), e)
re.purge()
re.compile("(?x) [a&&b]  # [[x]\n [||]")
re.match(r"[[a]", "x")
re.sub(rb"[[a-z&&b]", b"", b"")
