package stdlib

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// strptime: a format becomes a regular expression with a group for each directive.

// parsed is what strptime found.
type parsed struct {
	moment
	dst int // tm_isdst
}

// directivePatterns says what a directive matches; alternatives are tried in
// order.
var directivePatterns = map[byte]string{
	'd': `3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9]`,
	'f': `[0-9]{1,6}`,
	'H': `2[0-3]|[0-1]\d|\d`,
	'I': `1[0-2]|0[1-9]|[1-9]| [1-9]`,
	'G': `\d\d\d\d`,
	'j': `36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]`,
	'm': `1[0-2]|0[1-9]|[1-9]`,
	'M': `[0-5]\d|\d`,
	'S': `6[0-1]|[0-5]\d|\d`,
	'U': `5[0-3]|[0-4]\d|\d`,
	'W': `5[0-3]|[0-4]\d|\d`,
	'w': `[0-6]`,
	'u': `[1-7]`,
	'V': `5[0-3]|0[1-9]|[1-4]\d|\d`,
	'y': `\d\d`,
	'Y': `\d\d\d\d`,
	'z': `[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|(?-i:Z)`,
	'A': names(dayNames[:], false),
	'a': names(dayNames[:], true),
	'B': names(monthNames[1:], false),
	'b': names(monthNames[1:], true),
	'p': `am|pm`,
	'Z': `utc|gmt`,
}

// combinedDirectives stand for several.
var combinedDirectives = map[byte]string{'c': "%a %b %d %H:%M:%S %Y", 'x': "%m/%d/%y", 'X': "%H:%M:%S"}

// names is the pattern of the names of days or months, the longest first.
func names(list []string, short bool) string {
	var parts []string
	for length := 9; length > 0; length-- {
		for _, name := range list {
			if short {
				name = name[:3]
			}
			if len(name) == length {
				parts = append(parts, name)
			}
		}
	}
	return strings.Join(parts, "|")
}

// formatPatterns are the regular expressions of the formats used last. Only a format
// that is not among them is looked at, so that a loop over dates is warned once.
type formatPatterns struct{ known map[string]*regexp.Regexp }

// maxFormats is how many are kept.
const maxFormats = 5

var formatPatternsKey = new(int)

// formatPattern is the regular expression of a format.
func formatPattern(t *rt.Thread, format string) (*regexp.Regexp, error) {
	known := rt.State(t.VM, formatPatternsKey, func() *formatPatterns {
		return &formatPatterns{map[string]*regexp.Regexp{}}
	}).known
	if len(known) > maxFormats {
		clear(known)
	}
	pattern := known[format]
	if pattern == nil {
		var err error
		if pattern, err = makeFormatPattern(t, format); err != nil {
			return nil, err
		}
		known[format] = pattern
	}
	return pattern, nil
}

func makeFormatPattern(t *rt.Thread, format string) (*regexp.Regexp, error) {
	var b strings.Builder
	b.WriteString("(?i)^")
	seen := map[byte]bool{}
	written := map[byte]bool{} // in the format itself, not in what its directives stand for
	var add func(f string) error
	add = func(f string) error {
		for i := 0; i < len(f); i++ {
			c := f[i]
			if isBlank(c) {
				for i+1 < len(f) && isBlank(f[i+1]) {
					i++
				}
				b.WriteString(`\s+`)
				continue
			}
			if c != '%' {
				b.WriteString(regexp.QuoteMeta(f[i : i+1]))
				continue
			}
			i++
			if i == len(f) {
				return t.ValueErrorf("stray %% in format '%s'", format)
			}
			c = f[i]
			if f == format {
				written[c] = true
			}
			if c == '%' {
				b.WriteByte('%')
				continue
			}
			if sub, ok := combinedDirectives[c]; ok {
				if err := add(sub); err != nil {
					return err
				}
				continue
			}
			pattern, ok := directivePatterns[c]
			if !ok {
				return t.ValueErrorf("'%c' is a bad directive in format '%s'", c, format)
			}
			if seen[c] {
				return t.ValueErrorf("the directive '%%%c' stands twice in format '%s'", c, format)
			}
			seen[c] = true
			fmt.Fprintf(&b, "(?P<%c>%s)", c, pattern)
		}
		return nil
	}
	if err := add(format); err != nil {
		return nil, err
	}
	if written['d'] && !written['Y'] && !written['y'] && !written['G'] {
		if err := t.Warn(&rt.DeprecationWarningType, dayWithoutYear); err != nil {
			return nil, err
		}
	}
	return regexp.Compile(b.String())
}

