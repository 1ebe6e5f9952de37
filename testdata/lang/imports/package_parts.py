# The parts of a package: each is loaded once, whoever comes first, and what goes
# wrong inside one is not hidden.
from shop.cart import Cart
import shop

print(Cart is shop.Cart)
from shop import *
print(stock.items, price("tea"), "shop" in dir())

import shop.price as what_the_package_calls_price
from shop.price import price as the_function
print(what_the_package_calls_price is the_function)


def attempt(load):
    try:
        load()
    except ImportError as e:
        print(f"{type(e).__name__}: {e} [{e.name}, {e.path}, {e.name_from}]")


def part_that_fails():
    from shop import delivery


def part_that_is_not_there():
    from shop import refunds


def part_by_its_full_name():
    import shop.refunds


def part_of_a_part():
    import shop.cart.wheels


def wrong_name_in_a_part():
    from shop.stock import prices


for load in (part_that_fails, part_that_is_not_there, part_by_its_full_name, part_of_a_part, wrong_name_in_a_part):
    attempt(load)
