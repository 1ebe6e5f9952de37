package stdlib

import (
	"fmt"

	"github.com/coro-lang/coro/lang/compiler"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// datetime.time: a time of the day.

type timeObj struct {
	rt.Hdr
	attrs *rt.Attrs
	clockFields
}

func asTime(v rt.Value) *timeObj { return rt.As[timeObj](v, &dayTimeType) }

func init() {
	rows := getters(asTime, map[string]func(*timeObj) rt.Value{
		"hour":        func(c *timeObj) rt.Value { return smallInt(c.hour) },
		"minute":      func(c *timeObj) rt.Value { return smallInt(c.minute) },
		"second":      func(c *timeObj) rt.Value { return smallInt(c.second) },
		"microsecond": func(c *timeObj) rt.Value { return smallInt(c.micro) },
		"fold":        func(c *timeObj) rt.Value { return smallInt(c.fold) },
		"tzinfo":      func(c *timeObj) rt.Value { return c.tz },
	}, "hour", "minute", "second", "microsecond", "fold", "tzinfo")
	zone := func(v rt.Value) (tz, dt rt.Value) { return asTime(v).tz, rt.None }
	rt.Define(&dayTimeType, &rt.Spec{
		Name: "time", Module: "datetime", Dotted: true, Layout: true,
		AttrsOf: func(v rt.Value) **rt.Attrs { return &asTime(v).attrs },
		Consts: map[string]rt.Value{
			"min":        plainTime(clockFields{tz: rt.None}),
			"max":        plainTime(clockFields{hour: 23, minute: 59, second: 59, micro: 999999, tz: rt.None}),
			"resolution": newDelta(0, 0, 1),
		},
		Slots: rt.Slots{
			New: newTimeOf,
			Repr: func(t *rt.Thread, v rt.Value) (string, error) {
				c := asTime(v)
				tail, err := c.reprTail(t)
				return fmt.Sprintf("%s(%d, %d%s", v.Type().Name, c.hour, c.minute, tail), err
			},
			Str:     func(t *rt.Thread, v rt.Value) (string, error) { return isoTime(t, v, "auto") },
			Hash:    hashTime,
			Format:  formatSlot(timeMoment),
			Compare: compareTime,
		},
		Methods: replaceable(append(rows, []rt.Method{
			{Name: "isoformat", Sig: "timespec='auto'", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				spec := rt.AsStr(a[1].Or(rt.NewStr("auto")))
				if spec == nil {
					return rt.Value{}, t.TypeErrorf("isoformat() argument 1 must be str, not %s", typeName(a[1]))
				}
				s, err := isoTime(t, a[0], spec.String())
				if err != nil {
					return rt.Value{}, err
				}
				return rt.NewStr(s), nil
			}},
			{Name: "fromisoformat", Sig: "string, /", Kind: rt.ClassMethod, Fn: timeFromISO},
			{Name: "replace", Sig: "hour=<unrepresentable>, minute=<unrepresentable>, second=<unrepresentable>, microsecond=<unrepresentable>, tzinfo=<unrepresentable>, *, fold=<unrepresentable>", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				c := asTime(a[0]).clockFields
				if err := c.setFields(t, a[1:]); err != nil {
					return rt.Value{}, err
				}
				return newTimeLike(t, a[0].Type(), c)
			}},
			strftimeMethod(timeMoment),
			deltaMethod("utcoffset", zone), deltaMethod("dst", zone), tznameMethod(zone),
			{Name: "__reduce__", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				c := asTime(a[0])
				return rt.NewPair(a[0].Type().Value(), rt.NewTuple([]rt.Value{smallInt(c.hour), smallInt(c.minute), smallInt(c.second), smallInt(c.micro), c.tz})), nil
			}},
		}...)),
	})
}

func plainTime(c clockFields) rt.Value {
	o := &timeObj{clockFields: c}
	o.Init(&dayTimeType)
	return rt.ObjectValue(o)
}

var timeSig = newCSignature("hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0", 4)

func newTimeOf(t *rt.Thread, cls *rt.Type, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
	a, err := timeSig.bind(t, args, kwnames)
	if err != nil {
		return rt.Value{}, err
	}
	c := clockFields{tz: rt.None}
	if err := c.setFields(t, a); err != nil {
		return rt.Value{}, err
	}
	o := &timeObj{clockFields: c}
	o.Init(cls)
	return rt.ObjectValue(o), nil
}

// setFields sets what the arguments of the constructor or of replace give.
func (c *clockFields) setFields(t *rt.Thread, a []rt.Value) error {
	if err := intFields(t, a, &c.hour, &c.minute, &c.second, &c.micro); err != nil {
		return err
	}
	if err := intFields(t, a[5:], &c.fold); err != nil {
		return err
	}
	c.tz = a[4].Or(c.tz)
	return c.check(t)
}

// newTimeLike makes a time of the class cls; a class of the program is called.
func newTimeLike(t *rt.Thread, cls *rt.Type, c clockFields) (rt.Value, error) {
	if !cls.IsHeap() {
		return plainTime(c), nil
	}
	return t.CallKw(cls.Value(), []rt.Value{smallInt(c.hour), smallInt(c.minute), smallInt(c.second), smallInt(c.micro), c.tz}, nil)
}

func isoTime(t *rt.Thread, v rt.Value, timespec string) (string, error) {
	c := asTime(v)
	s, err := c.text(t, timespec)
	if err != nil {
		return "", err
	}
	us, ok, err := zoneOffset(t, c.tz, rt.None)
	if ok {
		s += offsetText(us, ":")
	}
	return s, err
}

func timeMoment(t *rt.Thread, v rt.Value, format string) (moment, error) {
	d := emptyDate()
	d.year, d.month, d.day = 1900, 1, 1
	d.clockFields = asTime(v).clockFields
	m := d.moment()
	return m, zoneFields(t, &m, d.tz, rt.None, format)
}

func hashTime(t *rt.Thread, v rt.Value) (uint64, error) {
	c := asTime(v)
	us, _, err := zoneOffset(t, c.tz, rt.None)
	return mixHash(int(c.dayMicros() - us)), err
}

func compareTime(t *rt.Thread, op compiler.CompareOp, a, b rt.Value) (rt.Value, error) {
	x, y := asTime(a), asTime(b)
	if x == nil || y == nil {
		return rt.NotImplemented, nil
	}
	m, n := x.dayMicros(), y.dayMicros()
	if x.tz != y.tz {
		from, ok, err := zoneOffset(t, x.tz, rt.None)
		if err != nil {
			return rt.Value{}, err
		}
		to, ok2, err := zoneOffset(t, y.tz, rt.None)
		if err != nil {
			return rt.Value{}, err
		}
		if ok != ok2 {
			switch op {
			case compiler.Eq:
				return rt.False, nil
			case compiler.Ne:
				return rt.True, nil
			}
			return rt.Value{}, t.TypeErrorf("can't compare offset-naive and offset-aware times")
		}
		m -= from
		n -= to
	}
	return order(op, int(m-n)), nil
}

func timeFromISO(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.AsStr(a[1])
	if s == nil {
		return rt.Value{}, t.TypeErrorf("fromisoformat: argument must be str")
	}
	text := s.String()
	if text != "" && text[0] == 'T' {
		text = text[1:]
	}
	c := clockFields{tz: rt.None}
	ok, err := parseISOTime(t, text, &c)
	if err != nil {
		return rt.Value{}, err
	}
	if !ok {
		return rt.Value{}, isoError(t, a[1])
	}
	return newTimeLike(t, rt.AsType(a[0]), c)
}
