package stdlib

import (
	"strings"

	"github.com/coro-lang/coro/lang/loop"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// Coro's own words: names of the prelude of a .coro file, which a .py file gets
// from the module coro.

func init() {
	rows := []rt.Method{
		{Name: "route", Sig: "pattern", Fn: routeWord, Doc: "Declare the service of 'URL' or 'METHOD URL': @route(pattern) above a handler."},
		{Name: "now", Fn: nowWord, Doc: "The loop's clock in seconds; 0.0 when the program starts."},
		{Name: "between", Sig: "lo, hi", Fn: betweenWord, Doc: "An uncertain duration from lo to hi seconds."},
		{Name: "sometimes", Sig: "label, p=0.5", Fn: sometimesWord, Doc: "An uncertain fact, true with probability p."},
		{Name: "always", Sig: "label, predicate", Fn: alwaysWord, Doc: "An invariant: predicate() must hold now and after every step."},
	}
	def := &rt.ModuleDef{
		Name:  "coro",
		Doc:   "Coro's own words.",
		Types: []*rt.Type{&responseType},
		Funcs: rows,
		Init: func(t *rt.Thread, m *rt.Module) error {
			m.Set("http", httpClient)
			m.Set("HTTPError", clientResponseErrorType.Value())
			m.Set("args", argsOf(t))
			return nil
		},
	}
	rt.RegisterModule(def)
	for _, name := range []string{"http", "route", "Response", "HTTPError", "now", "between", "sometimes", "always", "args"} {
		rt.RegisterPrelude(name, func(t *rt.Thread) (rt.Value, error) {
			m, err := t.Import("coro")
			if err != nil {
				return rt.Value{}, err
			}
			v, _ := m.Get(name)
			return v, nil
		})
	}
}

// argsOf is the words after the program's name on the command line.
func argsOf(t *rt.Thread) rt.Value {
	var words []rt.Value
	if len(t.VM.Args) > 0 {
		for _, w := range t.VM.Args[1:] {
			words = append(words, rt.NewStr(w))
		}
	}
	return rt.NewList(words)
}

func nowWord(t *rt.Thread, _ []rt.Value) (rt.Value, error) { return rt.Float(t.VM.Now()), nil }

// policyOf answers the run's uncertainties: the policy that it was given, or the
// program's own generator.
func policyOf(t *rt.Thread) (loop.Policy, loop.Site) {
	if p := t.VM.Policy; p != nil {
		return p, t.Site()
	}
	return loop.Seeded{Source: drawing{generatorOf(t.VM)}}, loop.Site{}
}

// drawing is a generator as a policy sees it.
type drawing struct{ *randomObj }

// Float64 is random.random().
func (d drawing) Float64() float64 { return d.float64() }

func betweenWord(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	lo, err := t.FloatArg(a[0])
	if err != nil {
		return rt.Value{}, err
	}
	hi, err := t.FloatArg(a[1])
	if err != nil {
		return rt.Value{}, err
	}
	policy, site := policyOf(t)
	return rt.Float(policy.Between(site, lo, hi)), nil
}

func sometimesWord(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	label, err := t.Str(a[0])
	if err != nil {
		return rt.Value{}, err
	}
	p, err := t.FloatArg(a[1].Or(rt.Float(0.5)))
	if err != nil {
		return rt.Value{}, err
	}
	policy, site := policyOf(t)
	return rt.Bool(policy.Sometimes(site, label, p)), nil
}

// alwaysWord declares an invariant, which is checked at once and after everything
// that a loop runs.
func alwaysWord(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	label, err := t.Repr(a[0])
	if err != nil {
		return rt.Value{}, err
	}
	if !t.Callable(a[1]) {
		return rt.Value{}, t.TypeErrorf("always: the predicate must be a function, not %s", a[1].Type().Name)
	}
	holds := a[1]
	check := func(t *rt.Thread, where func() string) error {
		v, err := t.Call(holds)
		ok := false
		if err == nil {
			ok, err = t.Truth(v)
		}
		if err == nil && ok {
			return nil
		}
		msg := "always " + label + " is false" + where()
		if e, raised := err.(*rt.Exception); raised {
			msg += ": the predicate raised\n" + strings.TrimSuffix(t.FormatException(e), "\n")
		} else if err != nil {
			return err
		}
		return &rt.Fatal{Status: 1, Msg: msg}
	}
	if err := check(t, func() string { return ", as it is declared" }); err != nil {
		return rt.Value{}, err
	}
	t.VM.AfterStep(check)
	return rt.None, nil
}
