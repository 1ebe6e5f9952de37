"""Writes CPython's syntax trees in the form of dump_test.go.

For each file named on standard input it prints "= path" and its statements, one a line; or, if CPython
refuses the file, "! path" and its message.
"""
import ast
import sys
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(20000)

UNARY = {ast.USub: "-", ast.UAdd: "+", ast.Invert: "~", ast.Not: "not"}
BINARY = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**",
          ast.MatMult: "@", ast.LShift: "<<", ast.RShift: ">>", ast.BitAnd: "&", ast.BitOr: "|", ast.BitXor: "^"}
COMPARE = {ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.In: "in",
           ast.NotIn: "notin", ast.Is: "is", ast.IsNot: "isnot"}


def quote(data):
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogatepass")
    out = []
    for c in data:
        out.append(chr(c) if 32 <= c <= 126 and c not in b'"\\' else "\\x%02x" % c)
    return '"' + "".join(out) + '"'


def span(n):
    return f"@{n.lineno}:{n.col_offset + 1}-{n.end_lineno}:{n.end_col_offset + 1}"


def number(v):
    """A float as Go's 'x' format writes it."""
    if v == float("inf"):
        return "+Inf"
    if v == 0:
        return "0x0p+00"
    mantissa, exponent = v.hex().split("p")
    whole, _, fraction = mantissa[2:].partition(".")
    exponent = int(exponent)
    digits = fraction.rstrip("0")
    if whole == "0":  # subnormal: shift it until it begins with a 1
        bits = int(fraction, 16)
        width = len(fraction) * 4
        shift = width - bits.bit_length() + 1
        exponent -= shift
        bits = (bits << shift) & ((1 << width) - 1)
        digits = ("%0*x" % (len(fraction), bits)).rstrip("0")
    sign = "-" if exponent < 0 else "+"
    return "0x1" + ("." + digits if digits else "") + "p" + sign + "%02d" % abs(exponent)


def constant(n):
    v = n.value
    if v is None or v is True or v is False:
        return f"(Const{span(n)} {v})"
    if v is ...:
        return f"(Const{span(n)} ...)"
    if isinstance(v, int):
        return f"(Int{span(n)} {v})"
    if isinstance(v, float):
        return f"(Float{span(n)} {number(v)})"
    if isinstance(v, bytes):
        return f"(Bytes{span(n)} {quote(v)})"
    if isinstance(v, str):
        return f"(Str{span(n)} {quote(v)})"
    raise NotImplementedError("complex")


def opt(n):
    return "-" if n is None else expr(n)


def exprs(ns):
    return "[" + " ".join(map(expr, ns)) + "]"


def parts(values):
    """An f-string's parts, with runs of text joined."""
    out, text = "", None
    for v in values:
        if isinstance(v, ast.Constant):
            text = (text or "") + v.value
            continue
        if text:
            out += " " + quote(text)
        text = None
        out += " {" + expr(v.value)
        if v.conversion != -1:
            out += " !" + chr(v.conversion)
        if v.format_spec is not None and v.format_spec.values:
            out += " :" + parts(v.format_spec.values)
        out += "}"
    if text:
        out += " " + quote(text)
    return out


def call_args(args, keywords):
    out = ""
    for a in args:
        out += " *" + expr(a.value) if isinstance(a, ast.Starred) else " " + expr(a)
    for k in keywords:
        out += " **" + expr(k.value) if k.arg is None else f" {k.arg}=" + expr(k.value)
    return out


def clauses(generators):
    out = ""
    for g in generators:
        out += " (for" + (" async" if g.is_async else "") + f" {expr(g.target)} {expr(g.iter)} {exprs(g.ifs)})"
    return out


def params(a):
    plain = [("/", p) for p in a.posonlyargs] + [("", p) for p in a.args]
    defaults = [None] * (len(plain) - len(a.defaults)) + a.defaults
    every = [(m, p, d) for (m, p), d in zip(plain, defaults)]
    if a.vararg:
        every.append(("*", a.vararg, None))
    every += [("=", p, d) for p, d in zip(a.kwonlyargs, a.kw_defaults)]
    if a.kwarg:
        every.append(("**", a.kwarg, None))
    out = []
    for mark, p, d in every:
        s = mark + p.arg
        if p.annotation is not None:
            s += ":" + expr(p.annotation)
        if d is not None:
            s += "=" + expr(d)
        out.append(s)
    return "(" + " ".join(out) + ")"


