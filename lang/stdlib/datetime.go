package stdlib

import (
	"math"
	"math/big"
	"slices"
	"strings"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// Module datetime: its types, and what they have in common.

var (
	deltaType, dateType, datetimeType, dayTimeType, tzinfoType, timezoneType, isoCalendarType rt.Type
)

var datetimeModule = rt.ModuleDef{
	Name:   "datetime",
	Types:  []*rt.Type{&deltaType, &dateType, &datetimeType, &dayTimeType, &tzinfoType, &timezoneType},
	Consts: map[string]rt.Value{"MINYEAR": rt.Int(minYear), "MAXYEAR": rt.Int(maxYear), "UTC": utcZone},
}

func init() {
	rt.RegisterModule(&datetimeModule)
}

// clockFields are an hour, a minute, a second and a microsecond with a zone.
type clockFields struct {
	hour, minute, second, micro int
	fold                        int
	tz                          rt.Value // None or a tzinfo
}

// dayMicros is the microseconds since midnight.
func (c *clockFields) dayMicros() int64 {
	return int64(c.hour*3600+c.minute*60+c.second)*1e6 + int64(c.micro)
}

// setDayMicros sets the time of the day.
func (c *clockFields) setDayMicros(us int64) {
	s := int(us / 1e6)
	c.hour, c.minute, c.second, c.micro = s/3600, s/60%60, s%60, int(us%1e6)
}

const dayMicros = 86400 * 1000000

// check is the error of a time that is none.
func (c *clockFields) check(t *rt.Thread) error {
	for _, f := range []struct {
		name  string
		n, hi int
	}{{"hour", c.hour, 23}, {"minute", c.minute, 59}, {"second", c.second, 59}, {"microsecond", c.micro, 999999}} {
		if f.n < 0 || f.n > f.hi {
			return t.ValueErrorf("%s must be in 0..%d", f.name, f.hi)
		}
	}
	if c.fold != 0 && c.fold != 1 {
		return t.ValueErrorf("fold must be either 0 or 1")
	}
	return checkZone(t, c.tz)
}

// checkZone is the error of a zone that is neither None nor a tzinfo.
func checkZone(t *rt.Thread, tz rt.Value) error {
	if tz.IsNone() || tz.Type().IsSubclass(&tzinfoType) {
		return nil
	}
	return t.TypeErrorf("tzinfo argument must be None or of a tzinfo subclass, not type '%s'", tz.Type().Name)
}

// text is HH:MM:SS with as much as timespec says.
func (c *clockFields) text(t *rt.Thread, timespec string) (string, error) {
	two := func(n int) string { return padNumber(n, 2, '0') }
	if timespec == "auto" {
		timespec = "seconds"
		if c.micro != 0 {
			timespec = "microseconds"
		}
	}
	s := two(c.hour)
	switch timespec {
	case "hours":
		return s, nil
	case "minutes":
		return s + ":" + two(c.minute), nil
	}
	s += ":" + two(c.minute) + ":" + two(c.second)
	switch timespec {
	case "seconds":
		return s, nil
	case "milliseconds":
		return s + "." + padNumber(c.micro/1000, 3, '0'), nil
	case "microseconds":
		return s + "." + padNumber(c.micro, 6, '0'), nil
	}
	return "", t.ValueErrorf("Unknown timespec value")
}

// reprTail is the end of the repr of a time: seconds where there are any, the
// zone and the fold.
func (c *clockFields) reprTail(t *rt.Thread) (string, error) {
	var b strings.Builder
	if c.second != 0 || c.micro != 0 {
		b.WriteString(", " + padNumber(c.second, 1, '0'))
	}
	if c.micro != 0 {
		b.WriteString(", " + padNumber(c.micro, 1, '0'))
	}
	if !c.tz.IsNone() {
		shown, err := t.Repr(c.tz)
		if err != nil {
			return "", err
		}
		b.WriteString(", tzinfo=" + shown)
	}
	if c.fold != 0 {
		b.WriteString(", fold=1")
	}
	return b.String() + ")", nil
}

// cSignature binds the arguments of the constructors, whose errors speak of "the
// function". All but tzinfo are ints.
type cSignature struct {
	*rt.Signature
	tzinfo int // where it is, -1 for nowhere
}

func newCSignature(params string, tzinfo int) cSignature {
	return cSignature{rt.NewSignature("function", params), tzinfo}
}

func (s cSignature) bind(t *rt.Thread, args []rt.Value, kwnames []*rt.Str) ([]rt.Value, error) {
	a, err := s.Bind(t, args, kwnames)
	if err == nil {
		return s.parse(t, a)
	}
	msg := strings.TrimPrefix(err.Error(), "TypeError: ")
	if rest, ok := strings.CutPrefix(msg, "function() got"); ok {
		return nil, t.TypeErrorf("this function got%s", rest)
	}
	if strings.HasPrefix(msg, "function() missing") { // after a look at what comes before that
		if _, err := s.parse(t, args[:len(args)-len(kwnames)]); err != nil {
			return nil, err
		}
	}
	return nil, t.TypeErrorf("%s", strings.Replace(msg, "function()", "function", 1))
}

// parse is the first arguments with ints of what has to be one.
func (s cSignature) parse(t *rt.Thread, args []rt.Value) ([]rt.Value, error) {
	out := slices.Clone(args)
	for i, v := range args {
		if i == s.tzinfo || v.IsMissing() {
			continue
		}
		n, err := parsedInt(t, v)
		if err != nil {
			return nil, err
		}
		out[i] = n
	}
	return out, nil
}

// parsedInt is an argument that CPython parses as a C int.
func parsedInt(t *rt.Thread, v rt.Value) (rt.Value, error) {
	n, err := t.BigArg(v)
	switch {
	case err != nil:
		return v, err
	case !n.IsInt64():
		return v, t.OverflowErrorf("Python int too large to convert to C long")
	case n.Int64() > math.MaxInt32:
		return v, t.OverflowErrorf("signed integer is greater than maximum")
	case n.Int64() < math.MinInt32:
		return v, t.OverflowErrorf("signed integer is less than minimum")
	}
	return rt.Int(n.Int64()), nil
}

// intFields puts int arguments in place; those that are Missing stay.
func intFields(t *rt.Thread, args []rt.Value, to ...*int) error {
	for i, p := range to {
		if args[i].IsMissing() {
			continue
		}
		n, err := t.BigArg(args[i])
		if err != nil {
			return err
		}
		if !n.IsInt64() || n.Int64() > 1<<31-1 || n.Int64() < -1<<31 {
			return t.OverflowErrorf("Python int too large to convert to C int")
		}
		*p = int(n.Int64())
	}
	return nil
}

// getters makes attributes of a type from functions of its struct.
func getters[T any](of func(v rt.Value) *T, rows map[string]func(*T) rt.Value, names ...string) []rt.Method {
	var out []rt.Method
	for _, name := range names {
		get := rows[name]
		out = append(out, rt.Method{Name: name, Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return get(of(a[0])), nil
		}})
	}
	return out
}

