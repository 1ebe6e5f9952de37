# Throwing what is no exception, and StopIteration, into generators and what they wait for.
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e, repr(e.__context__))
def g():
    try: yield 1
    except ValueError: yield 2
for x in (5, 'a', None, int, ValueError, ValueError('q'), type('E', (), {})(), ValueError):
    for started in (0, 1, 2):
        gen = g()
        if started: next(gen)
        if started == 2: gen.close()
        t(lambda: gen.throw(x)); t(lambda: next(gen))
async def co():
    try: await X()
    except ValueError: print('caught')
class X:
    def __await__(self): yield 1
for x in (5, int, 'q'):
    c = co(); 
    t(lambda: c.send(None)); t(lambda: c.throw(x)); t(lambda: c.close())
    c = co(); t(lambda: c.throw(x)); c.close()
class NoThrow:
    def __iter__(self): return self
    def __next__(self): return 1
def o2(): yield from NoThrow()
o = o2(); next(o); t(lambda: o.throw(5)); t(lambda: next(o))
o = o2(); next(o); t(lambda: o.throw(KeyError('x')))
async def ag():
    yield 1
a = ag(); t(lambda: a.athrow(5).send(None)); a= ag(); t(lambda: a.asend(None).send(None)); t(lambda: a.athrow(int).send(None)); t(lambda: a.asend(None).throw(5)); 
def g(it):
    print('got', (yield from it))
    yield 'after'
class Plain:
    def __iter__(self): return self
    def __next__(self): return 1
def sub():
    yield 1
    yield 2
class AW:
    def __init__(self, it): self.it = it
    def __await__(self): return self.it
async def co(it):
    print('awaited', await AW(it))
for make in (lambda: iter([1, 2]), lambda: iter('ab'), lambda: iter({1: 2}), Plain, sub, lambda: map(str, [1]), lambda: (x for x in 'ab')):
    for e in (StopIteration, StopIteration(5), StopIteration(1, 2), KeyError('k'), GeneratorExit):
        x = g(make()); next(x)
        t(lambda: x.throw(e)); t(lambda: next(x))
        c = co(make())
        t(lambda: c.send(None)); t(lambda: c.throw(e)); c.close()