const dayWithoutYear = `Parsing dates involving a day of month without a year specified is ambiguious
and fails to parse leap day. The default behavior will change in Python 3.15
to either always raise an exception or to use a different default year (TBD).
To avoid trouble, add a specific year to the input & format.
See https://github.com/python/cpython/issues/70647.`

func isBlank(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

// strptime parses text by format.
func strptime(t *rt.Thread, text, format rt.Value) (*parsed, error) {
	for i, v := range []rt.Value{text, format} {
		if rt.AsStr(v) == nil {
			shown, err := t.Repr(v.Type().Value())
			if err == nil {
				err = t.TypeErrorf("strptime() argument %d must be str, not %s", i, shown)
			}
			return nil, err
		}
	}
	s, f := rt.AsStr(text).String(), rt.AsStr(format).String()
	if err := t.Reserve(64 * len(f)); err != nil {
		return nil, err
	}
	pattern, err := formatPattern(t, f)
	if err != nil {
		if !isException(err) {
			err = t.ValueErrorf("bad format '%s'", f)
		}
		return nil, err
	}
	found := pattern.FindStringSubmatch(s)
	if found == nil {
		shown, err := t.Repr(text)
		if err != nil {
			return nil, err
		}
		shownFormat, err := t.Repr(format)
		if err == nil {
			err = t.ValueErrorf("time data %s does not match format %s", shown, shownFormat)
		}
		return nil, err
	}
	if rest := s[len(found[0]):]; rest != "" {
		return nil, t.ValueErrorf("unconverted data remains: %s", rest)
	}
	values := map[byte]string{}
	for i, name := range pattern.SubexpNames() {
		if name != "" {
			values[name[0]] = found[i]
		}
	}
	return readDirectives(t, values)
}

func isException(err error) bool {
	_, ok := err.(*rt.Exception)
	return ok
}

// readDirectives makes a time of the texts that the directives matched.
func readDirectives(t *rt.Thread, values map[byte]string) (*parsed, error) {
	p := &parsed{dst: -1}
	p.moment = moment{year: 1900, month: 1, day: 1, weekday: -1, yday: -1}
	number := func(c byte) (int, bool) {
		s, ok := values[c]
		n, _ := strconv.Atoi(strings.TrimSpace(s))
		return n, ok
	}
	set := func(c byte, to *int) {
		if n, ok := number(c); ok {
			*to = n
		}
	}
	_, hasYear := values['Y']
	set('Y', &p.year)
	if n, ok := number('y'); ok {
		hasYear = true
		p.year = 2000 + n
		if n > 68 {
			p.year -= 100
		}
	}
	set('m', &p.month)
	if s, ok := values['B']; ok {
		p.month = nameIndex(monthNames[:], s)
	}
	if s, ok := values['b']; ok {
		p.month = nameIndex(monthNames[:], s)
	}
	set('d', &p.day)
	set('H', &p.hour)
	if n, ok := number('I'); ok {
		p.hour = n % 12
		if strings.EqualFold(values['p'], "pm") {
			p.hour += 12
		}
	}
	set('M', &p.minute)
	set('S', &p.second)
	if s, ok := values['f']; ok {
		p.micro, _ = strconv.Atoi(s + strings.Repeat("0", 6-len(s)))
	}
	if s, ok := values['A']; ok {
		p.weekday = nameIndex(dayNames[:], s)
	}
	if s, ok := values['a']; ok {
		p.weekday = nameIndex(dayNames[:], s)
	}
	if n, ok := number('w'); ok {
		p.weekday = (n + 6) % 7
	}
	if n, ok := number('u'); ok {
		p.weekday = n - 1
	}
	set('j', &p.yday)
	if s, ok := values['z']; ok {
		p.offset, p.hasOffset = parseOffset(s), true
	}
	if s, ok := values['Z']; ok {
		p.zone, p.dst = strings.ToUpper(s), 0
	}
	return p, p.settle(t, values, hasYear)
}

// nameIndex is the place of the name that begins with s.
func nameIndex(list []string, s string) int {
	for i, name := range list {
		if len(name) >= len(s) && strings.EqualFold(name[:len(s)], s) {
			return i
		}
	}
	return 0
}

// parseOffset is ±HH:MM[:SS[.ffffff]] in microseconds; the colons may be missing.
func parseOffset(s string) int64 {
	if s == "Z" {
		return 0
	}
	sign := int64(1)
	if s[0] == '-' {
		sign = -1
	}
	s = strings.ReplaceAll(s[1:], ":", "")
	s, frac, _ := strings.Cut(s, ".")
	s += strings.Repeat("0", 6-len(s))
	n, _ := strconv.Atoi(s)
	f, _ := strconv.Atoi((frac + "000000")[:6])
	return sign * (int64(n/10000*3600+n/100%100*60+n%100)*1e6 + int64(f))
}

// settle derives the date from weeks or the day of the year where it was given
// by them, and what depends on it.
func (p *parsed) settle(t *rt.Thread, values map[byte]string, hasYear bool) error {
	const weekdayDirectives = "('%A', '%a', '%w', or '%u')"
	has := func(c byte) bool { _, ok := values[c]; return ok }
	switch {
	case has('G') && has('j'):
		return t.ValueErrorf("Day of the year directive '%%j' is not compatible with ISO year directive '%%G'. Use '%%Y' instead.")
	case has('G') && (!has('V') || p.weekday < 0):
		return t.ValueErrorf("ISO year directive '%%G' must be used with the ISO week directive '%%V' and a weekday directive %s.", weekdayDirectives)
	case !has('G') && has('V') && (!hasYear || p.weekday < 0):
		return t.ValueErrorf("ISO week directive '%%V' must be used with the ISO year directive '%%G' and a weekday directive %s.", weekdayDirectives)
	case !has('G') && has('V'):
		return t.ValueErrorf("ISO week directive '%%V' is incompatible with the year directive '%%Y'. Use the ISO year '%%G' instead.")
	}
	leapDay := !hasYear && p.month == 2 && p.day == 29
	if leapDay {
		p.year = 1904 // any leap year: 1900 is none
	}
	first := ordinalOf(p.year, 1, 1)
	ordinal := 0
	switch {
	case has('G'):
		year, _ := strconv.Atoi(values['G'])
		week, _ := strconv.Atoi(values['V'])
		ordinal = isoWeekOne(year) + (week-1)*7 + p.weekday
		p.yday = -1
		if _, last, _ := isoWeek(year, ordinal); week != last {
			return t.ValueErrorf("Invalid week: %d", week)
		}
	case p.yday < 0 && p.weekday >= 0 && (has('U') || has('W')):
		p.yday = weekDay(values, first, p.weekday)
		if p.yday <= 0 {
			p.year--
			p.yday += yearDay(p.year, 12, 31)
			first = ordinalOf(p.year, 1, 1)
		}
		ordinal = first + p.yday - 1
	case p.yday >= 0:
		ordinal = first + p.yday - 1
	default:
		if p.day > daysInMonth(p.year, p.month) {
			return t.ValueErrorf("day is out of range for month")
		}
		ordinal = ordinalOf(p.year, p.month, p.day)
	}
	p.year, p.month, p.day = dateOfOrdinal(ordinal)
	if p.yday < 0 {
		p.yday = yearDay(p.year, p.month, p.day)
	}
	if p.weekday < 0 {
		p.weekday = weekdayOf(ordinal)
	}
	if leapDay {
		p.year = 1900
	}
	return nil
}

// weekDay is the day of the year of a weekday in a week counted from the year's
// first Sunday (%U) or Monday (%W).
func weekDay(values map[byte]string, first, weekday int) int {
	starts := weekdayOf(first)
	s, ok := values['W']
	if !ok {
		s = values['U']
		starts, weekday = (starts+1)%7, (weekday+1)%7
	}
	week, _ := strconv.Atoi(s)
	if week == 0 {
		return 1 + weekday - starts
	}
	return 1 + (7-starts)%7 + 7*(week-1) + weekday
}
