package coro_test

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"github.com/coro-lang/coro"
	"github.com/coro-lang/coro/lang/loop"
	"github.com/coro-lang/coro/lang/runtime"
)

// asking is a policy that writes down what it is asked.
type asking struct {
	loop.Seeded
	asked []string
}

func (p *asking) note(site loop.Site, format string, args ...any) {
	p.asked = append(p.asked, fmt.Sprintf("%s:%d ", site.File, site.Line)+fmt.Sprintf(format, args...))
}

func (p *asking) Between(site loop.Site, lo, hi float64) float64 {
	p.note(site, "between %v and %v", lo, hi)
	return hi
}

func (p *asking) Sometimes(site loop.Site, label string, prob float64) bool {
	p.note(site, "sometimes %s %v", label, prob)
	return true
}

func (p *asking) Draw(site loop.Site, n uint64, drawn float64) float64 {
	p.note(site, "one of %d", n)
	return 0
}

// TestPolicy: every uncertainty of a run is the policy's to answer.
func TestPolicy(t *testing.T) {
	prog, err := coro.Compile("p.coro", []byte(`await sleep(between(1, 2))
print(now(), sometimes("late", 0.25))
print(random.random(), random.randint(5, 9), random.choice("abc"))
`))
	if err != nil {
		t.Fatal(err)
	}
	var out, errOut bytes.Buffer
	p := &asking{}
	prog.Run(context.Background(), coro.Options{Stdout: &out, Stderr: &errOut, Config: runtime.Config{Policy: p}})
	if got, want := out.String(), "2.0 True\n0.0 5 a\n"; got != want {
		t.Errorf("got %q, want %q\n%s", got, want, errOut.String())
	}
	want := "[p.coro:1 between 1 and 2 p.coro:2 sometimes late 0.25 p.coro:3 one of 0 p.coro:3 one of 5 p.coro:3 one of 3]"
	if got := fmt.Sprint(p.asked); got != want {
		t.Errorf("asked %s, want %s", got, want)
	}
}
