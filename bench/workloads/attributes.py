"""Attributes of an object: n times three reads and two stores."""
import sys


class Account:
    def __init__(self):
        self.balance = 0
        self.count = 0
        self.rate = 3


def run(n):
    account = Account()
    for _ in range(n):
        account.balance += account.rate
        account.count += 1
    return account.balance + account.count


print(run(int(sys.argv[1])))
