package stdlib

import (
	"fmt"
	"math"
	"math/big"

	"github.com/coro-lang/coro/lang/compiler"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// datetime.date.

// dateObj is a date or a datetime, which is a date with a time.
type dateObj struct {
	rt.Hdr
	attrs            *rt.Attrs
	year, month, day int
	clockFields
}

func asDate(v rt.Value) *dateObj { return rt.As[dateObj](v, &dateType) }

// isDatetime says whether v is a datetime and not only a date.
func isDatetime(v rt.Value) bool { return v.Type().IsSubclass(&datetimeType) }

func init() {
	rows := getters(asDate, map[string]func(*dateObj) rt.Value{
		"year":  func(d *dateObj) rt.Value { return smallInt(d.year) },
		"month": func(d *dateObj) rt.Value { return smallInt(d.month) },
		"day":   func(d *dateObj) rt.Value { return smallInt(d.day) },
	}, "year", "month", "day")
	rt.Define(&dateType, &rt.Spec{
		Name: "date", Module: "datetime", Dotted: true, Layout: true,
		AttrsOf: func(v rt.Value) **rt.Attrs { return &asDate(v).attrs },
		Consts: map[string]rt.Value{
			"min": plainDate(1, 1, 1), "max": plainDate(maxYear, 12, 31), "resolution": newDelta(1, 0, 0),
		},
		Slots: rt.Slots{
			New: newDateOf,
			Repr: func(t *rt.Thread, v rt.Value) (string, error) {
				d := asDate(v)
				return fmt.Sprintf("%s(%d, %d, %d)", v.Type().Name, d.year, d.month, d.day), nil
			},
			Str:     func(t *rt.Thread, v rt.Value) (string, error) { return asDate(v).dateText(), nil },
			Hash:    func(t *rt.Thread, v rt.Value) (uint64, error) { return mixHash(asDate(v).ordinal()), nil },
			Format:  formatSlot(dateMoment),
			Compare: compareDate,
			Binary:  binaryDate,
		},
		Methods: replaceable(append(rows, []rt.Method{
			{Name: "today", Kind: rt.ClassMethod, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				return dateFromTimestamp(t, a[0], rt.Float(t.VM.WallTime()))
			}},
			{Name: "fromtimestamp", Sig: "timestamp, /", Kind: rt.ClassMethod, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				return dateFromTimestamp(t, a[0], a[1])
			}},
			{Name: "fromordinal", Sig: "ordinal, /", Kind: rt.ClassMethod, Fn: dateFromOrdinal},
			{Name: "fromisoformat", Sig: "string, /", Kind: rt.ClassMethod, Fn: dateFromISO},
			{Name: "fromisocalendar", Sig: "year, week, day", Kind: rt.ClassMethod, Fn: dateFromISOCalendar},
			{Name: "replace", Sig: "year=<unrepresentable>, month=<unrepresentable>, day=<unrepresentable>", Fn: dateReplace},
			{Name: "ctime", Fn: dateCtime},
			strftimeMethod(dateMoment),
			{Name: "isoformat", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.NewStr(asDate(a[0]).dateText()), nil }},
			{Name: "isocalendar", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				d := asDate(a[0])
				y, w, day := isoWeek(d.year, d.ordinal())
				return rt.NewTupleOf(&isoCalendarType, []rt.Value{smallInt(y), smallInt(w), smallInt(day)}), nil
			}},
			{Name: "isoweekday", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				return smallInt(weekdayOf(asDate(a[0]).ordinal()) + 1), nil
			}},
			{Name: "weekday", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				return smallInt(weekdayOf(asDate(a[0]).ordinal())), nil
			}},
			{Name: "toordinal", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return smallInt(asDate(a[0]).ordinal()), nil }},
			{Name: "timetuple", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				return asDate(a[0]).timeTuple(-1), nil
			}},
			{Name: "__reduce__", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				d := asDate(a[0])
				return rt.NewPair(a[0].Type().Value(), rt.NewTuple([]rt.Value{smallInt(d.year), smallInt(d.month), smallInt(d.day)})), nil
			}},
		}...)),
	})

	var fields []rt.Method
	for i, name := range []string{"year", "week", "weekday"} {
		fields = append(fields, rt.Method{Name: name, Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.AsTuple(a[0]).Items()[i], nil
		}})
	}
	rt.Define(&isoCalendarType, &rt.Spec{
		Name: "IsoCalendarDate", Module: "datetime", Dotted: true, Base: &rt.TupleType, Methods: fields,
		Slots: rt.Slots{Repr: func(t *rt.Thread, v rt.Value) (string, error) {
			f := rt.AsTuple(v).Items()
			return fmt.Sprintf("datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)", f[0].SmallInt(), f[1].SmallInt(), f[2].SmallInt()), nil
		}},
	})
}

