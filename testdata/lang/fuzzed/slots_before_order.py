# Wrong __slots__ are complained of before an impossible order of bases.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)

def mk(b, s): return type('X', b, {'__slots__': s})
t(lambda: mk((object,tuple),('v',))); t(lambda: mk((object,tuple),()));t(lambda: mk((object,int),('v',)));t(lambda: mk((int,str),('v',)));t(lambda: mk((object,set),('1',)));t(lambda: mk((object,set),('v',)))
