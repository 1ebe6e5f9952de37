# What re says of patterns and replacements of the wrong types.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)

import re
for x in ({}, 5, [], None, 'a'):
    t(lambda: re.match(x,'')); t(lambda: re.escape(x)); t(lambda: re.compile(x)); t(lambda: re.sub(x,'',''))
t(lambda: re.sub(r'(\w)', lambda m: 5, '-a')); t(lambda: re.sub(r'(\w)', lambda m: 5, 'a')); t(lambda: re.sub(r'(\w)', lambda m: print(m) or 5 , 'abc'));t(lambda: re.sub(r'(\w)', lambda m: None if m[0]=='a' else b'' , 'abc'));t(lambda: re.sub(rb'(\w)', lambda m: '' , b'abc'))
t(lambda: re.sub(b'a', '', b'xabc'));t(lambda: re.sub('a', b'', 'xabc'));t(lambda: re.sub('a', b'\\1', 'xabc'));t(lambda: re.sub('(a)', b'\\1', 'xabc'));t(lambda: re.sub('(a)', b'q\\1', 'xabc'));t(lambda: re.sub('(a)', b'q\\1', 'xxbc'))
