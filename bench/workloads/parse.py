"""ast.parse of a file, n times; the answer is how many statements it has."""
import ast
import sys


def main(path, n):
    with open(path) as f:
        text = f.read()
    for _ in range(n):
        tree = ast.parse(text)
    print(len(tree.body) if n else 0)


main(sys.argv[1], int(sys.argv[2]))
