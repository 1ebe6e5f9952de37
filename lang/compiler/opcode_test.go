package compiler

import "testing"

func TestEveryOperationHasARow(t *testing.T) {
	seen := map[string]Op{}
	for op := range NumOps {
		row := Ops[op]
		if row.Name == "" || row.Effect == "" {
			t.Errorf("operation %d has no row in Ops", op)
			continue
		}
		if other, ok := seen[row.Name]; ok {
			t.Errorf("operations %d and %d are both called %s", other, op, row.Name)
		}
		seen[row.Name] = op
		if row.A == Jump || row.B == Jump || row.C == Jump || row.A == Const || row.C == Const {
			t.Errorf("%s: this kind of operand does not fit in its place", row.Name)
		}
	}
}

func TestInstrHoldsItsOperands(t *testing.T) {
	i := Make(OpCallKw, 255, 1, 128, -7)
	if i.Op() != OpCallKw || i.A() != 255 || i.B() != 1 || i.C() != 128 || i.D() != -7 {
		t.Errorf("Make and the operands disagree: %v %d %d %d %d", i.Op(), i.A(), i.B(), i.C(), i.D())
	}
}

// The code generator computes operations from operators, so their orders must agree.
func TestOrderOfOperations(t *testing.T) {
	for i, want := range []string{"ADD", "SUB", "MUL", "DIV", "FLOORDIV", "MOD", "POW", "MATMUL", "LSHIFT", "RSHIFT", "AND", "OR", "XOR"} {
		if op := OpAdd + Op(i); op.String() != want {
			t.Errorf("operation %v stands where %s should", op, want)
		}
	}
	for i, want := range []string{"EQ", "NE", "LT", "LE", "GT", "GE"} {
		for _, row := range []struct {
			base Op
			name string
		}{{OpEq, want}, {OpJumpEq, "JUMP" + want}, {OpJumpNotEq, "JUMPNOT" + want}, {OpJumpEqK, "JUMP" + want + "K"}, {OpJumpNotEqK, "JUMPNOT" + want + "K"}} {
			if op := row.base + Op(i); op.String() != row.name {
				t.Errorf("operation %v stands where %s should", op, row.name)
			}
		}
	}
}
