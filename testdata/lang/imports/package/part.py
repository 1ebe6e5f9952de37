VALUE = "from part"


def up():
    from package import LOCAL
    return LOCAL
