package stdlib

// The proleptic Gregorian calendar: the arithmetic under time and datetime.

const (
	minYear = 1
	maxYear = 9999
	// unixOrdinal is the ordinal of 1 January 1970; that of 1 January 1 is 1.
	unixOrdinal = 719163
	maxOrdinal  = 3652059
)

var daysBefore = [13]int{0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func daysInMonth(year, month int) int {
	switch month {
	case 2:
		if isLeap(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// yearDay is the number of a day in its year, from 1.
func yearDay(year, month, day int) int {
	n := daysBefore[month] + day
	if month > 2 && isLeap(year) {
		n++
	}
	return n
}

// ordinalOf is the number of a day, that of 1 January of the year 1 being 1.
func ordinalOf(year, month, day int) int {
	y := year - 1
	return 365*y + floorQuo(y, 4) - floorQuo(y, 100) + floorQuo(y, 400) + yearDay(year, month, day)
}

// floorQuo is a / b rounded down, b > 0.
func floorQuo(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// floorRem is a less the multiple of b at or below it, b > 0.
func floorRem(a, b int) int { return a - floorQuo(a, b)*b }

// dateOfOrdinal is the day with that number.
func dateOfOrdinal(n int) (year, month, day int) {
	n--
	eras := floorQuo(n, 146097) // of 400 years
	n -= eras * 146097
	centuries := min(n/36524, 3)
	n -= centuries * 36524
	fours := n / 1461
	n -= fours * 1461
	years := min(n/365, 3)
	n -= years * 365
	year = eras*400 + centuries*100 + fours*4 + years + 1
	month = 1
	for n >= daysInMonth(year, month) {
		n -= daysInMonth(year, month)
		month++
	}
	return year, month, n + 1
}

// weekdayOf is the day of the week of an ordinal, Monday being 0.
func weekdayOf(ordinal int) int { return floorRem(ordinal+6, 7) }

// isoWeek is the ISO year, week and weekday (from 1) of an ordinal.
func isoWeek(year, ordinal int) (y, week, day int) {
	start := isoWeekOne(year)
	switch {
	case ordinal < start:
		year--
		start = isoWeekOne(year)
	case ordinal >= isoWeekOne(year+1):
		year++
		start = isoWeekOne(year)
	}
	return year, (ordinal-start)/7 + 1, weekdayOf(ordinal) + 1
}

// isoWeekOne is the ordinal of the Monday of a year's first ISO week, which has
// its first Thursday.
func isoWeekOne(year int) int {
	first := ordinalOf(year, 1, 1)
	w := weekdayOf(first)
	monday := first - w
	if w > 3 {
		monday += 7
	}
	return monday
}

var (
	dayNames   = [7]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	monthNames = [13]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)
