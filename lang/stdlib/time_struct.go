package stdlib

import (
	"strings"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// time.struct_time: a tuple of nine with names, and two more fields.

var structTimeType rt.Type

var structTimeFields = [11]string{
	"tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst", "tm_zone", "tm_gmtoff",
}

func init() {
	var rows []rt.Method
	var shown []rt.Value
	for _, name := range structTimeFields[:9] {
		shown = append(shown, rt.NewStr(name))
	}
	for i, name := range structTimeFields {
		rows = append(rows, rt.Method{Name: name, Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			items := rt.AsTuple(a[0]).Items()
			// The last two lie behind the end of the tuple.
			if i < cap(items) {
				return items[:i+1][i], nil
			}
			return rt.None, nil
		}})
	}
	rt.Define(&structTimeType, &rt.Spec{
		Name:    "struct_time",
		Module:  "time",
		Dotted:  true,
		Base:    &rt.TupleType,
		Methods: rows,
		Final:   true,
		Consts: map[string]rt.Value{
			"n_fields": rt.Int(11), "n_sequence_fields": rt.Int(9), "n_unnamed_fields": rt.Int(0),
			"__match_args__": rt.NewTuple(shown),
		},
		Slots: rt.Slots{
			New: newStructTimeOf,
			Repr: func(t *rt.Thread, v rt.Value) (string, error) {
				parts := make([]string, 9)
				for i, item := range rt.AsTuple(v).Items() {
					shown, err := t.Repr(item)
					if err != nil {
						return "", err
					}
					parts[i] = structTimeFields[i] + "=" + shown
				}
				return "time.struct_time(" + strings.Join(parts, ", ") + ")", nil
			},
		},
	})
}

var structTimeSig = rt.NewSignature("structseq", "sequence, dict=None")

func newStructTimeOf(t *rt.Thread, cls *rt.Type, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
	a, err := structTimeSig.Bind(t, args, kwnames)
	if err != nil {
		return rt.Value{}, err
	}
	if typ := a[0].Type(); typ.Iter == nil {
		return rt.Value{}, t.TypeErrorf("constructor requires a sequence")
	}
	items, err := t.Collect(a[0])
	if err != nil {
		return rt.Value{}, err
	}
	bound := ""
	switch {
	case len(items) < 9:
		bound = "at least 9"
	case len(items) > 11:
		bound = "at most 11"
	default:
		for len(items) < 11 {
			items = append(items, rt.None)
		}
		return rt.NewTupleOf(cls, items[:9:11]), nil
	}
	return rt.Value{}, t.TypeErrorf("time.struct_time() takes an %s-sequence (%d-sequence given)", bound, len(items))
}

// newStructTime makes a struct_time of a moment.
func newStructTime(m moment) rt.Value {
	items := make([]rt.Value, 11)
	for i, n := range []int{m.year, m.month, m.day, m.hour, m.minute, m.second, m.weekday, m.yday, 0} {
		items[i] = rt.Int(int64(n))
	}
	items[9], items[10] = rt.NewStr(m.zone), rt.Int(0)
	return rt.NewTupleOf(&structTimeType, items[:9])
}

// timeTuple is the nine numbers of the time tuple v, an argument of the function
// called name.
func timeTuple(t *rt.Thread, v rt.Value, name string) (f [9]int, err error) {
	tup := rt.AsTuple(v)
	if tup == nil {
		return f, t.TypeErrorf("Tuple or struct_time argument required")
	}
	if len(tup.Items()) != 9 {
		return f, t.TypeErrorf("%s(): illegal time tuple argument", name)
	}
	for i, item := range tup.Items() {
		n, err := parsedInt(t, item)
		if err != nil {
			return f, err
		}
		f[i] = int(n.SmallInt())
	}
	return f, nil
}

// checkedMoment is the moment of a time tuple, whose numbers must be in range;
// zeros count as the first month and day.
func checkedMoment(t *rt.Thread, f [9]int, v rt.Value) (moment, error) {
	m := moment{year: f[0], month: max(f[1], 1), day: max(f[2], 1), hour: f[3], minute: f[4], second: f[5], weekday: floorRem(f[6], 7), yday: max(f[7], 1), zone: "UTC", hasOffset: true}
	if f[1] < 0 {
		m.month = f[1]
	}
	for _, c := range []struct {
		name      string
		n, lo, hi int
	}{
		{"month", m.month, 1, 12}, {"day of month", f[2], 0, 31}, {"hour", f[3], 0, 23}, {"minute", f[4], 0, 59},
		{"seconds", f[5], 0, 61}, {"day of week", f[6], -1, 1 << 31}, {"day of year", f[7], 0, 366},
	} {
		if c.n < c.lo || c.n > c.hi {
			return moment{}, t.ValueErrorf("%s out of range", c.name)
		}
	}
	if v.Type() == &structTimeType {
		if s := rt.AsStr(rt.AsTuple(v).Items()[:11][9]); s != nil {
			m.zone = s.String()
		}
	}
	return m, nil
}

// momentOf is the time, in UTC, of a number of seconds since 1970.
func momentOf(seconds int64) moment {
	days := floorQuo(int(seconds), 86400)
	rest := int(seconds) - days*86400
	m := moment{hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60, zone: "UTC", hasOffset: true}
	m.year, m.month, m.day = dateOfOrdinal(days + unixOrdinal)
	m.weekday = weekdayOf(days + unixOrdinal)
	m.yday = yearDay(m.year, m.month, m.day)
	return m
}
