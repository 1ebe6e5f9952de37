import re
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e, e.args)
E=re.PatternError
t(lambda: E()); t(lambda: E(1)); t(lambda: E(1).args); t(lambda: E(1,2)); t(lambda: E(1,2,3)); t(lambda: E(None, 'a', 1)); t(lambda: E('m', 'a', '1')); t(lambda: E('m', 'a', 1.7)); t(lambda: E('m', 'a', None)); t(lambda: E('m', None, 3)); t(lambda: E('m', 'a', 1, 2)); t(lambda: E('m', 'ab\ncd', 4)); t(lambda: E('m', b'ab\ncd', 4)); t(lambda: E('m', [1], 4)); t(lambda: E('m', 'a', True)); t(lambda: E(x=1)); t(lambda: vars(E('m', 'ab', 1))); t(lambda: E('m', 'ab', -1)); t(lambda: vars(E('m', 'a\nb', 10**20)));t(lambda: E('m', 'ab', [])); t(lambda: repr(E('m', 'ab', 1)))
class F(E):
    def __init__(self, *a): super().__init__(*a); self.q = 1
t(lambda: F()); t(lambda: F('m', 'a', 0)); t(lambda: vars(F('m')))
