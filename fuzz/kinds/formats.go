package kinds

import (
	"fmt"
	"strings"
)

// Formatting: specs of f-strings and format, the % operator, str.format.

// spec is a format spec, mostly a valid one.
func (g *writer) spec() string {
	part := func(n int, choices ...string) string {
		if g.chance(n) {
			return pick(g.r, choices)
		}
		return ""
	}
	s := part(40, "<", ">", "^", "=", "*<", "0>", "x^", "é=", " >")
	s += part(30, "+", "-", " ") + part(5, "z") + part(20, "#") + part(20, "0")
	s += part(50, "1", "5", "8", "12", "20") + part(15, ",", "_") + part(40, ".0", ".1", ".2", ".3", ".10", ".17")
	return s + part(60, "d", "f", "e", "g", "x", "X", "o", "b", "c", "n", "s", "%", "E", "G", "F", "r")
}

// percent is a conversion of the % operator.
func (g *writer) percent() string {
	s := "%"
	if g.chance(15) {
		s += pick(g.r, []string{"(a)", "(b)", "()"})
	}
	for _, flag := range []string{"-", "+", " ", "#", "0"} {
		if g.chance(15) {
			s += flag
		}
	}
	if g.chance(40) {
		s += pick(g.r, []string{"1", "5", "10", "*"})
	}
	if g.chance(35) {
		s += pick(g.r, []string{".0", ".2", ".5", ".", ".*"})
	}
	return s + pick(g.r, []string{"d", "s", "r", "f", "g", "e", "x", "X", "o", "c", "a", "i", "%", "u", "G", "q", "b"})
}

// field is a replacement field of str.format.
func (g *writer) field() string {
	s := "{" + pick(g.r, []string{"", "0", "1", "a", "b", "0[0]", "a.real", "b[k]", "2", "a.x", "0.imag"})
	if g.chance(30) {
		s += pick(g.r, []string{"!r", "!s", "!a", "!x"})
	}
	if g.chance(60) {
		s += ":" + pick(g.r, []string{g.spec(), "{}", ">{a}", "{1}"})
	}
	return s + "}"
}

// misread takes out of an expression what 3.13.0 shows wrongly of it under =: it takes #
// for the beginning of a comment, in strings too, and now and then != for the end.
var misread = strings.NewReplacer("#", "", "!=", "==")

// formats shows formatted numbers, strings and other things.
func formats(g *writer) {
	for range g.some(8, 20) {
		kind := pick(g.r, []byte("IIFFFSSOTALD"))
		value := g.operand(kind)
		switch g.r.IntN(8) {
		case 0, 1:
			g.show(fmt.Sprintf("format(%s, %q)", value, g.spec()))
		case 2:
			how := pick(g.r, []string{"", "", "!r", "!s", "!a", "=", " = !r"})
			if strings.Contains(how, "=") {
				value = misread.Replace(value)
			}
			g.show(fmt.Sprintf(`f"{%s%s:%s}"`, value, how, g.spec()))
		case 3:
			g.show(fmt.Sprintf(`f"<{%s:{%s}{%s}}>"`, value, pick(g.r, []string{"5", "'>'", "'*^'", "''"}), pick(g.r, []string{"10", "'.2f'", "3", "''"})))
		case 4, 5:
			if g.chance(50) {
				g.show(fmt.Sprintf("%q %% %s", g.percent(), value))
			} else {
				g.show(fmt.Sprintf("%q %% %s", g.percent()+"|"+g.percent(), pick(g.r, []string{g.operand('T'), "(" + value + ", " + g.operand('I') + ")", "{'a': " + value + ", 'b': 2}"})))
			}
		case 6:
			g.show(fmt.Sprintf("%q.format(%s, %s, a=%s, b=%s)", g.field()+" "+g.field(), value, g.expr('A', 1), g.expr('I', 1), g.expr('D', 1)))
		default:
			g.show(fmt.Sprintf(`f'{%s!r:>12} {{}} {%s:%s}'`, value, g.operand('F'), g.spec()))
		}
	}
}
