# Widths and precisions that are arguments of %, at their limits.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)

t(lambda: '%*d' % 'ab'); t(lambda: "%*s" % (-2**63,)); t(lambda: "%*s" % (-2**63,1)); t(lambda: "%*s" % (-2**63+1,)); t(lambda: "%.*s" % (2**31,)); t(lambda:"%.*s" % (-2**31-1,));t(lambda:"%.*s" % (-2**31,2));t(lambda:"%.*d" % (2**65,)); t(lambda:"%.*d" % (1,2**77)); t(lambda:"%*d" % (2**65,))
t(lambda:"%*d" % (1,))
print('%-5s|' % 'a')