func plainDate(year, month, day int) rt.Value {
	d := &dateObj{year: year, month: month, day: day}
	d.tz = rt.None
	d.Init(&dateType)
	return rt.ObjectValue(d)
}

var dateSig = newCSignature("year, month, day", -1)

func newDateOf(t *rt.Thread, cls *rt.Type, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
	a, err := dateSig.bind(t, args, kwnames)
	if err != nil {
		return rt.Value{}, err
	}
	d := &dateObj{}
	d.tz = rt.None
	d.Init(cls)
	if err := intFields(t, a, &d.year, &d.month, &d.day); err != nil {
		return rt.Value{}, err
	}
	return rt.ObjectValue(d), d.checkDate(t)
}

// checkDate is the error of a date that is none.
func (d *dateObj) checkDate(t *rt.Thread) error {
	switch {
	case d.year < minYear || d.year > maxYear:
		return t.ValueErrorf("year %d is out of range", d.year)
	case d.month < 1 || d.month > 12:
		return t.ValueErrorf("month must be in 1..12")
	case d.day < 1 || d.day > daysInMonth(d.year, d.month):
		return t.ValueErrorf("day is out of range for month")
	}
	return nil
}

func (d *dateObj) ordinal() int { return ordinalOf(d.year, d.month, d.day) }

// newDateLike makes a date or datetime of the class cls with what d has; a class
// of the program is called.
func newDateLike(t *rt.Thread, cls *rt.Type, d dateObj) (rt.Value, error) {
	if err := d.checkDate(t); err != nil {
		return rt.Value{}, err
	}
	if !cls.IsHeap() {
		n := d
		n.attrs = nil
		n.Init(cls)
		return rt.ObjectValue(&n), nil
	}
	args := []rt.Value{smallInt(d.year), smallInt(d.month), smallInt(d.day)}
	if cls.IsSubclass(&datetimeType) {
		args = append(args, smallInt(d.hour), smallInt(d.minute), smallInt(d.second), smallInt(d.micro), d.tz)
		if d.fold != 0 {
			return t.CallKw(cls.Value(), append(args, rt.Int(1)), []*rt.Str{t.VM.Intern("fold")})
		}
	}
	return t.CallKw(cls.Value(), args, nil)
}

// emptyDate is a dateObj without a zone.
func emptyDate() dateObj { return dateObj{clockFields: clockFields{tz: rt.None}} }

func dateFromTimestamp(t *rt.Thread, cls, timestamp rt.Value) (rt.Value, error) {
	m, err := momentArg(t, timestamp)
	if err != nil {
		return rt.Value{}, err
	}
	d := emptyDate()
	d.year, d.month, d.day = m.year, m.month, m.day
	return newDateLike(t, rt.AsType(cls), d)
}

func dateFromOrdinal(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	v, err := parsedInt(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	n := int(v.SmallInt())
	if n < 1 {
		return rt.Value{}, t.ValueErrorf("ordinal must be >= 1")
	}
	d := emptyDate()
	d.year, d.month, d.day = dateOfOrdinal(n)
	return newDateLike(t, rt.AsType(a[0]), d)
}

func dateFromISO(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.AsStr(a[1])
	if s == nil {
		return rt.Value{}, t.TypeErrorf("fromisoformat: argument must be str")
	}
	d := emptyDate()
	ok, err := parseISODate(t, s.String(), &d)
	if err != nil {
		return rt.Value{}, err
	}
	if !ok {
		return rt.Value{}, isoError(t, a[1])
	}
	return newDateLike(t, rt.AsType(a[0]), d)
}

func dateFromISOCalendar(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	var year, week, day int
	if err := intFields(t, a[1:], &year, &week, &day); rt.Is(err, &rt.OverflowErrorType) {
		return rt.Value{}, t.ValueErrorf("ISO calendar component out of range")
	} else if err != nil {
		return rt.Value{}, err
	}
	d := emptyDate()
	if err := d.setISOWeek(t, year, week, day); err != nil {
		return rt.Value{}, err
	}
	return newDateLike(t, rt.AsType(a[0]), d)
}

// setISOWeek sets the date by its ISO year, week and weekday.
func (d *dateObj) setISOWeek(t *rt.Thread, year, week, day int) error {
	switch {
	case year < minYear || year > maxYear:
		return t.ValueErrorf("Year is out of range: %d", year)
	case week < 1 || isoWeekOne(year)+(week-1)*7 >= isoWeekOne(year+1):
		return t.ValueErrorf("Invalid week: %d", week)
	case day < 1 || day > 7:
		return t.ValueErrorf("Invalid day: %d (range is [1, 7])", day)
	}
	d.year, d.month, d.day = dateOfOrdinal(isoWeekOne(year) + (week-1)*7 + day - 1)
	return nil
}

func dateReplace(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	d := *asDate(a[0])
	if err := intFields(t, a[1:], &d.year, &d.month, &d.day); err != nil {
		return rt.Value{}, err
	}
	return newDateLike(t, a[0].Type(), d)
}

// dateText is YYYY-MM-DD.
func (d *dateObj) dateText() string { return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day) }

