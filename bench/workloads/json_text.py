"""json: n times a megabyte written and read again."""
import json
import sys


def document():
    return [{"id": i, "name": "user %d" % i, "score": (i * 7 + 1) / 7, "tags": ["a", "b\n", None, True],
             "nested": {"x": i, "y": [1, 2, 3]}} for i in range(8500)]


def run(n):
    doc, length = document(), 0
    for _ in range(n):
        text = json.dumps(doc)
        length += len(text) + len(json.loads(text))
    return length


print(run(int(sys.argv[1])))