def expr(n):
    k = type(n).__name__
    if k == "Constant":
        return constant(n)
    s = span(n)
    match n:
        case ast.Name():
            return f"(Name{s} {n.id})"
        case ast.JoinedStr():
            return f"(FString{s}{parts(n.values)})"
        case ast.Tuple() | ast.List() | ast.Set():
            return f"({k}{s} {exprs(n.elts)})"
        case ast.Dict():
            return f"(Dict{s}" + "".join(f" {opt(a)} {expr(b)}" for a, b in zip(n.keys, n.values)) + ")"
        case ast.DictComp():
            return f"(DictComp{s} {expr(n.key)} {expr(n.value)}{clauses(n.generators)})"
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp():
            return f"({k.replace('eneratorE', 'enE')}{s} {expr(n.elt)}{clauses(n.generators)})"
        case ast.UnaryOp():
            return f"(Unary{s} {UNARY[type(n.op)]} {expr(n.operand)})"
        case ast.BinOp():
            return f"(Binary{s} {BINARY[type(n.op)]} {expr(n.left)} {expr(n.right)})"
        case ast.BoolOp():
            return f"(BoolOp{s} {type(n.op).__name__.lower()} {exprs(n.values)})"
        case ast.Compare():
            return f"(Compare{s} {expr(n.left)}" + "".join(
                f" {COMPARE[type(o)]} {expr(c)}" for o, c in zip(n.ops, n.comparators)) + ")"
        case ast.IfExp():
            return f"(Cond{s} {expr(n.test)} {expr(n.body)} {expr(n.orelse)})"
        case ast.NamedExpr():
            return f"(Walrus{s} {n.target.id} {expr(n.value)})"
        case ast.Attribute():
            return f"(Attr{s} {expr(n.value)} {n.attr})"
        case ast.Subscript():
            return f"(Index{s} {expr(n.value)} {expr(n.slice)})"
        case ast.Slice():
            return f"(Slice{s} {opt(n.lower)} {opt(n.upper)} {opt(n.step)})"
        case ast.Call():
            return f"(Call{s} {expr(n.func)}{call_args(n.args, n.keywords)})"
        case ast.Starred():
            return f"(Starred{s} {expr(n.value)})"
        case ast.Lambda():
            return f"(Lambda{s} {params(n.args)} {expr(n.body)})"
        case ast.Await() | ast.YieldFrom():
            return f"({k}{s} {expr(n.value)})"
        case ast.Yield():
            return f"(Yield{s} {opt(n.value)})"
    raise NotImplementedError(k)


def block(body):
    return "{" + " ".join(map(stmt, body)) + "}"


def aliases(names):
    return "".join(f" {a.name}" + (f" as {a.asname}" if a.asname else "") for a in names)


def elifs(body, start, source):
    """The text of an if's else: CPython has no elif, so the source tells it from an if in an else."""
    if len(body) == 1 and isinstance(body[0], ast.If):
        line = source[body[0].lineno - 1].encode()[body[0].col_offset:]
        if line.startswith(b"elif"):
            n = body[0]
            return f" elif {expr(n.test)} {block(n.body)}" + elifs(n.orelse, n, source)
    return " " + block(body)


def type_params(ps):
    if not ps:
        return ""
    out = []
    for p in ps:
        s = {"TypeVar": "", "TypeVarTuple": "*", "ParamSpec": "**"}[type(p).__name__] + p.name
        if getattr(p, "bound", None) is not None:
            s += ":" + expr(p.bound)
        if p.default_value is not None:
            s += "=" + expr(p.default_value)
        out.append(s)
    return " [" + " ".join(out) + "]"


