import collections
for s in ('i̇', 'é', 'e\u0301', '𝔘x', 'ﬁ', 'Å', 'a b', 'a,b', ''):
    try:
        print(collections.namedtuple('N', s)._fields)
    except Exception as e: print(e)
    try:
        print(collections.namedtuple(s, 'x'))
    except Exception as e: print(e)
class C:
    ﬁ = 1
print(C.fi, C.__dict__.keys() & {"fi", "ﬁ"})
