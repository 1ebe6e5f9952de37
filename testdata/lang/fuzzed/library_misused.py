# heapq, bisect, json and string.Formatter with what they cannot work on.
import heapq, bisect, json, string
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for n in None, 'a', 1.5, -1, 0, 1, 2, True, [1]:
    for it in (lambda: zip('ab', (1, 2))), (lambda: [3, 1, 2]), (lambda: 5), (lambda: iter([])), (lambda: 'cab'):
        for f in heapq.nlargest, heapq.nsmallest:
            show(lambda: f(n, it())); show(lambda: f(n, it(), key=lambda x: x)); show(lambda: f(n, it(), key=7))
for s in set(), {1}, {}, {'a': 1}, 5, None, 'abc', b'ab', range(3), iter([]), (1,), frozenset():
    for f in bisect.bisect_left, bisect.bisect_right, bisect.insort:
        show(lambda: f(s, ())); show(lambda: f(s, 1, 0, 1)); show(lambda: f(s, 1, -1)); show(lambda: f(s, 1, 0, 5)); show(lambda: f(s, 1, key=str)); show(lambda: f(s, 1, 0, None)); show(lambda: f(s, 1, 'a'))
class A3(list): __iter__ = None
class A4(dict):
    items = None
class A5(dict):
    def items(self): return 5
class A6(dict):
    def items(self): return [(1, 2), 3]
class A7(list):
    def __iter__(self): return iter('ab')
class A8(list):
    def __len__(self): return 0
for v in A3(), A3([1]), A4(), A4(a=1), A5(), A5(a=1), A6(a=1), A7([1]), A7(), A8([1]):
    show(lambda: json.dumps(v)); show(lambda: json.dumps(v, indent=1)); show(lambda: json.dumps([v]))
for v in {}, 5, None, b'{}', [1], '{a', '}', '{0', '{0.}', '{0[}', '{!r}':
    show(lambda: string.Formatter().format(v, 1)); show(lambda: string.Formatter().vformat(v, (1,), {})); show(lambda: list(string.Formatter().parse(v)))
show(lambda: string.Formatter().format())
