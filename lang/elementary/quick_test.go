package elementary

import (
	"math"
	"math/rand"
	"testing"
)

// TestQuick compares the quick ways with the long ones.
func TestQuick(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	taken := 0
	check := func(name string, x, y, quick float64, ok bool, long float64) {
		if !ok {
			return
		}
		taken++
		if quick != long {
			t.Errorf("%s(%v, %v) = %v, want %v", name, x, y, quick, long)
		}
	}
	const n = 200_000
	for range n {
		x := math.Ldexp(rng.Float64()-0.5, rng.Intn(24)-6)
		sin, cos := trig(x)
		f, ok := trigQuick(x, 0)
		check("sin", x, 0, f, ok, sin.float())
		f, ok = trigQuick(x, 1)
		check("cos", x, 0, f, ok, cos.float())
		x = math.Ldexp(rng.Float64(), rng.Intn(80)-40)
		y := math.Ldexp(rng.Float64()-0.5, rng.Intn(12)-4)
		f, ok = powQuick(x, y)
		check("pow", x, y, f, ok, double{x, 0}.log().mulFloat(y).exp())
	}
	if taken < 3*n*9/10 {
		t.Errorf("the quick way was taken %d times of %d only", taken, 3*n)
	}
}

func BenchmarkPow(b *testing.B) {
	x := 1.5
	for b.Loop() {
		x = Pow(x, 1.01)
		if x > 100 {
			x = 1.5
		}
	}
}

func BenchmarkSin(b *testing.B) {
	x := 1.5
	for b.Loop() {
		x = Sin(x) + 3
	}
}
