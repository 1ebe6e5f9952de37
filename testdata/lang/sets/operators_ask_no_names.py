class A(set):
    def __getattribute__(self, name):
        if name[0] != '_': print('get', name)
        return super().__getattribute__(name)
    def add(self, x): print('add')
    def discard(self, x): print('discard')
    def update(self, x): print('update')
    def union(self, *x): print('union')
o, u = A([1, 2, 3]), A([2])
o -= u
print(sorted(o)); o |= {7, 8}; print(sorted(o)); o &= {1, 7}; print(sorted(o)); o ^= {1, 2}; print(sorted(o))
print(o | u, o & u, o - u, o ^ u)
print(o.pop() in (2, 7)); o.add(1); o.intersection_update(u); o.difference_update([1]); o.symmetric_difference_update([5]); print(sorted(o))
print({1} - u, {5} | o, {1}.union(o), set(o), frozenset(o))
