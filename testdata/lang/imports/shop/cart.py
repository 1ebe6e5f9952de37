print("the cart is loaded")


class Cart:
    pass
