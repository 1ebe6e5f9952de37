package stdlib

import (
	"fmt"
	"math/big"

	"github.com/coro-lang/coro/lang/compiler"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// datetime.datetime. Local time is UTC.

func init() {
	rows := getters(asDate, map[string]func(*dateObj) rt.Value{
		"hour":        func(d *dateObj) rt.Value { return smallInt(d.hour) },
		"minute":      func(d *dateObj) rt.Value { return smallInt(d.minute) },
		"second":      func(d *dateObj) rt.Value { return smallInt(d.second) },
		"microsecond": func(d *dateObj) rt.Value { return smallInt(d.micro) },
		"fold":        func(d *dateObj) rt.Value { return smallInt(d.fold) },
		"tzinfo":      func(d *dateObj) rt.Value { return d.tz },
	}, "hour", "minute", "second", "microsecond", "fold", "tzinfo")
	zone := func(v rt.Value) (tz, dt rt.Value) { return asDate(v).tz, v }
	now := func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		return datetimeFromTimestamp(t, a[0], rt.Float(t.VM.WallTime()), rt.None)
	}
	rt.Define(&datetimeType, &rt.Spec{
		Name: "datetime", Module: "datetime", Dotted: true, Base: &dateType,
		Consts: map[string]rt.Value{
			"min":        plainDatetime(1, 1, 1, clockFields{tz: rt.None}),
			"max":        plainDatetime(maxYear, 12, 31, clockFields{hour: 23, minute: 59, second: 59, micro: 999999, tz: rt.None}),
			"resolution": newDelta(0, 0, 1),
		},
		Slots: rt.Slots{
			New:     newDatetimeOf,
			Repr:    reprDatetime,
			Str:     func(t *rt.Thread, v rt.Value) (string, error) { return isoDatetime(t, v, " ", "auto") },
			Hash:    hashDatetime,
			Compare: compareDatetime,
			Binary:  binaryDatetime,
		},
		Methods: replaceable(append(rows, []rt.Method{
			{Name: "now", Sig: "tz=None", Kind: rt.ClassMethod, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				return datetimeFromTimestamp(t, a[0], rt.Float(t.VM.WallTime()), a[1].Or(rt.None))
			}},
			{Name: "today", Kind: rt.ClassMethod, Fn: now},
			deprecated(utcDeprecated("utcnow", "now("), rt.Method{Name: "utcnow", Kind: rt.ClassMethod, Fn: now}),
			{Name: "fromtimestamp", Sig: "timestamp, tz=None", Kind: rt.ClassMethod, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				return datetimeFromTimestamp(t, a[0], a[1], a[2].Or(rt.None))
			}},
			deprecated(utcDeprecated("utcfromtimestamp", "fromtimestamp(timestamp, "), rt.Method{Name: "utcfromtimestamp", Sig: "timestamp, /", Kind: rt.ClassMethod, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				return datetimeFromTimestamp(t, a[0], a[1], rt.None)
			}}),
			{Name: "combine", Sig: "date, time, tzinfo=<unrepresentable>", Kind: rt.ClassMethod, Fn: datetimeCombine},
			{Name: "strptime", Sig: "date_string, format, /", Kind: rt.ClassMethod, Fn: datetimeStrptime},
			{Name: "fromisoformat", Sig: "string, /", Kind: rt.ClassMethod, Fn: datetimeFromISO},
			{Name: "replace", Sig: "year=<unrepresentable>, month=<unrepresentable>, day=<unrepresentable>, hour=<unrepresentable>, minute=<unrepresentable>, second=<unrepresentable>, microsecond=<unrepresentable>, tzinfo=<unrepresentable>, *, fold=<unrepresentable>", Fn: datetimeReplace},
			{Name: "ctime", Fn: dateCtime},
			{Name: "date", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				d := asDate(a[0])
				return plainDate(d.year, d.month, d.day), nil
			}},
			{Name: "time", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				c := asDate(a[0]).clockFields
				c.tz = rt.None
				return plainTime(c), nil
			}},
			{Name: "timetz", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return plainTime(asDate(a[0]).clockFields), nil }},
			{Name: "isoformat", Sig: "sep='T', timespec='auto'", Fn: datetimeISOFormat},
			{Name: "timestamp", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				n, err := utcMicros(t, a[0])
				if err != nil {
					return rt.Value{}, err
				}
				n.Sub(n, bigMicros(unixOrdinal, 0, 0))
				return t.Binary(compiler.Div, rt.NewInt(n), rt.Int(1000000), false)
			}},
			{Name: "timetuple", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				d := asDate(a[0])
				us, ok, err := zoneDelta(t, d.tz, a[0], "dst")
				flag := -1
				if ok {
					flag = 0
					if us != 0 {
						flag = 1
					}
				}
				return d.timeTuple(flag), err
			}},
			{Name: "utctimetuple", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				d := asDate(a[0])
				us, ok, err := zoneOffset(t, d.tz, a[0])
				if err != nil {
					return rt.Value{}, err
				}
				if ok {
					plain := *d
					plain.Init(&datetimeType)
					v, err := d.plus(t, rt.ObjectValue(&plain), -us)
					if err != nil {
						return rt.Value{}, err
					}
					d = asDate(v)
				}
				return d.timeTuple(0), nil
			}},
			{Name: "astimezone", Sig: "tz=None", Fn: datetimeAsTimezone},
			deltaMethod("utcoffset", zone), deltaMethod("dst", zone), tznameMethod(zone),
			{Name: "__reduce__", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				d := asDate(a[0])
				return rt.NewPair(a[0].Type().Value(), rt.NewTuple([]rt.Value{
					smallInt(d.year), smallInt(d.month), smallInt(d.day),
					smallInt(d.hour), smallInt(d.minute), smallInt(d.second), smallInt(d.micro), d.tz,
				})), nil
			}},
		}...)),
	})
}

