package parser

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTrees checks the trees of small programs. What every construct of the language parses to is
// checked against CPython itself, in TestCPython; this table is for reading, and for machines without it.
func TestTrees(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		// Precedence.
		{"a + b * c ** -d", "(Expr (Binary + (Name a) (Binary * (Name b) (Binary ** (Name c) (Unary - (Name d))))))"},
		{"-a ** b", "(Expr (Unary - (Binary ** (Name a) (Name b))))"},
		{"a - b - c", "(Expr (Binary - (Binary - (Name a) (Name b)) (Name c)))"},
		{"a | b ^ c & d << e", "(Expr (Binary | (Name a) (Binary ^ (Name b) (Binary & (Name c) (Binary << (Name d) (Name e))))))"},
		{"not a in b", "(Expr (Unary not (Compare (Name a) in (Name b))))"},
		{"a < b is not c not in d", "(Expr (Compare (Name a) < (Name b) isnot (Name c) notin (Name d)))"},
		{"a or b and not c or d", "(Expr (BoolOp or [(Name a) (BoolOp and [(Name b) (Unary not (Name c))]) (Name d)]))"},
		{"a if b else c if d else e", "(Expr (Cond (Name b) (Name a) (Cond (Name d) (Name c) (Name e))))"},
		{"await a ** b", "(Expr (Binary ** (Await (Name a)) (Name b)))"},
		{"(a := 1) + 2", "(Expr (Binary + (Walrus a (Int 1)) (Int 2)))"},
		// Literals.
		{"1_000, 0o17, 0b11, 1e3, .5, 2., 99999999999999999999", "(Expr (Tuple [(Int 1000) (Int 15) (Int 3) (Float 0x1.f4p+09) (Float 0x1p-01) (Float 0x1p+01) (Int 99999999999999999999)]))"},
		{`"a" 'b' """c"""`, `(Expr (Str "abc"))`},
		{`"\n\x41\u20ac\101\q\N{BULLET}\ud800"`, `(Expr (Str "\x0aA\xe2\x82\xacA\x5cq\xe2\x80\xa2\xed\xa0\x80"))`},
		{`rb"\n" b'\xff'`, `(Expr (Bytes "\x5cn\xff"))`},
		{"None, True, ...", "(Expr (Tuple [(Const None) (Const True) (Const ...)]))"},
		// f-strings.
		{`f"a{x!r:>{w}.{p}}b{{}}"`, `(Expr (FString "a" {(Name x) !r : ">" {(Name w)} "." {(Name p)}} "b{}"))`},
		{`f"{x = }" "y" f"{y=:5}"`, `(Expr (FString "x = " {(Name x) !r} "yy=" {(Name y) : "5"}))`},
		{`f"{f"{f'{1}'}"}"`, `(Expr (FString {(FString {(FString {(Int 1)})})}))`},
		{`f"{d["k"]}{a != b}{(lambda: 1)()}"`, `(Expr (FString {(Index (Name d) (Str "k"))} {(Compare (Name a) != (Name b))} {(Call (Lambda () (Int 1)))}))`},
		{`rf"\{x}\n"`, `(Expr (FString "\x5c" {(Name x)} "\x5cn"))`},
		// Displays, comprehensions, subscripts, calls.
		{"(), (a,), [*a, b], {a, *b}, {a: 1, **b}, {}", "(Expr (Tuple [(Tuple []) (Tuple [(Name a)]) (List [(Starred (Name a)) (Name b)]) (Set [(Name a) (Starred (Name b))]) (Dict (Name a) (Int 1) - (Name b)) (Dict)]))"},
		{"[x async for x, in y if a if b for z in x]", "(Expr (ListComp (Name x) (for async (Tuple [(Name x)]) (Name y) [(Name a) (Name b)]) (for (Name z) (Name x) [])))"},
		{"{k: v for k, v in d}", "(Expr (DictComp (Name k) (Name v) (for (Tuple [(Name k) (Name v)]) (Name d) [])))"},
		{"f(x for x in y)", "(Expr (Call (Name f) (GenExp (Name x) (for (Name x) (Name y) []))))"},
		{"f(a, *b, c=1, **d)(e := 2)", "(Expr (Call (Call (Name f) (Name a) *(Name b) c=(Int 1) **(Name d)) (Walrus e (Int 2))))"},
		{"a[1:2, ::3, *b]", "(Expr (Index (Name a) (Tuple [(Slice (Int 1) (Int 2) -) (Slice - - (Int 3)) (Starred (Name b))])))"},
		{"lambda a, /, b=1, *c, d, e=2, **f: 0", "(Expr (Lambda (/a b=(Int 1) *c =d =e=(Int 2) **f) (Int 0)))"},
		// Statements.
		{"a = b, *c = d", "(Assign [(Name a) (Tuple [(Name b) (Starred (Name c))])] (Name d))"},
		{"a: int = 1; (b): int; c.d: int", "(AnnAssign simple (Name a) (Name int) (Int 1))\n(AnnAssign (Name b) (Name int) -)\n(AnnAssign (Attr (Name c) d) (Name int) -)"},
		{"del a, (b, c), d[0]", "(Del [(Name a) (Tuple [(Name b) (Name c)]) (Index (Name d) (Int 0))])"},
		{"import a.b as c, d\nfrom ..e import (f as g, h,)\nfrom ... import *", "(Import a.b as c d)\n(ImportFrom 2 \"e\" f as g h)\n(ImportFrom 3 \"\" *)"},
		{"def f(): a //= yield b", "(FuncDef [] f () - {(AugAssign // (Name a) (Yield (Name b)))})"},
		{"raise a from b", "(Raise (Name a) (Name b))"},
		{"if a: b\nelif c: d; e\nelse:\n  f", "(If (Name a) {(Expr (Name b))} elif (Name c) {(Expr (Name d)) (Expr (Name e))} {(Expr (Name f))})"},
		{"while a:\n\tcontinue\nelse:\n\tpass", "(While (Name a) {(Continue)} {(Pass)})"},
		{"async for a in b: pass", "(For async (Name a) (Name b) {(Pass)} {})"},
		{"with (a as b, c,): pass", "(With (Name a) as (Name b) (Name c) {(Pass)})"},
		{"with (a, b) as c: pass", "(With (Tuple [(Name a) (Name b)]) as (Name c) {(Pass)})"},
		{"with (a), (b): pass", "(With (Name a) (Name b) {(Pass)})"},
		{"try: a\nexcept* (B, C) as d: e\nelse: f\nfinally: g", "(Try {(Expr (Name a))} (except * (Tuple [(Name B) (Name C)]) as d {(Expr (Name e))}) {(Expr (Name f))} {(Expr (Name g))})"},
		{"@a.b\n@c()\nasync def f(x: int, /, *, y: str = 'z') -> None: ...", `(FuncDef async [(Attr (Name a) b) (Call (Name c))] f (/x:(Name int) =y:(Name str)=(Str "z")) (Const None) {(Expr (Const ...))})`},
		{"class A[T: int, *U = x](B, m=C): pass", "(ClassDef [] A [T:(Name int) *U=(Name x)] (Name B) m=(Name C) {(Pass)})"},
		{"match = match(case); print(match[0])", "(Assign [(Name match)] (Call (Name match) (Name case)))\n(Expr (Call (Name print) (Index (Name match) (Int 0))))"},
		{"match x:\n case -1 | 'a' 'b' | a.b: pass\n case {'k': [*_], **r} if y: pass\n case P(1, k=z) as w: pass\n case _: pass",
			`(Match (Name x) (case (Or (Literal (Unary - (Int 1))) (Literal (Str "ab")) (Value (Attr (Name a) b))) - {(Pass)}) (case (Mapping (Str "k") (Sequence (Star)) **r) (Name y) {(Pass)}) (case (As (Class (Name P) (Literal (Int 1)) k=(Capture z)) w) - {(Pass)}) (case (Wildcard) - {(Pass)}))`},
		// Names.
		{"été = ﬁ.𝐱(e\u0301=ℕ)", "(Assign [(Name été)] (Call (Attr (Name fi) x) é=(Name N)))"},
		// Lines.
		{"a = \\\n 1\n\n# c\n(b\n # d\n)", "(Assign [(Name a)] (Int 1))\n(Expr (Name b))"},
		{"\ufeffif a:\r\n  b\r\n\r\n  c\r\nd", "(If (Name a) {(Expr (Name b)) (Expr (Name c))} {})\n(Expr (Name d))"},
	} {
		f, errs := Parse("x", []byte(c.src), Coro)
		if len(errs) > 0 {
			t.Errorf("%s: %v", c.src, errs)
			continue
		}
		if d := cmp.Diff(c.want, strings.TrimSpace(dump(f, false))); d != "" {
			t.Errorf("%s: %s", c.src, d)
		}
	}
}

