"""Methods of strings: n lines split, stripped, replaced and joined."""
import sys


def run(n):
    total = 0
    for i in range(n):
        line = "  GET /item/%d?page=2 HTTP/1.1  " % i
        method, path, version = line.strip().split(" ")
        name = path.replace("/item/", "").split("?")[0]
        if method.lower().startswith("get") and version.endswith("1.1"):
            total += len("-".join([method, name, version.upper()])) + path.find("?")
    return total


print(run(int(sys.argv[1])))
