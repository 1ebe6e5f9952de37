# A subclass of threading.local: every thread that comes to it calls __init__ with the first arguments.
import threading


class Cart(threading.local):
    currency = "EUR"

    def __init__(self, owner, *, limit=2):
        print("a cart for", threading.current_thread().name)
        self.owner, self.limit, self.items = owner, limit, []

    def add(self, item):
        if len(self.items) == self.limit:
            raise OverflowError(f"{self.owner} has enough")
        self.items.append(item)
        return self.items

    @property
    def total(self):
        self.asked = True
        return f"{len(self.items)} {self.currency}"


def shop():
    print(cart.add("pear"), cart.total, cart.asked)


cart = Cart("Ann", limit=1)
print(cart.add("apple"))
thread = threading.Thread(target=shop, name="shopper")
thread.start()
thread.join()
print(cart.items, hasattr(cart, "asked"), cart.total, cart.asked)
try:
    cart.add("plum")
except OverflowError as error:
    print(error)


class Plain(threading.local):
    shared = []


for make in (lambda: threading.local(1), lambda: Plain(1), lambda: Plain(key=1)):
    try:
        make()
    except TypeError as error:
        print(error)
plain = Plain()
plain.own = 1
print(plain.shared, plain.own)
