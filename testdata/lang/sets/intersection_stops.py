# An intersection with an iterable that is no set ends when all items were found.
def numbers():
    for n in 1, 2, 3:
        print('asked for', n)
        yield n


print({1}.intersection(numbers()), len({3, 1}.intersection(numbers())), frozenset().intersection(numbers()))
print({1, 2}.intersection([1, 2, []]))
for s in set(), {1, 3}:
    try:
        s.intersection([1, 1, []])
    except TypeError as e:
        print(e)
s = {1}
s.intersection_update([1, []])
print(s)
