package compiler

import (
	"strings"
	"testing"
)

func TestVerifyFindsFaults(t *testing.T) {
	ret := Make(OpReturnNone, 0, 0, 0, 0)
	for _, tt := range []struct {
		name  string
		instr []Instr
		want  string
	}{
		{"fine", []Instr{ret}, ""},
		{"no code", nil, "0 instructions"},
		{"past the end", []Instr{Make(OpNop, 0, 0, 0, 0)}, "past its end"},
		{"register", []Instr{Make(OpMove, 0, 9, 0, 0), ret}, "operand 9 of 4"},
		{"constant", []Instr{Make(OpLoadConst, 0, 0, 0, 1), ret}, "operand 1 of 1"},
		{"constant of a jump", []Instr{Make(OpJumpEqK, 0, 7, 0, 0), ret}, "operand 7 of 1"},
		{"global", []Instr{Make(OpLoadGlobal, 0, 0, 0, -1), ret}, "operand -1 of 1"},
		{"free variable", []Instr{Make(OpLoadFree, 0, 0, 0, 0), ret}, "operand 0 of 0"},
		{"name", []Instr{Make(OpLoadName, 0, 0, 0, 3), ret}, "operand 3 of 0"},
		{"site", []Instr{Make(OpGetAttr, 0, 0, 0, 0), ret}, "operand 0 of 0"},
		{"function", []Instr{Make(OpMakeFunc, 0, 0, 0, 0), ret}, "operand 0 of 0"},
		{"jump", []Instr{Make(OpJump, 0, 0, 0, 5), ret}, "jump to 6"},
		{"jump back", []Instr{Make(OpJumpBack, 0, 0, 0, -2), ret}, "jump to -1"},
		{"call", []Instr{Make(OpCall, 2, 2, 0, 0), ret}, "registers 2 to 4 of 4"},
		{"display", []Instr{Make(OpBuildDict, 0, 1, 0, 2), ret}, "registers 1 to 4 of 4"},
		{"count", []Instr{Make(OpBuildDict, 0, 1, 0, -2), ret}, "count -2"},
		{"no operation", []Instr{Make(NumOps, 0, 0, 0, 0), ret}, "no such operation"},
		{"await", []Instr{Make(OpAwait, 1, 0, 0, 2), ret}, "operand live"},
	} {
		c := &Code{Regs: 4, Instr: tt.instr, Lines: make([]Line, len(tt.instr)), Consts: []any{nil}}
		err := Verify(&Program{Module: c, Globals: []string{"x"}})
		switch {
		case tt.want == "" && err != nil:
			t.Errorf("%s: %v", tt.name, err)
		case tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)):
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.want)
		}
	}
	bad := &Code{Regs: 1, Instr: []Instr{ret}, Lines: []Line{{No: 1}}, Handlers: []Handler{{From: 0, To: 2, Target: 0}}}
	if Verify(&Program{Module: bad}) == nil {
		t.Error("a handler past the end passes")
	}
	inner := &Code{Regs: 1, Instr: []Instr{ret}, Lines: []Line{{No: 1}}, Free: []FreeVar{{Name: "x", Index: 1}}}
	outer := &Code{Regs: 1, Instr: []Instr{ret}, Lines: []Line{{No: 1}}, Funcs: []*Code{inner}}
	if Verify(&Program{Module: outer}) == nil {
		t.Error("a free variable in no register passes")
	}
}
