package scenarios

import (
	"os"
	"strings"
	"testing"
)

func TestEveryScenarioIsPresentable(t *testing.T) {
	names := Names()
	if len(names) == 0 {
		t.Fatal("no scenario is embedded")
	}
	for _, name := range names {
		says := Describe(name)
		if !strings.HasSuffix(says, ".") || len(says) > 90 {
			t.Errorf("%s: the first line should be a comment of one sentence, at most 90 long: %q", name, says)
		}
		if _, err := os.Stat(strings.TrimSuffix(name, ext) + ".out"); err != nil {
			t.Errorf("%s: no golden output: %v", name, err)
		}
	}
}

func TestSourceByEitherName(t *testing.T) {
	long, ok := Source("first-ip.coro")
	if !ok || long == "" {
		t.Fatal("first-ip.coro is not there")
	}
	if short, ok := Source("first-ip"); !ok || short != long {
		t.Error("first-ip and first-ip.coro should be the same scenario")
	}
	for _, missing := range []string{"", "nonesuch", "../go.mod", "embed.go"} {
		if _, ok := Source(missing); ok {
			t.Errorf("Source(%q) found something", missing)
		}
		if says := Describe(missing); says != "" {
			t.Errorf("Describe(%q) = %q", missing, says)
		}
	}
}
