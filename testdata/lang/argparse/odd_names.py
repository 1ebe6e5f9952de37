# add_argument with names that are empty or no strings.
import argparse


def try_(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


parser = argparse.ArgumentParser(prog='p')
try_(parser.add_argument, '')
try_(parser.add_argument, '', '-x')
try_(parser.add_argument, '-x', '')
try_(parser.add_argument, ['in'])
try_(parser.add_argument, 1)
try_(parser.add_argument, None)
try_(parser.add_argument, '-')
try_(parser.add_argument, '--')
try_(parser.add_argument, 'a', 'b')