func smallInt(n int) rt.Value { return rt.Int(int64(n)) }

// strftimeMethod makes strftime; the Format slot is the same unless the format is
// empty.
func strftimeMethod(of func(t *rt.Thread, v rt.Value, format string) (moment, error)) rt.Method {
	return rt.Method{Name: "strftime", Sig: "format", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		format := rt.AsStr(a[1])
		if format == nil {
			return rt.Value{}, t.TypeErrorf("strftime() argument 1 must be str, not %s", typeName(a[1]))
		}
		s, err := formatBy(t, of, a[0], format.String())
		if err != nil {
			return rt.Value{}, err
		}
		return rt.NewStr(s), nil
	}}
}

func formatBy(t *rt.Thread, of func(t *rt.Thread, v rt.Value, format string) (moment, error), v rt.Value, format string) (string, error) {
	m, err := of(t, v, format)
	if err != nil {
		return "", err
	}
	return m.formatLimited(t, format)
}

func formatSlot(of func(t *rt.Thread, v rt.Value, format string) (moment, error)) func(t *rt.Thread, v rt.Value, spec string) (string, error) {
	return func(t *rt.Thread, v rt.Value, spec string) (string, error) {
		if spec == "" {
			return t.Str(v)
		}
		return formatBy(t, of, v, spec)
	}
}

// zoneFields adds what the zone says to a moment if the format asks for it; dt is
// what the zone is asked about.
func zoneFields(t *rt.Thread, m *moment, tz, dt rt.Value, format string) error {
	if tz.IsNone() || !strings.Contains(format, "z") && !strings.Contains(format, "Z") {
		return nil
	}
	var err error
	if m.offset, m.hasOffset, err = zoneOffset(t, tz, dt); err != nil {
		return err
	}
	m.zone, err = zoneName(t, tz, dt)
	return err
}

// bigMicros is a number of microseconds, which may exceed 64 bits.
func bigMicros(days, secs, micros int) *big.Int {
	n := big.NewInt(int64(days))
	n.Mul(n, big.NewInt(86400))
	n.Add(n, big.NewInt(int64(secs)))
	n.Mul(n, big.NewInt(1000000))
	return n.Add(n, big.NewInt(int64(micros)))
}

// replaceable adds __replace__, by which copy.replace does what replace does.
func replaceable(rows []rt.Method) []rt.Method {
	return append(rows, renamed(rows, "replace", "__replace__"))
}
