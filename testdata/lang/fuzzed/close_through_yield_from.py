# GeneratorExit closes what a generator delegates to before it is raised in it; what throw() hands on.
def show(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e, type(e.__context__).__name__, type(e.__cause__).__name__)
def sub():
    try: yield 1
    finally: yield 'handled'
def gen():
    try:
        yield from sub()
        print('in', (yield 5))
    except BaseException as e: print('handled', repr(e), repr(e.__context__))
it = gen(); show(lambda: next(it)); show(lambda: it.close()); show(lambda: next(it)); show(lambda: next(it))
def gen2():
    x = yield from sub(); print('after', x)
it = gen2(); show(lambda: next(it)); show(lambda: it.close()); show(lambda: it.send(None)); show(lambda: it.send(None))
def gen3():
    try: x = yield from sub(); print('after', x)
    except RuntimeError as e: print('rt', e); yield 'more'; print('end'); return 7
it = gen3(); show(lambda: next(it)); show(lambda: it.close()); show(lambda: it.send(None)); show(lambda: it.send(None))
it = gen3(); show(lambda: next(it)); show(lambda: it.throw(GeneratorExit)); show(lambda: it.send(None)); show(lambda: it.send(None))
it = gen3(); show(lambda: next(it)); show(lambda: it.throw(ValueError)); show(lambda: it.send(None)); show(lambda: it.send(None))
class C:
    def __iter__(self): return self
    def __next__(self): return 1
    def close(self): print('close'); raise ValueError('c')
def gen4():
    try: yield from C()
    except ValueError as e: print(repr(e), repr(e.__context__)); yield 2
it = gen4(); show(lambda: next(it)); show(lambda: it.close()); show(lambda: next(it)); show(lambda: next(it))
def outer():
    try: yield from gen3()
    finally: print('outer fin')
it = outer(); show(lambda: next(it)); show(lambda: it.close()); show(lambda: it.send(None)); show(lambda: it.send(None))
def outer2():
    yield from gen2()
it = outer2(); show(lambda: next(it)); show(lambda: it.close()); show(lambda: it.send(None)); show(lambda: it.send(None))
# throw of odd things through yield from
def d(): yield 1
def g(): yield from d()
it = g(); next(it); show(lambda: it.throw(5)); show(lambda: next(it))

it = g(); next(it); show(lambda: it.throw(int)); show(lambda: next(it))
def g2():
    try: yield from d()
    except TypeError as e: print('in', e); yield 3
it = g2(); next(it); show(lambda: it.throw(5)); show(lambda: next(it))
class T:
    def __iter__(self): return self
    def __next__(self): return 1
    def throw(self, *a): print('throw', a); return 9
def g3(): yield from T()
it = g3(); next(it); show(lambda: it.throw(5)); show(lambda: next(it)); show(lambda: it.throw(GeneratorExit)); show(lambda: next(it))
def g4(): yield from [1, 2]
it = g4(); next(it); show(lambda: it.throw(5)); show(lambda: next(it))
it = g4(); next(it); show(lambda: next(it))
def g5(): yield from g3()
it = g5(); next(it); show(lambda: it.throw(5)); show(lambda: next(it))
