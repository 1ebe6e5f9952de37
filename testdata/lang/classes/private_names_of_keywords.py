# In a class a parameter named __x is private, and a keyword of a call is not: it stays as
# it is written.


class Options:
    def take(self, **options):
        return options

    def given(self):
        return self.take(__x=1), self.take(*(), __y=2, **{"z": 3}), dict(__z=3)

    def own(self, __size=0):
        return __size

    def called(self):
        try:
            return self.own(__size=1)
        except TypeError as error:
            return error

    def by_full_name(self):
        return self.own(_Options__size=2)


print(Options().given())
print(Options().called())
print(Options().by_full_name())


class Base:
    def __init_subclass__(cls, **options):
        print(cls.__name__, options)


class Outer:
    class Inner(Base, __deep=True):
        pass
