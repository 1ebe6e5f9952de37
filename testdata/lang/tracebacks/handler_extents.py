import traceback, sys
def f1():
    try: raise ValueError
    except 3:
        if x:
            pass
        else:
            pass

    return 1
def f2():
    try: raise ValueError
    except 3:
        with a:
            pass
        # comment
    else:
        pass
def f3():
    try: raise ValueError
    except 3:
        try:
            pass
        except A:
            pass
        finally:
            b
    finally:
        pass
def f4():
    try: raise ValueError
    except 3:
        match x:
            case 1:
                pass
            case 2: pass
def f5():
    try: raise ValueError
    except 3:
        def g():
            return (1,
              2)
    y = 1
def f6():
    try: raise ValueError
    except 3:
        while x:
            pass
def f7():
    try: raise ValueError
    except 3:
        async def g(): pass
def f8():
    try: raise ValueError
    except 3: pass; pass
def f9():
    try: raise ValueError
    except 3:
        if x:
            pass
        elif y: pass
        elif z:
            for i in range(3):
                pass
            else: a = """
            """
def f10():
    try: raise ValueError
    except 3:
        pass
    except 4:
        for i in []:
            continue


def f11():
    try: raise ValueError
    except TypeError:
        pass
    except 4 as e:
        class A:
            x = 1
            def f(self): return 1
for f in (f1,f2,f3,f4,f5,f6,f7,f8,f9,f10,f11):
    try: f()
    except TypeError: traceback.print_exc(file=sys.stdout)
