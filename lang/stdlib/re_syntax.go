package stdlib

// The tree of a regular expression, and how long what it matches can be.

// reFlags are the flags of a pattern, by Python's numbers.
type reFlags uint32

const (
	reIgnoreCase reFlags = 2
	reLocale     reFlags = 4
	reMultiline  reFlags = 8
	reDotAll     reFlags = 16
	reUnicode    reFlags = 32
	reVerbose    reFlags = 64
	reDebug      reFlags = 128
	reASCII      reFlags = 256

	reTypeFlags = reASCII | reLocale | reUnicode
)

// reNode is a node of the tree. What depends on flags keeps those in force where
// it stands.
type reNode interface {
	// width is the least and the greatest length of what it matches.
	width(groups []reWidth) reWidth
}

// reUnlimited is the upper bound of a repetition without one.
const reUnlimited = 1<<32 - 1

type reWidth struct{ lo, hi uint64 }

func (w reWidth) plus(v reWidth) reWidth {
	return reWidth{min(w.lo+v.lo, reUnlimited), min(w.hi+v.hi, reUnlimited)}
}

type (
	// reLiteral is one character.
	reLiteral struct {
		c     rune
		flags reFlags
	}
	// reAny is a dot.
	reAny struct{ flags reFlags }
	// reSet is a set in brackets.
	reSet struct {
		negated bool
		items   []reSetItem
		flags   reFlags
	}
	// reCategory is \d, \D, \s, \S, \w or \W, by its letter.
	reCategory struct {
		letter byte
		flags  reFlags
	}
	// reAt is a place: ^ $ or \A \b \B \Z, by its letter.
	reAt struct {
		letter byte
		flags  reFlags
	}
	// reSequence is one thing after another.
	reSequence struct{ items []reNode }
	// reBranches are alternatives.
	reBranches struct{ branches []reNode }
	// reGroup is a group; its number is 0 if it does not capture.
	reGroup struct {
		number int
		body   reNode
	}
	// reRepeat is a repetition, greedy ('*'), lazy ('?') or possessive ('+').
	reRepeat struct {
		min, max uint64
		kind     byte
		body     reNode
	}
	// reBackref is what a group matched.
	reBackref struct {
		number int
		flags  reFlags
	}
	// reCondition is (?(1)yes|no).
	reCondition struct {
		number  int
		yes, no reNode // no may be nil
	}
	// reLook is a look ahead or behind.
	reLook struct {
		behind, negated bool
		body            reNode
	}
	// reAtomic is (?>…).
	reAtomic struct{ body reNode }
)

// reSetItem is a range of characters, or a category if its letter is not 0.
type reSetItem struct {
	lo, hi rune
	letter byte
}

func (*reLiteral) width([]reWidth) reWidth  { return reWidth{1, 1} }
func (*reAny) width([]reWidth) reWidth      { return reWidth{1, 1} }
func (*reSet) width([]reWidth) reWidth      { return reWidth{1, 1} }
func (*reCategory) width([]reWidth) reWidth { return reWidth{1, 1} }
func (*reAt) width([]reWidth) reWidth       { return reWidth{} }
func (*reLook) width([]reWidth) reWidth     { return reWidth{} }

func (n *reSequence) width(groups []reWidth) (w reWidth) {
	for _, item := range n.items {
		w = w.plus(item.width(groups))
	}
	return w
}

func (n *reBranches) width(groups []reWidth) reWidth {
	w := n.branches[0].width(groups)
	for _, b := range n.branches[1:] {
		v := b.width(groups)
		w.lo, w.hi = min(w.lo, v.lo), max(w.hi, v.hi)
	}
	return w
}

func (n *reGroup) width(groups []reWidth) reWidth {
	if n.number > 0 {
		return groups[n.number]
	}
	return n.body.width(groups)
}

func (n *reAtomic) width(groups []reWidth) reWidth { return n.body.width(groups) }

func (n *reRepeat) width(groups []reWidth) reWidth {
	w := n.body.width(groups)
	times := func(a, b uint64) uint64 {
		if a > 0 && b > reUnlimited/a {
			return reUnlimited
		}
		return a * b
	}
	return reWidth{times(w.lo, n.min), times(w.hi, n.max)}
}

func (n *reBackref) width(groups []reWidth) reWidth {
	if n.number < len(groups) {
		return groups[n.number]
	}
	return reWidth{}
}

func (n *reCondition) width(groups []reWidth) reWidth {
	w := n.yes.width(groups)
	no := reWidth{}
	if n.no != nil {
		no = n.no.width(groups)
	}
	return reWidth{min(w.lo, no.lo), max(w.hi, no.hi)}
}