func plainDatetime(year, month, day int, c clockFields) rt.Value {
	d := &dateObj{year: year, month: month, day: day, clockFields: c}
	d.Init(&datetimeType)
	return rt.ObjectValue(d)
}

var datetimeSig = newCSignature("year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0", 7)

func newDatetimeOf(t *rt.Thread, cls *rt.Type, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
	a, err := datetimeSig.bind(t, args, kwnames)
	if err != nil {
		return rt.Value{}, err
	}
	d := emptyDate()
	if err := d.setFields(t, a); err != nil {
		return rt.Value{}, err
	}
	d.Init(cls)
	return rt.ObjectValue(&d), nil
}

// setFields sets what the arguments of the constructor or of replace give.
func (d *dateObj) setFields(t *rt.Thread, a []rt.Value) error {
	if err := intFields(t, a, &d.year, &d.month, &d.day, &d.hour, &d.minute, &d.second, &d.micro); err != nil {
		return err
	}
	if err := intFields(t, a[8:], &d.fold); err != nil {
		return err
	}
	d.tz = a[7].Or(d.tz)
	if err := d.checkDate(t); err != nil {
		return err
	}
	return d.clockFields.check(t)
}

func datetimeReplace(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	d := *asDate(a[0])
	if err := d.setFields(t, a[1:]); err != nil {
		return rt.Value{}, err
	}
	return newDateLike(t, a[0].Type(), d)
}

func reprDatetime(t *rt.Thread, v rt.Value) (string, error) {
	d := asDate(v)
	tail, err := d.reprTail(t)
	return fmt.Sprintf("%s(%d, %d, %d, %d, %d%s", v.Type().Name, d.year, d.month, d.day, d.hour, d.minute, tail), err
}

// isoDatetime is v.isoformat(sep, timespec).
func isoDatetime(t *rt.Thread, v rt.Value, sep, timespec string) (string, error) {
	d := asDate(v)
	clock, err := d.text(t, timespec)
	if err != nil {
		return "", err
	}
	us, ok, err := zoneOffset(t, d.tz, v)
	if ok {
		clock += offsetText(us, ":")
	}
	return d.dateText() + sep + clock, err
}

