def price(item):
    return len(item) * 10
