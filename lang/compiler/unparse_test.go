package compiler

import (
	"testing"

	"github.com/coro-lang/coro/lang/parser"
)

// What CPython keeps of annotations under `from __future__ import annotations`.
func TestUnparse(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{`int`, `int`},
		{`a.b.c`, `a.b.c`},
		{`dict[str, list[int]]`, `dict[str, list[int]]`},
		{`tuple[int, ...]`, `tuple[int, ...]`},
		{`x | None`, `x | None`},
		{`Optional['T']`, `Optional['T']`},
		{`(a, b)`, `(a, b)`},
		{`()`, `()`},
		{`(a,)`, `(a,)`},
		{`f(a, *b, k=1, **c)`, `f(a, *b, k=1, **c)`},
		{`-x ** -y`, `-x ** (-y)`},
		{`(-x) ** y`, `(-x) ** y`},
		{`not a or b and c`, `not a or b and c`},
		{`(a or b) and c`, `(a or b) and c`},
		{`a if b else c`, `a if b else c`},
		{`(a if b else c) if d else e`, `(a if b else c) if d else e`},
		{`lambda: 0`, `lambda: 0`},
		{`lambda a, /, b=1, *c, d, e=2, **f: a`, `lambda a, /, b=1, *c, d, e=2, **f: a`},
		{`lambda *, k: k`, `lambda*, k: k`},
		{`a[1:2, ::3]`, `a[1:2, ::3]`},
		{`a[b:c]`, `a[b:c]`},
		{`[x for x in y if z if w]`, `[x for x in y if z if w]`},
		{`{k: v for k, v in z}`, `{k: v for k, v in z}`},
		{`(i async for i in b)`, `(i async for i in b)`},
		{`f(i for i in a)`, `f(i for i in a)`},
		{`{1, 2}`, `{1, 2}`},
		{`{'a': 1, **b}`, `{'a': 1, **b}`},
		{`b'a\x00\xff"'`, `b'a\x00\xff"'`},
		{`'it\'s "x"'`, `'it\'s "x"'`},
		{`'\u2028\xe9\x00\n'`, `'\u2028é\x00\n'`},
		{`1.0`, `1.0`},
		{`1e100`, `1e+100`},
		{`1e-7`, `1e-07`},
		{`0x10`, `16`},
		{`10 ** 20`, `10 ** 20`},
		{`1e400`, `1e309`},
		{`a < b <= c`, `a < b <= c`},
		{`a < (b < c)`, `a < (b < c)`},
		{`a + (b + c)`, `a + (b + c)`},
		{`(a + b) * c`, `(a + b) * c`},
		{`a - b - c`, `a - b - c`},
		{`~x`, `~x`},
		{`*a`, `*a`},
		{`a[*b]`, `a[*b,]`},
		{`f'{a!r:>{w}} x {b}'`, `f'{a!r:>{w}} x {b}'`},
		{`f'{ {1} }'`, `f'{ {1}}'`},
		{`...`, `...`},
		{`True`, `True`},
		{`(1).real`, `1 .real`},
		{`1.5.real`, `1.5.real`},
		{`a @ b // c % d`, `a @ b // c % d`},
		{`a << b >> c & d ^ e | f`, `a << b >> c & d ^ e | f`},
		{`not (not a)`, `not not a`},
		{`-(-x)`, `--x`},
		{`2 ** 3 ** 4`, `2 ** 3 ** 4`},
		{`(2 ** 3) ** 4`, `(2 ** 3) ** 4`},
		{`a.b[c](d)`, `a.b[c](d)`},
		{`(lambda: x)()`, `(lambda: x)()`},
		{`[*a, b]`, `[*a, b]`},
	} {
		f, errs := parser.Parse("test", []byte("def f(*x: "+tt.in+"): pass"), parser.Coro)
		if errs.HasErrors() {
			t.Errorf("%s: %v", tt.in, errs)
			continue
		}
		if got := unparse(f.Body[0].(*parser.FuncDef).Params.List[0].Ann); got != tt.want {
			t.Errorf("unparse(%s) = %s, want %s", tt.in, got, tt.want)
		}
	}
}