func TestComments(t *testing.T) {
	f, errs := Parse("x", []byte("# a\nx = (1, # b\n 2) # c\nif y:\n    # d\n    z\n"), Coro)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	var got []string
	for _, c := range f.Comments {
		got = append(got, c.Text)
	}
	if d := cmp.Diff([]string{"# a", "# b", "# c", "# d"}, got); d != "" {
		t.Error(d)
	}
}

// TestSpans checks that every expression's span is its text, and that parts lie within the whole.
func TestSpans(t *testing.T) {
	const src = "async def f(a, *b):\n    x = [g(a)[1:2], 'é' \"\"\"\nq\"\"\", (1 + 2) * h.i]\n    return await x if not a else lambda: {**b}\n"
	f, errs := Parse("x", []byte(src), Coro)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	var texts []string
	Inspect(f, func(n Node) bool {
		sp := n.Where()
		Children(n, func(c Node) {
			if in := c.Where(); in.Pos.Off < sp.Pos.Off || in.End.Off > sp.End.Off {
				t.Errorf("%T sticks out of %T", c, n)
			}
		})
		if _, ok := n.(Expr); ok {
			texts = append(texts, src[sp.Pos.Off:sp.End.Off])
		}
		return true
	})
	want := []string{"x", "[g(a)[1:2], 'é' \"\"\"\nq\"\"\", (1 + 2) * h.i]", "g(a)[1:2]", "g(a)", "g", "a", "1:2", "1", "2", "'é' \"\"\"\nq\"\"\"",
		"(1 + 2) * h.i", "1 + 2", "1", "2", "h.i", "h", "await x if not a else lambda: {**b}", "await x", "x", "not a", "a", "lambda: {**b}", "{**b}", "b"}
	if d := cmp.Diff(want, texts); d != "" {
		t.Error(d)
	}
}
