package runtime

// Did you mean: the nearest of some names, by the distance that CPython uses.

// The costs of an edit: a change of case is half of another one. Longer names
// and longer lists get no suggestion.
const (
	moveCost      = 2
	caseCost      = 1
	maxNameSize   = 40
	maxCandidates = 750
)

// Suggest returns the name among candidates that is nearest to wrong; "" if none
// is near. Of equally near ones the first wins.
func Suggest(wrong string, candidates []string) string {
	if len(candidates) >= maxCandidates || len(wrong) > maxNameSize {
		return ""
	}
	best, bestDistance := "", 0
	for _, name := range candidates {
		if name == wrong {
			continue
		}
		limit := (len(name) + len(wrong) + 3) * moveCost / 6
		if best != "" {
			limit = min(limit, bestDistance-1)
		}
		if d := editDistance(wrong, name, limit); d <= limit {
			best, bestDistance = name, d
		}
	}
	return best
}

// substitutionCost is what changing a into b costs.
func substitutionCost(a, b byte) int {
	lower := func(c byte) byte {
		if c >= 'A' && c <= 'Z' {
			return c + 'a' - 'A'
		}
		return c
	}
	switch {
	case a == b:
		return 0
	case lower(a) == lower(b):
		return caseCost
	}
	return moveCost
}

// editDistance is the cost of turning a into b, or limit+1 if it exceeds limit. It
// counts bytes, as CPython does: a letter that is not ASCII costs more.
func editDistance(a, b string, limit int) int {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 0 || len(b) == 0 {
		return moveCost * (len(a) + len(b))
	}
	if len(a) > maxNameSize || len(b) > maxNameSize {
		return limit + 1
	}
	if len(b) < len(a) {
		a, b = b, a
	}
	if (len(b)-len(a))*moveCost > limit {
		return limit + 1
	}
	row := make([]int, len(a))
	for i := range row {
		row[i] = (i + 1) * moveCost
	}
	result := 0
	for j := range len(b) {
		distance := j * moveCost
		result = distance
		least := limit + 1
		for i := range a {
			substitute := distance + substitutionCost(b[j], a[i])
			distance = row[i]
			result = min(substitute, min(result, distance)+moveCost)
			row[i] = result
			least = min(least, result)
		}
		if least > limit {
			return limit + 1
		}
	}
	return result
}
