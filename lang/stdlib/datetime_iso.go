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
		return parseISOWeek(t, year, rest[1:], dashed, d)
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
func parseISOWeek(t *rt.Thread, year int, s string, dashed bool, d *dateObj) (ok bool, err error) {
	week, ok := digitsAt(s, 0, 2)
	if !ok {
		return false, nil
	}
	day := 1
	if s = s[2:]; s != "" {
		if dashed {
			if s, ok = strings.CutPrefix(s, "-"); !ok {
				return false, nil
			}
		}
		if day, ok = digitsAt(s, 0, 1); !ok || len(s) != 1 {
			return false, nil
		}
	}
	return true, d.setISOWeek(t, year, week, day)
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
// offset.
func parseISOTime(t *rt.Thread, s string, c *clockFields) (ok bool, err error) {
	clock, offset, zoned := s, "", false
	if i := strings.IndexAny(s, "+-Z"); i >= 0 {
		clock, offset, zoned = s[:i], s[i:], true
	}
	f, ok := isoClock(clock)
	if !ok {
		return false, nil
	}
	c.hour, c.minute, c.second, c.micro = f[0], f[1], f[2], f[3]
	if !zoned {
		return true, c.check(t)
	}
	if offset == "Z" {
		c.tz = utcZone
		return true, c.check(t)
	}
	if offset[0] == 'Z' {
		return false, nil
	}
	if f, ok = isoClock(offset[1:]); !ok {
		return false, nil
	}
	us := int64(f[0]*3600+f[1]*60+f[2])*1e6 + int64(f[3])
	if offset[0] == '-' {
		us = -us
	}
	if us, err = offsetWithinDay(t, deltaOfOffset(us)); err != nil {
		return false, err
	}
	c.tz = fixedZone(us)
	return true, c.check(t)
}

// isoClock reads hours, minutes, seconds and microseconds.
func isoClock(s string) (f [4]int, ok bool) {
	if f[0], ok = digitsAt(s, 0, 2); !ok {
		return f, false
	}
	s = s[2:]
	colons := strings.HasPrefix(s, ":")
	for i := 1; i < 3 && s != ""; i++ {
		if colons {
			if s, ok = strings.CutPrefix(s, ":"); !ok {
				return f, false
			}
		}
		if f[i], ok = digitsAt(s, 0, 2); !ok {
			return f, false
		}
		s = s[2:]
		if i == 2 && s != "" {
			return f, isoFraction(s, &f[3])
		}
	}
	return f, s == ""
}

// isoFraction reads a point or comma and digits, of which six count.
func isoFraction(s string, micros *int) bool {
	if s[0] != '.' && s[0] != ',' || len(s) == 1 {
		return false
	}
	s = s[1:]
	for i := 0; i < len(s); i++ {
		if !isDigitByte(s[i]) {
			return false
		}
	}
	*micros, _ = digitsAt((s + "000000")[:6], 0, 6)
	return true
}
