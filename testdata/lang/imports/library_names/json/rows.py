def dump_rows(rows):
    return ";".join(map(str, rows))
