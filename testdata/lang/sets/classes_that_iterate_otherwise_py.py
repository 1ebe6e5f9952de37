# Sets take the items of other sets as they are, whatever their classes iterate over.
class Other(set):
    def __iter__(self):
        return iter([9])


class Frozen(frozenset):
    def __iter__(self):
        return iter([9])


for o in (Other([1, 2]), Frozen([1, 2])):
    print(set(o), frozenset(o), {0} | o, {1} & o, {1, 3} - o, {1, 3} ^ o, {0}.union(o), {1}.intersection(o),
          {1, 3}.difference(o), {1, 3}.symmetric_difference(o), {*o}, list(o), sorted(o), len(o), 1 in o, o == {1, 2})
    s = {1, 3}
    s.update(o)
    print(s)
    s.difference_update(o)
    print(s)
    s.symmetric_difference_update(o)
    print(s)
    s.intersection_update(o)
    print(s, s <= o, s.isdisjoint(o), s.issuperset(o), dict.fromkeys(o))
