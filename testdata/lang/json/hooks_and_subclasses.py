# What the functions that decode make of a number need be no function if it is false; what the classes of
# lists and tuples say of their lengths does not count.
import json

text = '[1, 2.5, NaN, {"a": 1e5}]'
for false in (), 0, '', None, False:
    print(json.loads(text, parse_float=false, parse_int=false, parse_constant=false))
for true in float, str, (1,), lambda s: s + '!':
    for name in 'parse_float', 'parse_int', 'parse_constant':
        try:
            print(json.loads(text, **{name: true}))
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
decoder = json.JSONDecoder()
print(decoder.parse_float, decoder.parse_int, decoder.object_hook, decoder.strict)


class FalseHook:
    def __bool__(self):
        print('bool', end='; ')
        return False


print(json.loads('[1.5]', parse_float=FalseHook()))


def subclass(base, length):
    class Sized(base):
        def __len__(self):
            print('len', end='; ')
            if isinstance(length, Exception):
                raise length
            return length

        def __iter__(self):
            print('iter', end='; ')
            return super().__iter__()
    return Sized


for base in list, tuple:
    for length in -2, 0, 5, 'x', ValueError('len'):
        for items in (), (1, 2):
            for indent in None,:
                print(base.__name__, repr(length), items, end=': ')
                try:
                    print(json.dumps(subclass(base, length)(items), indent=indent))
                except Exception as e:
                    print(type(e).__name__, e)
