package stdlib

import (
	"crypto/sha512"
	"math"
	"math/big"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// Module random: the class Random, its state and its elementary draws. The
// module's functions are the methods of one instance, the run's generator.

// randomObj is an instance of Random.
type randomObj struct {
	rt.Hdr
	attrs *rt.Attrs
	twister
	gauss    float64 // the second number of a pair that gauss drew
	hasGauss bool
	system   bool // SystemRandom: draws bytes from the run's generator
}

var randomType, systemRandomType rt.Type

var systemRandomSpec = rt.Spec{
	Name:   "SystemRandom",
	Module: "random",
	Doc:    "A generator that draws from the run's.",
	Base:   &randomType,
	Slots: rt.Slots{
		New: func(t *rt.Thread, cls *rt.Type, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
			r := &randomObj{system: true}
			r.Init(cls)
			return rt.ObjectValue(r), nil
		},
	},
	Methods: []rt.Method{
		{Name: "seed", Sig: "*args, **kwds", Python: true, Fn: func(*rt.Thread, []rt.Value) (rt.Value, error) { return rt.None, nil }},
		{Name: "getstate", Sig: "*args, **kwds", Python: true, Fn: systemState},
		{Name: "setstate", Sig: "*args, **kwds", Python: true, Fn: systemState},
	},
}

func init() {
	methods := append([]rt.Method{
		{Name: "seed", Sig: "a=None, version=2", Python: true, Fn: randomSeed},
		{Name: "getstate", Python: true, Fn: randomGetState},
		{Name: "setstate", Sig: "state", Python: true, Fn: randomSetState},
		{Name: "random", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.Float(randomOf(a[0]).unit(t)), nil
		}},
		{Name: "getrandbits", Sig: "k, /", Fn: randomGetRandBits},
		{Name: "randbytes", Sig: "n", Python: true, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			n, err := t.IntArg(a[1])
			if err != nil {
				return rt.Value{}, err
			}
			if n < 0 {
				return rt.Value{}, t.ValueErrorf("number of bits must be non-negative")
			}
			if err := t.Reserve(int(n)); err != nil {
				return rt.Value{}, err
			}
			return rt.NewBytes(string(randomOf(a[0]).randBytes(t, int(n)))), nil
		}},
	}, append(randomChoiceMethods, randomVariateMethods...)...)

	rt.Define(&randomType, &rt.Spec{
		Name:    "Random",
		Module:  "random",
		Doc:     "A generator of random numbers.",
		Layout:  true,
		Attrs:   true,
		AttrsOf: func(v rt.Value) **rt.Attrs { return &randomOf(v).attrs },
		Methods: methods,
		Slots: rt.Slots{
			New: rt.MakeNew(func(r *randomObj) *rt.Hdr { return &r.Hdr }),
			Initialize: func(t *rt.Thread, self rt.Value, args []rt.Value, kwnames []*rt.Str) error {
				a, err := randomSig.Bind(t, args, kwnames)
				if err != nil {
					return err
				}
				return randomOf(self).seedFrom(t, a[0].Or(rt.None), 2)
			},
		},
	})
	rt.Define(&systemRandomType, &systemRandomSpec)
	rt.RegisterModule(&rt.ModuleDef{
		Name:  "random",
		Types: []*rt.Type{&randomType, &systemRandomType},
		Init: func(t *rt.Thread, m *rt.Module) error {
			inst := rt.ObjectValue(generatorOf(t.VM))
			m.Set("_inst", inst)
			for _, row := range methods {
				f, err := t.GetAttr(inst, t.VM.Intern(row.Name))
				if err != nil {
					return err
				}
				m.Set(row.Name, f)
			}
			return nil
		},
	})
}

var randomSig = rt.NewPythonSignature("Random.__init__", "x=None")

func randomOf(v rt.Value) *randomObj { return rt.As[randomObj](v, &randomType) }

type generatorKey struct{}

// generatorOf is the run's generator, seeded by the run's seed.
func generatorOf(vm *rt.VM) *randomObj {
	return rt.State(vm, generatorKey{}, func() *randomObj {
		r := &randomObj{}
		r.Init(&randomType)
		r.seedInt(big.NewInt(vm.Seed))
		return r
	})
}

// RandomBytes draws n bytes from the run's generator, as os.urandom does.
func RandomBytes(vm *rt.VM, n int) []byte { return generatorOf(vm).bytes(n) }

// unit is a number in [0, 1).
func (r *randomObj) unit(t *rt.Thread) float64 {
	if r.system {
		n := new(big.Int).SetBytes(RandomBytes(t.VM, 7)).Int64()
		return float64(n>>3) * (1.0 / (1 << 53))
	}
	return r.asked(t, 0, r.float64())
}

// asked is what the run's policy makes of a number that was drawn, one of n, or of
// a continuum if n is 0. Only the run's own generator is uncertain: a Random of
// the program's is seeded by it.
func (r *randomObj) asked(t *rt.Thread, n uint64, drawn float64) float64 {
	if p := t.VM.Policy; p != nil && r == generatorOf(t.VM) {
		return p.Draw(t.Site(), n, drawn)
	}
	return drawn
}

func (r *randomObj) randBytes(t *rt.Thread, n int) []byte {
	if r.system {
		return RandomBytes(t.VM, n)
	}
	return r.bytes(n)
}