def stmt(n):
    s = span(n)
    k = type(n).__name__
    match n:
        case ast.Expr():
            return f"(Expr{s} {expr(n.value)})"
        case ast.Assign():
            return f"(Assign{s} {exprs(n.targets)} {expr(n.value)})"
        case ast.AugAssign():
            return f"(AugAssign{s} {BINARY[type(n.op)]} {expr(n.target)} {expr(n.value)})"
        case ast.AnnAssign():
            return f"(AnnAssign{s}{' simple' * n.simple} {expr(n.target)} {expr(n.annotation)} {opt(n.value)})"
        case ast.Pass() | ast.Break() | ast.Continue():
            return f"({k}{s})"
        case ast.Return():
            return f"(Return{s} {opt(n.value)})"
        case ast.Raise():
            return f"(Raise{s} {opt(n.exc)} {opt(n.cause)})"
        case ast.Assert():
            return f"(Assert{s} {expr(n.test)} {opt(n.msg)})"
        case ast.Delete():
            return f"(Del{s} {exprs(n.targets)})"
        case ast.Global() | ast.Nonlocal():
            return f"({k}{s} {' '.join(n.names)})"
        case ast.Import():
            return f"(Import{s}{aliases(n.names)})"
        case ast.ImportFrom():
            return f"(ImportFrom{s} {n.level} {quote(n.module or '')}{aliases(n.names)})"
        case ast.If():
            return f"(If{s} {expr(n.test)} {block(n.body)}{elifs(n.orelse, n, SOURCE)})"
        case ast.While():
            return f"(While{s} {expr(n.test)} {block(n.body)} {block(n.orelse)})"
        case ast.For() | ast.AsyncFor():
            a = " async" if k == "AsyncFor" else ""
            return f"(For{s}{a} {expr(n.target)} {expr(n.iter)} {block(n.body)} {block(n.orelse)})"
        case ast.With() | ast.AsyncWith():
            a = " async" if k == "AsyncWith" else ""
            items = "".join(f" {expr(i.context_expr)}" + (f" as {expr(i.optional_vars)}" if i.optional_vars else "")
                            for i in n.items)
            return f"(With{s}{a}{items} {block(n.body)})"
        case ast.Try() | ast.TryStar():
            star = " *" if k == "TryStar" else ""
            handlers = "".join(f" (except{star} {opt(h.type)}" + (f" as {h.name}" if h.name else "") + f" {block(h.body)})"
                               for h in n.handlers)
            return f"(Try{s} {block(n.body)}{handlers} {block(n.orelse)} {block(n.finalbody)})"
        case ast.Match():
            cases = "".join(f" (case {pattern(c.pattern)} {opt(c.guard)} {block(c.body)})" for c in n.cases)
            return f"(Match{s} {expr(n.subject)}{cases})"
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            a = " async" if k == "AsyncFunctionDef" else ""
            return (f"(FuncDef{s}{a} {exprs(n.decorator_list)} {n.name}{type_params(n.type_params)} {params(n.args)} "
                    f"{opt(n.returns)} {block(n.body)})")
        case ast.ClassDef():
            return (f"(ClassDef{s} {exprs(n.decorator_list)} {n.name}{type_params(n.type_params)}"
                    f"{call_args(n.bases, n.keywords)} {block(n.body)})")
    raise NotImplementedError(k)


def pattern(n):
    s = span(n)
    match n:
        case ast.MatchValue(value=ast.Attribute()):
            return f"(Value{s} {expr(n.value)})"
        case ast.MatchValue():
            return f"(Literal{s} {expr(n.value)})"
        case ast.MatchSingleton():
            return f"(Literal{s} (Const{s} {n.value}))"
        case ast.MatchSequence():
            return f"(Sequence{s}" + "".join(" " + pattern(p) for p in n.patterns) + ")"
        case ast.MatchStar():
            return f"(Star{s}" + (f" {n.name}" if n.name else "") + ")"
        case ast.MatchMapping():
            rest = f" **{n.rest}" if n.rest else ""
            return f"(Mapping{s}" + "".join(f" {expr(a)} {pattern(b)}" for a, b in zip(n.keys, n.patterns)) + rest + ")"
        case ast.MatchClass():
            return (f"(Class{s} {expr(n.cls)}" + "".join(" " + pattern(p) for p in n.patterns)
                    + "".join(f" {a}={pattern(p)}" for a, p in zip(n.kwd_attrs, n.kwd_patterns)) + ")")
        case ast.MatchOr():
            return f"(Or{s}" + "".join(" " + pattern(p) for p in n.patterns) + ")"
        case ast.MatchAs():
            if n.pattern is not None:
                return f"(As{s} {pattern(n.pattern)} {n.name})"
            return f"(Capture{s} {n.name})" if n.name else f"(Wildcard{s})"
    raise NotImplementedError(type(n).__name__)


for path in sys.stdin.read().split("\n"):
    if not path:
        continue
    try:
        with open(path, "rb") as f:
            data = f.read()
        tree = ast.parse(data)
        compile(data, path, "exec", dont_inherit=True)
        SOURCE = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        text = "".join(stmt(n) + "\n" for n in tree.body)
        print("=", path)
        print(text, end="")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as e:
        print("!", path, str(e).replace("\n", " "))
    except NotImplementedError as e:
        print("?", path, e)