func datetimeISOFormat(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	sep, timespec := a[1].Or(rt.NewStr("T")), a[2].Or(rt.NewStr("auto"))
	s, spec := rt.AsStr(sep), rt.AsStr(timespec)
	if n := 0; s != nil {
		if n, _ = t.Len(sep); n != 1 {
			s = nil
		}
	}
	if s == nil {
		return rt.Value{}, t.TypeErrorf("isoformat() argument 1 must be a unicode character, not %s", typeName(sep))
	}
	if spec == nil {
		return rt.Value{}, t.TypeErrorf("isoformat() argument 2 must be str, not %s", typeName(timespec))
	}
	text, err := isoDatetime(t, a[0], s.String(), spec.String())
	if err != nil {
		return rt.Value{}, err
	}
	return rt.NewStr(text), nil
}

// utcMicros is the time in microseconds since the beginning of the calendar, in
// UTC if it has a zone.
func utcMicros(t *rt.Thread, v rt.Value) (*big.Int, error) {
	d := asDate(v)
	us, _, err := zoneOffset(t, d.tz, v)
	if err != nil {
		return nil, err
	}
	n := d.micros()
	return n.Sub(n, big.NewInt(us)), nil
}

func hashDatetime(t *rt.Thread, v rt.Value) (uint64, error) {
	d := *asDate(v)
	if d.fold != 0 {
		d.fold = 0
		d.Init(&datetimeType)
		v = rt.ObjectValue(&d)
	}
	n, err := utcMicros(t, v)
	if err != nil {
		return 0, err
	}
	return mixHash(int(n.Int64())), nil
}

// offsets are the offsets of two datetimes; aware says how many have one.
func offsets(t *rt.Thread, a, b rt.Value) (x, y int64, aware int, err error) {
	x, ok, err := zoneOffset(t, asDate(a).tz, a)
	if err != nil {
		return 0, 0, 0, err
	}
	y, ok2, err := zoneOffset(t, asDate(b).tz, b)
	if ok {
		aware++
	}
	if ok2 {
		aware++
	}
	return x, y, aware, err
}

func compareDatetime(t *rt.Thread, op compiler.CompareOp, a, b rt.Value) (rt.Value, error) {
	x, y := asDate(a), asDate(b)
	if x == nil || y == nil || !isDatetime(a) || !isDatetime(b) {
		return rt.NotImplemented, nil
	}
	m, n := x.micros(), y.micros()
	if x.tz != y.tz {
		from, to, aware, err := offsets(t, a, b)
		if err != nil {
			return rt.Value{}, err
		}
		if aware == 1 {
			switch op {
			case compiler.Eq:
				return rt.False, nil
			case compiler.Ne:
				return rt.True, nil
			}
			return rt.Value{}, t.TypeErrorf("can't compare offset-naive and offset-aware datetimes")
		}
		m.Sub(m, big.NewInt(from))
		n.Sub(n, big.NewInt(to))
	}
	return order(op, m.Cmp(n)), nil
}

func binaryDatetime(t *rt.Thread, op compiler.BinaryOp, a, b rt.Value) (rt.Value, error) {
	x, y := asDate(a), asDate(b)
	switch {
	case op == compiler.Sub && x != nil && y != nil && isDatetime(a) && isDatetime(b):
		n := x.micros()
		n.Sub(n, y.micros())
		if x.tz != y.tz {
			from, to, aware, err := offsets(t, a, b)
			if err != nil {
				return rt.Value{}, err
			}
			if aware == 1 {
				return rt.Value{}, t.TypeErrorf("can't subtract offset-naive and offset-aware datetimes")
			}
			n.Sub(n, big.NewInt(from-to))
		}
		return deltaOfMicros(t, n)
	case op == compiler.Sub && x != nil && asDelta(b) != nil:
		n := asDelta(b).total()
		return x.plusBig(t, a, n.Neg(n))
	case op == compiler.Add && x != nil && asDelta(b) != nil:
		return x.plusBig(t, a, asDelta(b).total())
	case op == compiler.Add && y != nil && asDelta(a) != nil:
		return y.plusBig(t, b, asDelta(a).total())
	}
	return rt.NotImplemented, nil
}

