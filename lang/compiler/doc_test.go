package compiler

import "testing"

func TestCleanDoc(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{"one line", "one line"},
		{"  first\n    second\n      third\n  ", "first\nsecond\n  third\n"},
		{"first\n\n    second\n    ", "first\n\nsecond\n"},
		{"first\n\tsecond\n        third", "first\nsecond\nthird"},
		{"é\tx\n  \n", "é       x\n  \n"},
		{"a\nb\n  c", "a\nb\n  c"},
	} {
		if got := cleanDoc(tt.in); got != tt.want {
			t.Errorf("cleanDoc(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
