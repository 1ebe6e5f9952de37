package stdlib

import (
	"strings"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// The ISO 8601 forms that fromisoformat reads. A parser says whether the text has
// the form; err is a number out of its range.

// digitsAt reads n digits of s from i on; ok is false if they are not there.
func digitsAt(s string, i, n int) (value int, ok bool) {
	if i+n > len(s) {
		return 0, false
	}
	for _, c := range []byte(s[i : i+n]) {
		if c < '0' || c > '9' {
			return 0, false
		}
		value = value*10 + int(c-'0')
	}
	return value, true
}

// parseISODate reads YYYY-MM-DD, YYYYMMDD, YYYY-Www-D, YYYYWwwD, the last two
// also without the day.
func parseISODate(t *rt.Thread, s string, d *dateObj) (ok bool, err error) {
	year, ok := digitsAt(s, 0, 4)
	if !ok || len(s) < 7 {
		return false, nil
	}
	rest, dashed := strings.CutPrefix(s[4:], "-")
	if rest[0] == 'W' {
		return parseISOWeek(t, year, rest[1:], dashed, d), nil
	}
	month, ok := digitsAt(rest, 0, 2)
	if !ok {
		return false, nil
	}
	rest = rest[2:]
	if dashed {
		if rest, ok = strings.CutPrefix(rest, "-"); !ok {
			return false, nil
		}
	}
	day, ok := digitsAt(rest, 0, 2)
	if !ok || len(rest) != 2 {
		return false, nil
	}
	d.year, d.month, d.day = year, month, day
	return true, d.checkDate(t)
}

// parseISOWeek reads ww, ww-D or wwD behind a year's W.
func parseISOWeek(t *rt.Thread, year int, s string, dashed bool, d *dateObj) bool {
	week, ok := digitsAt(s, 0, 2)
	if !ok {
		return false
	}
	day := 1
	if s = s[2:]; s != "" {
		if dashed {
			if s, ok = strings.CutPrefix(s, "-"); !ok {
				return false
			}
		}
		if day, ok = digitsAt(s, 0, 1); !ok || len(s) != 1 {
			return false
		}
	}
	return d.setISOWeek(t, year, week, day) == nil // else there is no such week or day
}

// isoDateLen is how long the date is with which s begins.
func isoDateLen(s string) int {
	if len(s) <= 7 {
		return len(s)
	}
	if s[4] == '-' {
		if s[5] != 'W' {
			return 10
		}
		if len(s) > 8 && s[8] == '-' && len(s) != 9 && !(len(s) > 10 && isDigitByte(s[10])) {
			return 10
		}
		return 8
	}
	if s[4] != 'W' {
		return 8
	}
	// Digits behind the week: an odd one is the weekday.
	end := 7
	for end < len(s) && isDigitByte(s[end]) {
		end++
	}
	if end < 9 {
		return end
	}
	if end%2 == 0 {
		return 7
	}
	return 8
}

func isDigitByte(c byte) bool { return c >= '0' && c <= '9' }

// parseISODatetime reads a date and, behind any one character, a time.
func parseISODatetime(t *rt.Thread, s string, d *dateObj) (ok bool, err error) {
	if len(s) < 7 {
		return false, nil
	}
	n := min(isoDateLen(s), len(s))
	if ok, err = parseISODate(t, s[:n], d); !ok || err != nil || n == len(s) {
		return ok, err
	}
	// The separator is one character of any length.
	at := n + 1
	for at < len(s) && s[at]&0xC0 == 0x80 {
		at++
	}
	if at == len(s) {
		return false, nil
	}
	return parseISOTime(t, s[at:], &d.clockFields)
}

// parseISOTime reads HH[:MM[:SS[.ffffff]]], also without colons, and Z or an
// offset. As in CPython, what is left of the time in front of one is overlooked.
func parseISOTime(t *rt.Thread, s string, c *clockFields) (ok bool, err error) {
	clock, offset := s, ""
	if i := strings.IndexAny(s, "+-Z"); i >= 0 {
		clock, offset = s[:i], s[i:]
	}
	f, rest, ok := isoClock(clock)
	if !ok || offset == "" && rest != "" {
		return false, nil
	}
	c.hour, c.minute, c.second, c.micro = f[0], f[1], f[2], f[3]
	switch {
	case offset == "":
		return true, c.check(t)
	case offset == "Z":
		c.tz = utcZone
		return true, c.check(t)
	case offset[0] == 'Z':
		return false, nil
	}
	if f, rest, ok = isoClock(offset[1:]); !ok || rest != "" {
		return false, nil
	}
	us := int64(f[0]*3600+f[1]*60+f[2])*1e6 + int64(f[3])
	if offset[0] == '-' {
		us = -us
	}
	if us, err = offsetWithinDay(t, deltaOfOffset(us), true); err != nil {
		return false, err
	}
	c.tz = fixedZone(us)
	return true, c.check(t)
}

// isoClock reads hours, minutes, seconds and microseconds, of which all but the first
// may be missing. rest is what it leaves: one character behind a number, or anything
// behind the digits of a fraction.
func isoClock(s string) (f [4]int, rest string, ok bool) {
	colons := false
	for i := range 3 {
		if f[i], ok = digitsAt(s, 0, 2); !ok {
			return f, "", false
		}
		s = s[2:]
		if len(s) < 2 {
			return f, s, true
		}
		if i == 0 {
			colons = s[0] == ':'
		}
		switch {
		case colons && s[0] == ':':
			s = s[1:]
		case s[0] == '.' || s[0] == ',':
			return isoFraction(f, s[1:])
		case colons:
			return f, "", false
		}
	}
	return isoFraction(f, s) // digits behind the seconds need no point
}

// isoFraction reads the digits of a fraction, of which six count.
func isoFraction(f [4]int, s string) (_ [4]int, rest string, ok bool) {
	n := min(6, len(s))
	if f[3], ok = digitsAt(s, 0, n); !ok {
		return f, "", false
	}
	for range 6 - n {
		f[3] *= 10
	}
	return f, strings.TrimLeft(s[n:], "0123456789"), true
}