// utcDeprecated is what a constructor of naive datetimes in UTC warns of; other is
// the start of the call to make instead.
func utcDeprecated(name, other string) string {
	return "datetime.datetime." + name + "() is deprecated and scheduled for removal in a future version. " +
		"Use timezone-aware objects to represent datetimes in UTC: datetime.datetime." + other + "datetime.UTC)."
}

func datetimeFromTimestamp(t *rt.Thread, cls, timestamp, tz rt.Value) (rt.Value, error) {
	if err := checkZone(t, tz); err != nil {
		return rt.Value{}, err
	}
	seconds, micros, err := splitTimestamp(t, timestamp)
	if err != nil {
		return rt.Value{}, err
	}
	m := momentOf(seconds)
	d := emptyDate()
	d.year, d.month, d.day, d.hour, d.minute, d.second, d.micro = m.year, m.month, m.day, m.hour, m.minute, m.second, micros
	d.tz = tz
	v, err := newDateLike(t, rt.AsType(cls), d)
	if err != nil || tz.IsNone() {
		return v, err
	}
	return t.CallMethod(tz, "fromutc", v)
}

func datetimeCombine(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	day := asDate(a[1])
	if day == nil {
		return rt.Value{}, t.TypeErrorf("combine() argument 1 must be datetime.date, not %s", typeName(a[1]))
	}
	clock := asTime(a[2])
	if clock == nil {
		return rt.Value{}, t.TypeErrorf("combine() argument 2 must be datetime.time, not %s", typeName(a[2]))
	}
	d := emptyDate()
	d.year, d.month, d.day = day.year, day.month, day.day
	d.clockFields = clock.clockFields
	d.tz = a[3].Or(d.tz)
	if err := checkZone(t, d.tz); err != nil {
		return rt.Value{}, err
	}
	return newDateLike(t, rt.AsType(a[0]), d)
}

func datetimeStrptime(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	for i, v := range a[1:] {
		if rt.AsStr(v) == nil {
			return rt.Value{}, t.TypeErrorf("strptime() argument %d must be str, not %s", i+1, typeName(v))
		}
	}
	p, err := strptime(t, a[1], a[2])
	if err != nil {
		return rt.Value{}, err
	}
	d := emptyDate()
	d.year, d.month, d.day, d.hour, d.minute, d.second, d.micro = p.year, p.month, p.day, p.hour, p.minute, p.second, p.micro
	if p.hasOffset {
		d.tz = fixedZone(p.offset)
		if p.zone != "" {
			d.tz = newZone(p.offset, rt.NewStr(p.zone))
		}
	}
	if err := d.clockFields.check(t); err != nil {
		return rt.Value{}, err
	}
	return newDateLike(t, rt.AsType(a[0]), d)
}

func datetimeFromISO(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.AsStr(a[1])
	if s == nil {
		return rt.Value{}, t.TypeErrorf("fromisoformat: argument must be str")
	}
	d := emptyDate()
	ok, err := parseISODatetime(t, s.String(), &d)
	if err != nil {
		return rt.Value{}, err
	}
	if !ok {
		return rt.Value{}, isoError(t, a[1])
	}
	return newDateLike(t, rt.AsType(a[0]), d)
}

// isoError is the error of a text that is no ISO form.
func isoError(t *rt.Thread, v rt.Value) error {
	shown, err := t.Repr(v)
	if err != nil {
		return err
	}
	return t.ValueErrorf("Invalid isoformat string: %s", shown)
}

func datetimeAsTimezone(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	d, tz := asDate(a[0]), a[1].Or(rt.None)
	if err := checkZone(t, tz); err != nil {
		return rt.Value{}, err
	}
	if tz.IsNone() {
		tz = newZone(0, rt.NewStr("UTC"))
	}
	if d.tz == tz {
		return a[0], nil
	}
	us, _, err := zoneOffset(t, d.tz, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	utc := *d
	utc.tz = tz
	v, err := utc.plus(t, a[0], -us)
	if err != nil {
		return rt.Value{}, err
	}
	return t.CallMethod(tz, "fromutc", v)
}
