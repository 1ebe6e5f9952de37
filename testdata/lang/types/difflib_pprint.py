# Deltas of lines, and data structures laid out within a width.
import difflib, pprint, random, collections, dataclasses, types, io
random.seed(3)
text = "one two three four five six seven eight nine ten".split()
for _ in range(15):
    a = [random.choice(text) + " " + random.choice(text) + "\n" for _ in range(random.randrange(12))]
    b = list(a)
    for _ in range(random.randrange(5)):
        if b and random.random() < .5: b[random.randrange(len(b))] = random.choice(text) + " " + random.choice(text) + "\n"
        elif b and random.random() < .5: del b[random.randrange(len(b))]
        else: b.insert(random.randrange(len(b) + 1), random.choice(a or ["x\n"]))
    print("".join(difflib.unified_diff(a, b, "a", "b", n=random.randrange(4))))
    print("".join(difflib.context_diff(a, b, "a", "b", "now", n=1)))
    print("".join(difflib.ndiff(a, b)))
    print(list(difflib.restore(difflib.ndiff(a, b), 2)) == b)
    s = difflib.SequenceMatcher(None, "".join(a), "".join(b))
    print(s.ratio(), s.quick_ratio(), s.real_quick_ratio(), s.get_opcodes()[:4], s.find_longest_match())
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.SequenceMatcher(lambda x: x == " ", " abcd", "abcd abcd").get_matching_blocks())
print(difflib.SequenceMatcher(None, "ab" * 150, "ba" * 150).ratio(), difflib.SequenceMatcher(None, "ab" * 150, "ba" * 150, False).get_opcodes())
for f in (lambda: difflib.get_close_matches("a", [], n=0), lambda: difflib.get_close_matches("a", [], cutoff=2), lambda: list(difflib.unified_diff([1], [2])), lambda: list(difflib.restore([], 3))):
    try: f()
    except Exception as e: print(type(e).__name__, e)
@dataclasses.dataclass
class P:
    x: int
    name: str
    items: list = dataclasses.field(default_factory=list)
    def __post_init__(self): pass
@dataclasses.dataclass(repr=False)
class Q(P): pass
def make(d):
    k = random.randrange(9 if d else 4)
    if k == 0: return random.randrange(10**random.randrange(1, 12))
    if k == 1: return " ".join(random.choice(text) for _ in range(random.randrange(30)))
    if k == 2: return random.choice([None, True, 1.5, b"x" * random.randrange(100), "a\nb\n" * random.randrange(12)])
    if k == 3: return random.choice(text)
    if k == 4: return [make(d - 1) for _ in range(random.randrange(8))]
    if k == 5: return tuple(make(d - 1) for _ in range(random.randrange(5)))
    if k == 6: return {random.choice(text): make(d - 1) for _ in range(random.randrange(6))}
    if k == 7: return random.choice([lambda: P(make(d - 1), random.choice(text), [make(d - 1)]), lambda: types.SimpleNamespace(alpha=make(d - 1), beta=make(d - 1)), lambda: collections.OrderedDict((random.choice(text), make(d - 1)) for _ in range(4)),
        lambda: collections.deque([make(d - 1)] * 3, random.choice([None, 5])), lambda: collections.Counter(text * 2), lambda: collections.defaultdict(list, {w: make(d - 1) for w in text[:3]}), lambda: collections.ChainMap({w: w * 5 for w in text[:4]}, {1: make(d - 1)}),
        lambda: types.MappingProxyType({w: w * 4 for w in text}), lambda: collections.UserList(text * 3), lambda: collections.UserDict({w: w for w in text}), lambda: collections.UserString("long " * 30)])()
    if k == 8: return 7
for _ in range(60):
    v = make(3)
    try: print(pprint.pformat(v, width=random.choice([80, 40, 20, 5]), indent=random.choice([1, 2, 4]), compact=random.random() < .3, depth=random.choice([None, None, 1, 2]), sort_dicts=random.random() < .7, underscore_numbers=random.random() < .3))
    except Exception as e: print(type(e), e)
pprint.pprint([1, {"a": 2}]); pprint.pp({"b": 1, "a": 2})
out = io.StringIO(); pprint.pprint(list(range(40)), stream=out, compact=True); print(out.getvalue())
print(pprint.saferepr([{"b": 1, "a": [2]}]), pprint.isreadable([1, "a"]), pprint.isreadable(object), pprint.isrecursive([1]))
l = [1]; l.append(l)
print(pprint.isrecursive(l), pprint.isreadable(l), "Recursion on list with id=" in pprint.pformat(l))
for kw in (dict(indent=-1), dict(depth=0), dict(width=0)):
    try: pprint.pformat(1, **kw)
    except ValueError as e: print(e)
print(Q(1, "x") is not None)
pprint.pprint(Q)
