# In which order the compiler warns, and where it warns again.
print('runs')


def never():
    global x
    x = 5
    f = f"""a
{x}
b \d {x}
c \q
"""
    g = f"\{x} \}}"
    def r():
        while x is 3:
            break
        for i in []:
            try:
                if x: return 1
                break
            finally:
                x is 4
    h = ("a" "\w"
      f"\e")
    k = u"\i" r"\i"
    async def s():
        async with x is 11: pass
        async for i in x is 12: pass
        await (x is 13)
    @(x is 14)
    class C(x is 16): 
        y = x is 15
    with x is 17 as p, x is 18: pass
    x[x is 19] = x is 20
    def q(a: (x is 24) = (x is 23), *, b=(x is 25)) -> (x is 26): 
        v: (x is 27) = 1
    try: pass
    except x is 28: pass
    else: x is 29
    print(x if x is 30 else x is 31)
    del x[x is 32]
    x += x is 33
    match x is 34:
        case 1 if x is 35: pass
    lambda: (yield (x is 36))
    print(*(x is 37), **(x is 38), z=(x is 39))
    z = a = b = x is 40
    "abc"["a"] += 1
    print("abc"["a"]["b"], [1](2)(3))
    {**(x is 41), x is 42: x is 43}
    x is 44 if x is 45 else x is 46
    [x is 47 for i in x if x is 48 for j in x is 49 if x is 50]
    {x is 51: x is 52 for i in x is 53}