// moment is the date and time without what the zone says.
func (d *dateObj) moment() moment {
	return moment{
		year: d.year, month: d.month, day: d.day, hour: d.hour, minute: d.minute, second: d.second, micro: d.micro,
		weekday: weekdayOf(d.ordinal()), yday: yearDay(d.year, d.month, d.day), isDatetime: true,
	}
}

func dateMoment(t *rt.Thread, v rt.Value, format string) (moment, error) {
	d := asDate(v)
	m := d.moment()
	return m, zoneFields(t, &m, d.tz, v, format)
}

func dateCtime(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	m := asDate(a[0]).moment()
	return rt.NewStr(m.format("%a %b %e %H:%M:%S %Y")), nil
}

// timeTuple is the struct_time.
func (d *dateObj) timeTuple(dst int) rt.Value {
	v := newStructTime(d.moment())
	items := rt.AsTuple(v).Items()
	items[8] = smallInt(dst)
	hidden := items[:11]
	hidden[9], hidden[10] = rt.None, rt.None
	return v
}

func compareDate(t *rt.Thread, op compiler.CompareOp, a, b rt.Value) (rt.Value, error) {
	x, y := asDate(a), asDate(b)
	if x == nil || y == nil || isDatetime(a) || isDatetime(b) {
		return rt.NotImplemented, nil
	}
	return order(op, x.ordinal()-y.ordinal()), nil
}

func binaryDate(t *rt.Thread, op compiler.BinaryOp, a, b rt.Value) (rt.Value, error) {
	x, y := asDate(a), asDate(b)
	switch {
	case op == compiler.Sub && x != nil && y != nil && !isDatetime(a) && !isDatetime(b):
		return newDelta(x.ordinal()-y.ordinal(), 0, 0), nil
	case op == compiler.Sub && x != nil && asDelta(b) != nil:
		return x.plusDays(t, a, -asDelta(b).days)
	case op == compiler.Add && x != nil && asDelta(b) != nil:
		return x.plusDays(t, a, asDelta(b).days)
	case op == compiler.Add && y != nil && asDelta(a) != nil:
		return y.plusDays(t, b, asDelta(a).days)
	}
	return rt.NotImplemented, nil
}

// plusDays is the date some days later; v is d as a value.
func (d *dateObj) plusDays(t *rt.Thread, v rt.Value, days int) (rt.Value, error) {
	n := d.ordinal() + days
	if n < 1 || n > maxOrdinal {
		return rt.Value{}, t.OverflowErrorf("date value out of range")
	}
	r := *d
	r.year, r.month, r.day = dateOfOrdinal(n)
	return newDateLike(t, v.Type(), r)
}

// micros is all microseconds since the beginning of the calendar.
func (d *dateObj) micros() *big.Int {
	n := bigMicros(d.ordinal(), 0, 0)
	return n.Add(n, big.NewInt(d.dayMicros()))
}

// plus is the datetime some microseconds later; v is d as a value.
func (d *dateObj) plus(t *rt.Thread, v rt.Value, us int64) (rt.Value, error) {
	return d.plusBig(t, v, big.NewInt(us))
}

func (d *dateObj) plusBig(t *rt.Thread, v rt.Value, us *big.Int) (rt.Value, error) {
	n := d.micros()
	q, r := n.DivMod(n.Add(n, us), big.NewInt(dayMicros), new(big.Int))
	if !q.IsInt64() || q.Int64() < 1 || q.Int64() > maxOrdinal {
		return rt.Value{}, t.OverflowErrorf("date value out of range")
	}
	out := *d
	out.fold = 0
	out.year, out.month, out.day = dateOfOrdinal(int(q.Int64()))
	out.setDayMicros(r.Int64())
	return newDateLike(t, v.Type(), out)
}

// splitTimestamp is a number of seconds since 1970 as whole seconds and
// microseconds, rounded to even.
func splitTimestamp(t *rt.Thread, v rt.Value) (seconds int64, micros int, err error) {
	x, err := secondsArg(t, v)
	if err != nil {
		return 0, 0, err
	}
	if math.Abs(x) > maxTimestamp {
		return 0, 0, timestampError(t)
	}
	whole, frac := math.Modf(x)
	us := math.RoundToEven(frac * 1e6)
	switch {
	case us >= 1e6:
		whole, us = whole+1, us-1e6
	case us < 0:
		whole, us = whole-1, us+1e6
	}
	return int64(whole), int(us), nil
}
