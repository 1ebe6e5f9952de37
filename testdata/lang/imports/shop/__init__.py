"""A shop: its parts are imported by name, by the package and by a star."""
from .cart import Cart
from .price import price

__all__ = ["Cart", "price", "stock"]
