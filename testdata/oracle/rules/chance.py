"""Chance: every source of randomness draws from the one seeded generator."""
import os
import random
import secrets      # noqa: F401  (imported before the patches: it copies names)


def install():
    """Make all others draw from the one generator."""
    os.urandom = random._urandom = random.randbytes
    set_seed = random.seed

    def reseed(a=None, version=2):
        set_seed(random.getrandbits(64) if a is None else a, version)
    random.seed = reseed


def begin(seed):
    """Seed the generator for a program."""
    random.seed(seed)


def sometimes(label, p=0.5):
    """An uncertain fact: true with probability p."""
    return random.random() < p
