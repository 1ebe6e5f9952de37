package diag

import "unicode/utf8"

// Nearest returns the candidate that name was most likely meant to be, or "" if none is close: the one
// with the fewest letters typed wrong, left out, added or swapped with a neighbour, as long as those
// are few for its length. Of several that are equally near, one of the same length wins, else the first.
func Nearest(name string, candidates []string) string {
	const longest = 64 // names beyond are not mistyped, they are different
	n := utf8.RuneCountInString(name)
	if n == 0 || n > longest {
		return ""
	}
	best, least := "", 1+max(1, n/3)
	if n <= 2 {
		least = 2 // one slip, and only if what remains is alike
	}
	a := []rune(name)
	for _, c := range candidates {
		m := utf8.RuneCountInString(c)
		if c == name || m == 0 || m > longest || m-n >= least || n-m >= least {
			continue
		}
		d := distance(a, []rune(c))
		better := d < least || d == least && best != "" && m == n && utf8.RuneCountInString(best) != n
		if better && (n > 2 || m > 2 || sameLetters(name, c)) {
			best, least = c, d
		}
	}
	return best
}

// sameLetters tells whether two names of two letters at most are each other's swap: for so short ones
// anything else is chance.
func sameLetters(a, b string) bool {
	return len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]
}

// distance is the Damerau-Levenshtein distance (the variant that never edits a swapped pair again).
func distance(a, b []rune) int {
	var rows [3][66]int
	before, prev, cur := rows[0][:len(b)+1], rows[1][:len(b)+1], rows[2][:len(b)+1]
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], before[j-2]+1)
			}
		}
		before, prev, cur = prev, cur, before
	}
	return prev[len(b)]
}
