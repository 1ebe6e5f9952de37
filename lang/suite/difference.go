package suite

import (
	"fmt"
	"strings"
)

// Limits of what is shown of a difference.
const (
	around   = 2  // equal lines shown before and after
	mostDiff = 30 // lines shown of each side
)

// difference shows the lines in which two texts differ, from the first such line
// to the last: a run of one program goes wrong at one place, so that a finer
// comparison says no more.
func difference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	m := 0
	for m < len(a)-n && m < len(b)-n && a[len(a)-1-m] == b[len(b)-1-m] {
		m++
	}
	var out strings.Builder
	fmt.Fprintf(&out, "  line %d:\n", n+1)
	for _, line := range a[max(0, n-around):n] {
		out.WriteString("    " + line + "\n")
	}
	side(&out, "  - ", a[n:len(a)-m])
	side(&out, "  + ", b[n:len(b)-m])
	tail := a[len(a)-m:]
	for _, line := range tail[:min(around, len(tail))] {
		out.WriteString("    " + line + "\n")
	}
	return strings.TrimRight(out.String(), "\n ")
}

func side(out *strings.Builder, mark string, lines []string) {
	for i, line := range lines {
		if i == mostDiff {
			fmt.Fprintf(out, "%s… and %d more lines\n", mark, len(lines)-i)
			return
		}
		out.WriteString(mark + line + "\n")
	}
}
