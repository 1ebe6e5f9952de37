# The aliases of typing whose classes are in modules that take longer to import than typing does.
import contextlib
import re

Counter = _Alias(collections.Counter, 1)
ChainMap = _Alias(collections.ChainMap, 2)
ContextManager = _Alias(contextlib.AbstractContextManager, 2, 'ContextManager')
AsyncContextManager = _Alias(contextlib.AbstractAsyncContextManager, 2, 'AsyncContextManager')
Pattern = _Alias(re.Pattern, 1)
Match = _Alias(re.Match, 1)
