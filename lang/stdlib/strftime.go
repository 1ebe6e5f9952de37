package stdlib

import (
	"strconv"
	"strings"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// moment is a time taken apart, as it is formatted and parsed.
type moment struct {
	year, month, day, hour, minute, second, micro int
	weekday                                       int // Monday is 0
	yday                                          int // from 1
	zone                                          string
	offset                                        int64 // from UTC, in microseconds
	hasOffset                                     bool
	isDatetime                                    bool // %f, %z, %:z and %Z are datetime's
}

// maxFieldWidth bounds the width that a directive may ask for.
const maxFieldWidth = 1 << 16

// formatLimited is format for a text of any length.
func (m *moment) formatLimited(t *rt.Thread, format string) (string, error) {
	if err := t.Reserve(len(format) * 8); err != nil {
		return "", err
	}
	return m.format(format), nil
}

// format is strftime in the C locale, with the flags and widths of the GNU C
// library.
func (m *moment) format(format string) string {
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			b.WriteByte(format[i])
			continue
		}
		start := i
		i++
		pad, upper := byte(0), false
	flags:
		for ; i < len(format); i++ {
			switch format[i] {
			case '-', '_', '0':
				pad = format[i]
			case '^':
				upper = true
			case '#':
			default:
				break flags
			}
		}
		width := 0
		for ; i < len(format) && format[i] >= '0' && format[i] <= '9'; i++ {
			width = min(width*10+int(format[i]-'0'), maxFieldWidth)
		}
		colon := m.isDatetime && i+1 < len(format) && format[i] == ':' && format[i+1] == 'z'
		if colon {
			i++
		} else if i < len(format) && (format[i] == 'E' || format[i] == 'O') && i+1 < len(format) {
			i++
		}
		text, ok := "", false
		if i < len(format) {
			text, ok = m.directive(format[i], pad, width, colon)
		}
		if !ok {
			b.WriteString(format[start:min(i+1, len(format))])
			continue
		}
		if upper {
			text = strings.ToUpper(text)
		}
		if len(text) < width {
			fill := " "
			if pad == '0' {
				fill = "0"
			}
			text = strings.Repeat(fill, width-len(text)) + text
		}
		b.WriteString(text)
	}
	return b.String()
}

// directive is what one directive stands for; ok is false if it is none.
func (m *moment) directive(c, pad byte, width int, colon bool) (text string, ok bool) {
	number := func(n, digits int, fill byte) (string, bool) {
		if pad != 0 {
			fill = pad
		}
		return padNumber(n, max(digits, width), fill), true
	}
	switch c {
	case 'a':
		return dayNames[m.weekday][:3], true
	case 'A':
		return dayNames[m.weekday], true
	case 'b', 'h':
		return monthNames[m.month][:3], true
	case 'B':
		return monthNames[m.month], true
	case 'c':
		return m.format("%a %b %e %H:%M:%S %Y"), true
	case 'C':
		return number(floorQuo(m.year, 100), digitsOf(m.year, 2), '0')
	case 'd':
		return number(m.day, 2, '0')
	case 'D', 'x':
		return m.format("%m/%d/%y"), true
	case 'e':
		return number(m.day, 2, '_')
	case 'F':
		return m.format("%Y-%m-%d"), true
	case 'g', 'G', 'V':
		year, week, _ := isoWeek(m.year, ordinalOf(m.year, 1, 1)+m.yday-1)
		switch c {
		case 'g':
			return number(floorRem(year, 100), 2, '0')
		case 'G':
			return number(year, 1, '0')
		}
		return number(week, 2, '0')
	case 'H':
		return number(m.hour, 2, '0')
	case 'I':
		return number((m.hour+11)%12+1, 2, '0')
	case 'j':
		return number(m.yday, 3, '0')
	case 'k':
		return number(m.hour, 2, '_')
	case 'l':
		return number((m.hour+11)%12+1, 2, '_')
	case 'm':
		return number(m.month, 2, '0')
	case 'M':
		return number(m.minute, 2, '0')
	case 'n':
		return "\n", true
	case 'p', 'P':
		text = "AM"
		if m.hour >= 12 {
			text = "PM"
		}
		if c == 'P' {
			text = strings.ToLower(text)
		}
		return text, true
	case 'r':
		return m.format("%I:%M:%S %p"), true
	case 'R':
		return m.format("%H:%M"), true
	case 's':
		days := ordinalOf(m.year, 1, 1) + m.yday - 1 - unixOrdinal
		return strconv.Itoa(days*86400 + m.hour*3600 + m.minute*60 + m.second), true
	case 'S':
		return number(m.second, 2, '0')
	case 't':
		return "\t", true
	case 'T', 'X':
		return m.format("%H:%M:%S"), true
	case 'u':
		return number(m.weekday+1, 1, '0')
	case 'U':
		return number((m.yday+6-(m.weekday+1)%7)/7, 2, '0')
	case 'w':
		return number((m.weekday+1)%7, 1, '0')
	case 'W':
		return number((m.yday+6-m.weekday)/7, 2, '0')
	case 'y':
		return number(floorRem(m.year, 100), 2, '0')
	case 'Y':
		return number(m.year, 1, '0')
	case 'z':
		if !m.hasOffset {
			return "", true
		}
		if colon {
			return offsetText(m.offset, ":"), true
		}
		return offsetText(m.offset, ""), true
	case 'Z':
		return m.zone, true
	case 'f':
		return padNumber(m.micro, 6, '0'), m.isDatetime
	case '%':
		return "%", true
	}
	return "", false
}

// digitsOf is how many digits the century of a year has at least.
func digitsOf(year, usual int) int {
	if year < 1000 {
		return 1
	}
	return usual
}

// padNumber is n with at least digits digits; fill is what stands before it: '0',
// '_' for spaces or '-' for nothing.
func padNumber(n, digits int, fill byte) string {
	s := strconv.Itoa(n)
	missing := digits - len(s)
	if missing <= 0 || fill == '-' {
		return s
	}
	if fill == '_' {
		return strings.Repeat(" ", missing) + s
	}
	if n < 0 {
		return "-" + strings.Repeat("0", missing) + s[1:]
	}
	return strings.Repeat("0", missing) + s
}

// offsetText is an offset from UTC in microseconds as ±HHMM, with seconds and
// microseconds where there are any.
func offsetText(micros int64, sep string) string {
	sign := "+"
	if micros < 0 {
		sign, micros = "-", -micros
	}
	s := micros / 1e6
	two := func(n int64) string { return padNumber(int(n), 2, '0') }
	text := sign + two(s/3600) + sep + two(s/60%60)
	if s%60 != 0 || micros%1e6 != 0 {
		text += sep + two(s%60)
	}
	if micros%1e6 != 0 {
		text += "." + padNumber(int(micros%1e6), 6, '0')
	}
	return text
}
