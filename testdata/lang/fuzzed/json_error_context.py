# Errors of JSON where no value begins have a StopIteration as context.
import json
def ctx(f):
    try: f()
    except Exception as e: print(repr(e), repr(e.__context__), repr(e.__cause__), e.__suppress_context__, e.__context__ and repr(e.__context__.__context__))
for s in ('', ' ', '[', '[1,', '{"a":', '{', '-', '[-]', 'ä[', 'nul', '[1 2', '{"a" 1}', '1 2', '"abc', '{"a":1,}', '[1,]'):
    ctx(lambda: json.loads(s))
    try: 1/0
    except ZeroDivisionError: ctx(lambda: json.loads(s))
ctx(lambda: json.JSONDecoder().raw_decode('x'))
ctx(lambda: json.JSONDecoder().raw_decode('äx', 1))
