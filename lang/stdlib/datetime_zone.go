package stdlib

import (
	"github.com/coro-lang/coro/lang/compiler"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// datetime.tzinfo and datetime.timezone.

// zoneObj is a timezone: a fixed offset from UTC.
type zoneObj struct {
	rt.Hdr
	offset int64 // microseconds
	name   rt.Value
}

var utcZone = newZone(0, rt.None)

func newZone(offset int64, name rt.Value) rt.Value {
	z := &zoneObj{offset: offset, name: name}
	z.Init(&timezoneType)
	return rt.ObjectValue(z)
}

// fixedZone is the timezone of an offset without a name: UTC itself for 0.
func fixedZone(offset int64) rt.Value {
	if offset == 0 {
		return utcZone
	}
	return newZone(offset, rt.None)
}

func asZone(v rt.Value) *zoneObj { return rt.As[zoneObj](v, &timezoneType) }

var timezoneSpec = rt.Spec{
	Name: "timezone", Module: "datetime", Dotted: true, Base: &tzinfoType, Layout: true, Final: true,
	Consts: map[string]rt.Value{
		"utc": utcZone, "min": newZone(60e6-dayMicros, rt.None), "max": newZone(dayMicros-60e6, rt.None),
	},
	Slots: rt.Slots{
		New: newZoneOf,
		Repr: func(t *rt.Thread, v rt.Value) (string, error) {
			z := asZone(v)
			if v == utcZone {
				return "datetime.timezone.utc", nil
			}
			text, err := t.Repr(deltaOfOffset(z.offset))
			if err == nil && !z.name.IsNone() {
				var name string
				name, err = t.Repr(z.name)
				text += ", " + name
			}
			return "datetime.timezone(" + text + ")", err
		},
		Str:  func(t *rt.Thread, v rt.Value) (string, error) { return asZone(v).label(), nil },
		Hash: func(t *rt.Thread, v rt.Value) (uint64, error) { return mixHash(int(asZone(v).offset)), nil },
		Compare: func(t *rt.Thread, op compiler.CompareOp, a, b rt.Value) (rt.Value, error) {
			x, y := asZone(a), asZone(b)
			if x == nil || y == nil || op != compiler.Eq && op != compiler.Ne {
				return rt.NotImplemented, nil
			}
			return rt.Bool((x.offset == y.offset) == (op == compiler.Eq)), nil
		},
	},
	Methods: []rt.Method{
		{Name: "utcoffset", Sig: "dt, /", Fn: zoneMethod("utcoffset", func(z *zoneObj) rt.Value { return deltaOfOffset(z.offset) })},
		{Name: "tzname", Sig: "dt, /", Fn: zoneMethod("tzname", func(z *zoneObj) rt.Value { return rt.NewStr(z.label()) })},
		{Name: "dst", Sig: "dt, /", Fn: zoneMethod("dst", func(*zoneObj) rt.Value { return rt.None })},
		{Name: "__getinitargs__", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			z := asZone(a[0])
			args := []rt.Value{deltaOfOffset(z.offset)}
			if !z.name.IsNone() {
				args = append(args, z.name)
			}
			return rt.NewTuple(args), nil
		}},
	},
}

func init() {
	abstract := func(name string) rt.Method {
		return rt.Method{Name: name, Sig: "dt, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.Value{}, t.Errorf(&rt.NotImplementedErrorType, "a tzinfo subclass must implement %s()", name)
		}}
	}
	rt.Define(&tzinfoType, &rt.Spec{
		Name: "tzinfo", Module: "datetime", Dotted: true,
		Methods: []rt.Method{abstract("utcoffset"), abstract("tzname"), abstract("dst"), {Name: "fromutc", Sig: "dt, /", Fn: fromUTC}},
	})
	rt.Define(&timezoneType, &timezoneSpec)
}

var zoneSig = rt.NewSignature("timezone", "offset, name=None")

func newZoneOf(t *rt.Thread, cls *rt.Type, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
	a, err := zoneSig.Bind(t, args, kwnames)
	if err != nil {
		return rt.Value{}, err
	}
	d := asDelta(a[0])
	if d == nil {
		return rt.Value{}, t.TypeErrorf("timezone() argument 1 must be datetime.timedelta, not %s", typeName(a[0]))
	}
	if !a[1].IsMissing() && rt.AsStr(a[1]) == nil {
		return rt.Value{}, t.TypeErrorf("timezone() argument 2 must be str, not %s", typeName(a[1]))
	}
	us, err := offsetWithinDay(t, a[0], true)
	if err != nil {
		return rt.Value{}, err
	}
	if a[1].IsMissing() {
		return fixedZone(us), nil
	}
	return newZone(us, a[1]), nil
}

