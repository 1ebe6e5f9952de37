# The text that {x=} shows decodes the escapes of the strings in it.
x = 1
for s in (f'{"\x41"=}', f'{'\u20ac'=}', rf'{"\x41"=}', f'{"\N{EURO SIGN}"=}', f'{ "\\" = }', f'{'\''=}', f"{'\n'=}", f'{"""a
b"""=}', f'{b"\x00\xff"=}', f'{"a\
b"=}', f'{x:{"\x3e"}5}', f'{"\x41"!r:>10}', f'{r"\x41"=}', f'{f"{"\x41"=}"=}', fr'{f"{"\x41"=}"=}',f'{rf"{"\x41"=}"=}', f'{"\101"=}', f'{"\d"=}' ):
    print(ascii(s))
