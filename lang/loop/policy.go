package loop

// A Policy answers every question that a run leaves open. There are four, and no
// others: which value a duration declared as uncertain takes, whether an
// uncertain fact holds, what the random generator draws, and in which order
// completions from outside arrive that are due in the same pass. A policy is
// shown what it chooses between, never anything it could run.
type Policy interface {
	// Between answers an uncertain duration: a value in [lo, hi].
	Between(site Site, lo, hi float64) float64
	// Sometimes answers an uncertain fact that holds with probability p.
	Sometimes(site Site, label string, p float64) bool
	// Draw answers a draw of the random generator: drawn is what the generator
	// would give, one of n equally likely values, or of a continuum if n is 0.
	Draw(site Site, n uint64, drawn float64) float64
	// Arrival says which of the completions that are due arrives first; it is
	// asked again for the rest. due has at least two.
	Arrival(due []Completion) int
}

// Site is where in the program a question arose.
type Site struct {
	File string
	Line int
	Task uint32 // number of the task, 0 for none
}

// Completion describes a piece of outside work that is done.
type Completion struct {
	Label string // what the work was: "GET https://…", "to_thread(f)"
	Seq   uint64 // number of its reservation
}

// Source is a random generator that a policy may draw from.
type Source interface {
	// Float64 is a number in [0, 1).
	Float64() float64
}

// Seeded is the policy of an ordinary run: it takes what the program's own
// random generator draws, and completions in the order in which they came.
type Seeded struct{ Source Source }

// Between draws uniformly, as random.uniform(lo, hi) does.
func (s Seeded) Between(_ Site, lo, hi float64) float64 {
	return lo + (hi-lo)*s.Source.Float64()
}

// Sometimes draws, as random.random() < p does.
func (s Seeded) Sometimes(_ Site, _ string, p float64) bool { return s.Source.Float64() < p }

// Draw keeps what was drawn.
func (s Seeded) Draw(_ Site, _ uint64, drawn float64) float64 { return drawn }

// Arrival is first come, first served.
func (s Seeded) Arrival([]Completion) int { return 0 }

var _ Policy = Seeded{}