// offsetWithinDay is the timedelta v in microseconds, which must be less than a
// day. shown says whether the error shows it.
func offsetWithinDay(t *rt.Thread, v rt.Value, shown bool) (int64, error) {
	n := asDelta(v).total()
	if !n.IsInt64() || n.Int64() >= dayMicros || n.Int64() <= -dayMicros {
		not, err := "", error(nil)
		if shown {
			not, err = t.Repr(v)
			not = ", not " + not
		}
		if err == nil {
			err = t.ValueErrorf("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24)%s.", not)
		}
		return 0, err
	}
	return n.Int64(), nil
}

// label is the zone's name.
func (z *zoneObj) label() string {
	if s := rt.AsStr(z.name); s != nil {
		return s.String()
	}
	if z.offset == 0 {
		return "UTC"
	}
	return "UTC" + offsetText(z.offset, ":")
}

// zoneMethod makes a method of timezone, whose argument is a datetime or None.
func zoneMethod(name string, f func(z *zoneObj) rt.Value) rt.Fn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		if !a[1].IsNone() && !isDatetime(a[1]) {
			return rt.Value{}, t.TypeErrorf("%s(dt) argument must be a datetime instance or None, not %s", name, a[1].Type().Name)
		}
		return f(asZone(a[0])), nil
	}
}

// zoneDelta is what a zone's method utcoffset or dst says of dt, in microseconds;
// ok is false if it says None.
func zoneDelta(t *rt.Thread, tz, dt rt.Value, method string) (us int64, ok bool, err error) {
	if z := asZone(tz); z != nil {
		return z.offset, method == "utcoffset", nil
	}
	if tz.IsNone() {
		return 0, false, nil
	}
	v, err := t.CallMethod(tz, method, dt)
	if err != nil || v.IsNone() {
		return 0, false, err
	}
	if asDelta(v) == nil {
		return 0, false, t.TypeErrorf("tzinfo.%s() must return None or timedelta, not '%s'", method, v.Type().Name)
	}
	us, err = offsetWithinDay(t, v, false)
	return us, err == nil, err
}

func zoneOffset(t *rt.Thread, tz, dt rt.Value) (us int64, ok bool, err error) {
	return zoneDelta(t, tz, dt, "utcoffset")
}

// deltaMethod makes the methods utcoffset and dst of datetime and time.
func deltaMethod(method string, of func(v rt.Value) (tz, dt rt.Value)) rt.Method {
	return rt.Method{Name: method, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		tz, dt := of(a[0])
		us, ok, err := zoneDelta(t, tz, dt, method)
		if err != nil || !ok {
			return rt.None, err
		}
		return deltaOfOffset(us), nil
	}}
}

// zoneName is the name of a zone, empty if it has none.
func zoneName(t *rt.Thread, tz, dt rt.Value) (string, error) {
	if tz.IsNone() {
		return "", nil
	}
	if z := asZone(tz); z != nil {
		return z.label(), nil
	}
	v, err := t.CallMethod(tz, "tzname", dt)
	if err != nil || v.IsNone() {
		return "", err
	}
	s := rt.AsStr(v)
	if s == nil {
		return "", t.TypeErrorf("tzinfo.tzname() must return None or a string, not '%s'", v.Type().Name)
	}
	return s.String(), nil
}

// tznameMethod makes the method tzname of datetime and time.
func tznameMethod(of func(v rt.Value) (tz, dt rt.Value)) rt.Method {
	return rt.Method{Name: "tzname", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		tz, dt := of(a[0])
		name, err := zoneName(t, tz, dt)
		if err != nil || name == "" {
			return rt.None, err
		}
		return rt.NewStr(name), nil
	}}
}

// fromUTC is tzinfo.fromutc: the local time of a time in UTC that has the zone.
func fromUTC(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	if !isDatetime(a[1]) {
		return rt.Value{}, t.TypeErrorf("fromutc: argument must be a datetime")
	}
	d := asDate(a[1])
	if d.tz != a[0] {
		return rt.Value{}, t.ValueErrorf("fromutc: dt.tzinfo is not self")
	}
	offset, ok, err := zoneOffset(t, a[0], a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if !ok {
		return rt.Value{}, t.ValueErrorf("fromutc: non-None utcoffset() result required")
	}
	if asZone(a[0]) != nil {
		return d.plus(t, a[1], offset)
	}
	dst, ok, err := zoneDelta(t, a[0], a[1], "dst")
	if err != nil {
		return rt.Value{}, err
	}
	if !ok {
		return rt.Value{}, t.ValueErrorf("fromutc: non-None dst() result required")
	}
	local, err := d.plus(t, a[1], offset-dst)
	if err != nil || offset == dst && dst == 0 {
		return local, err
	}
	dst, ok, err = zoneDelta(t, a[0], local, "dst")
	if err != nil {
		return rt.Value{}, err
	}
	if !ok {
		return rt.Value{}, t.ValueErrorf("fromutc: tz.dst() gave inconsistent results; cannot convert")
	}
	return asDate(local).plus(t, local, dst)
}