// randBits is a number of k bits.
func (r *randomObj) randBits(t *rt.Thread, k int) *big.Int {
	if r.system {
		n := new(big.Int).SetBytes(RandomBytes(t.VM, (k+7)/8))
		return n.Rsh(n, uint((8-k%8)%8))
	}
	if k == 0 {
		return new(big.Int)
	}
	if k <= 64 {
		return new(big.Int).SetUint64(r.bits(k))
	}
	b := make([]byte, (k+31)/32*4)
	for at := len(b); at > 0; at -= 4 {
		w := r.uint32()
		if k < 32 {
			w >>= 32 - k
		}
		k -= 32
		b[at-4], b[at-3], b[at-2], b[at-1] = byte(w>>24), byte(w>>16), byte(w>>8), byte(w)
	}
	return new(big.Int).SetBytes(b)
}

func randomGetRandBits(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	k, err := t.BigArg(a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if k.Sign() < 0 {
		return rt.Value{}, t.ValueErrorf("number of bits must be non-negative")
	}
	if !k.IsInt64() || k.Int64() > math.MaxInt32 {
		return rt.Value{}, t.OverflowErrorf("Python int too large to convert to C int")
	}
	n := int(k.Int64())
	if err := t.Reserve(n / 8); err != nil {
		return rt.Value{}, err
	}
	if r := randomOf(a[0]); n > 0 && n < 64 && !r.system {
		return rt.Int(int64(r.bits(n))), nil
	}
	return rt.NewInt(randomOf(a[0]).randBits(t, n)), nil
}

func randomSeed(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	version := 2
	if v, ok := rt.IntOf(a[2].Or(rt.Int(2))); ok && v == rt.Int(1) {
		version = 1
	}
	return rt.None, randomOf(a[0]).seedFrom(t, a[1].Or(rt.None), version)
}

// seedFrom seeds from None, a number or text. None stands for 64 bits of the
// run's generator.
func (r *randomObj) seedFrom(t *rt.Thread, v rt.Value, version int) error {
	r.hasGauss = false
	var n *big.Int
	text, isText := "", false
	if s := rt.AsStr(v); s != nil {
		text, isText = s.String(), true
	} else if b := rt.AsBytes(v); b != nil {
		text, isText = b.String(), true
	}
	i, isInt := rt.IntOf(v)
	switch {
	case isText && version == 1:
		n = oldTextSeed(text, rt.AsStr(v) != nil)
	case isText:
		sum := sha512.Sum512([]byte(text))
		n = new(big.Int).SetBytes(append([]byte(text), sum[:]...))
	case isInt:
		n = rt.BigOf(i)
	case v.IsNone():
		n = new(big.Int).SetUint64(generatorOf(t.VM).bits(64))
	case v.IsFloat():
		h, err := t.Hash(v)
		if err != nil {
			return err
		}
		n = new(big.Int).SetUint64(h)
	default:
		return t.TypeErrorf("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.")
	}
	r.seedInt(n)
	return nil
}

// oldTextSeed is the seed of text in version 1.
func oldTextSeed(text string, isStr bool) *big.Int {
	var chars []rune
	if isStr {
		chars = []rune(text)
	} else {
		for i := range len(text) {
			chars = append(chars, rune(text[i]))
		}
	}
	if len(chars) == 0 {
		return new(big.Int)
	}
	x := uint64(chars[0]) << 7
	for _, c := range chars {
		x = 1000003*x ^ uint64(c)
	}
	return new(big.Int).SetUint64(x ^ uint64(len(chars)))
}

// stateVersion is the version of the state that getstate gives.
const stateVersion = 3

func randomGetState(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	r := randomOf(a[0])
	words := make([]rt.Value, 0, twisterSize+1)
	for _, w := range r.state {
		words = append(words, rt.Int(int64(w)))
	}
	words = append(words, rt.Int(int64(r.next)))
	gauss := rt.None
	if r.hasGauss {
		gauss = rt.Float(r.gauss)
	}
	return rt.NewTuple([]rt.Value{rt.Int(stateVersion), rt.NewTuple(words), gauss}), nil
}

func randomSetState(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	r := randomOf(a[0])
	version, err := t.GetItem(a[1], rt.Int(0))
	if err != nil {
		return rt.Value{}, err
	}
	if eq, err := t.Equal(version, rt.Int(stateVersion)); err != nil || !eq {
		if err != nil {
			return rt.Value{}, err
		}
		shown, err := t.Str(version)
		if err != nil {
			return rt.Value{}, err
		}
		return rt.Value{}, t.ValueErrorf("state with version %s passed to Random.setstate() of version %d", shown, stateVersion)
	}
	parts, err := t.Collect(a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if len(parts) != 3 {
		return rt.Value{}, t.ValueErrorf("not enough values to unpack (expected 3, got %d)", len(parts))
	}
	words, err := t.Collect(parts[1])
	if err != nil {
		return rt.Value{}, err
	}
	if len(words) != twisterSize+1 {
		return rt.Value{}, t.ValueErrorf("state vector is the wrong size")
	}
	var next twister
	for i, w := range words {
		n, err := t.IntArg(w)
		if err != nil {
			return rt.Value{}, err
		}
		if i < twisterSize {
			next.state[i] = uint32(n)
		} else if next.next = int(n); n < 0 || n > twisterSize {
			return rt.Value{}, t.ValueErrorf("invalid state")
		}
	}
	r.twister = next
	r.hasGauss = !parts[2].IsNone()
	if r.hasGauss {
		if r.gauss, err = t.FloatArg(parts[2]); err != nil {
			return rt.Value{}, err
		}
	}
	return rt.None, nil
}

func systemState(t *rt.Thread, _ []rt.Value) (rt.Value, error) {
	return rt.Value{}, t.Errorf(&rt.NotImplementedErrorType, "System entropy source does not have state.")
}
