// Package kinds generates programs for comparing two implementations of the
// language: a kind of program, a file or more here.
//
// A program prints what it computes, every value by its repr and every exception
// by its type and text; it ends, and nothing that it prints depends on addresses,
// on the order of a hash table or on time.
package kinds

import "math/rand/v2"

// Kind is a kind of program.
type Kind struct {
	Name string
	// File is what its programs are called: a .py file is plain Python, a .coro file
	// has the prelude.
	File string
	// Program writes a program; the same draws give the same program.
	Program func(r *rand.Rand) string
}

// All are the kinds there are.
var All = []Kind{
	{"language", "program.py", language},
	{"mutants", "program.coro", mutants},
	{"tasks", "program.py", tasks},
}

// Named returns the kind of that name; ok is false if there is none.
func Named(name string) (kind Kind, ok bool) {
	for _, k := range All {
		if k.Name == name {
			return k, true
		}
	}
	return Kind{}, false
}

// Generate is the program of a seed.
func (k Kind) Generate(seed uint64) string {
	return k.Program(rand.New(rand.NewPCG(seed, 0)))
}
