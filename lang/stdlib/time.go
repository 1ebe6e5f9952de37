package stdlib

import (
	"math"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// Module time, on the run's clock. Local time is UTC.

func init() {
	seconds := func(f func(vm *rt.VM) float64) rt.Fn {
		return func(t *rt.Thread, _ []rt.Value) (rt.Value, error) { return rt.Float(f(t.VM)), nil }
	}
	nanos := func(f func(vm *rt.VM) float64) rt.Fn {
		return func(t *rt.Thread, _ []rt.Value) (rt.Value, error) { return t.FloatToInt(f(t.VM) * 1e9) }
	}
	clock, wall := (*rt.VM).Now, (*rt.VM).WallTime
	rt.RegisterModule(&rt.ModuleDef{
		Name:  "time",
		Types: []*rt.Type{&structTimeType},
		Consts: map[string]rt.Value{
			"CLOCK_REALTIME": rt.Int(clockRealtime), "CLOCK_MONOTONIC": rt.Int(1),
			"CLOCK_PROCESS_CPUTIME_ID": rt.Int(2), "CLOCK_THREAD_CPUTIME_ID": rt.Int(3),
			"CLOCK_MONOTONIC_RAW": rt.Int(4), "CLOCK_BOOTTIME": rt.Int(7), "CLOCK_TAI": rt.Int(clockTAI),
			"timezone": rt.Int(0), "altzone": rt.Int(0), "daylight": rt.Int(0),
			"tzname": rt.NewTuple([]rt.Value{rt.NewStr("UTC"), rt.NewStr("UTC")}),
		},
		Funcs: []rt.Method{
			{Name: "time", Fn: seconds(wall)},
			{Name: "time_ns", Fn: nanos(wall)},
			{Name: "monotonic", Fn: seconds(clock)},
			{Name: "monotonic_ns", Fn: nanos(clock)},
			{Name: "perf_counter", Fn: seconds(clock)},
			{Name: "perf_counter_ns", Fn: nanos(clock)},
			{Name: "process_time", Fn: seconds(clock)},
			{Name: "process_time_ns", Fn: nanos(clock)},
			{Name: "thread_time", Fn: seconds(clock)},
			{Name: "thread_time_ns", Fn: nanos(clock)},
			{Name: "sleep", Sig: "seconds, /", Fn: timeSleep},
			{Name: "gmtime", Sig: "seconds=None, /", Fn: timeOf("GMT")},
			{Name: "localtime", Sig: "seconds=None, /", Fn: timeOf("UTC")},
			{Name: "mktime", Sig: "time_tuple, /", Fn: timeMktime},
			{Name: "asctime", Sig: "time_tuple=<unrepresentable>, /", Fn: timeAsctime},
			{Name: "ctime", Sig: "seconds=None, /", Fn: timeCtime},
			{Name: "strftime", Sig: "format, time_tuple=<unrepresentable>, /", Fn: timeStrftime},
			{Name: "strptime", Sig: "string, format='%a %b %d %H:%M:%S %Y', /", Fn: timeStrptime},
			{Name: "clock_gettime", Sig: "clk_id, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				x, err := clockByID(t, a[0])
				return rt.Float(x), err
			}},
			{Name: "clock_gettime_ns", Sig: "clk_id, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				x, err := clockByID(t, a[0])
				if err != nil {
					return rt.Value{}, err
				}
				return t.FloatToInt(x * 1e9)
			}},
			{Name: "clock_getres", Sig: "clk_id, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				_, err := clockByID(t, a[0])
				return rt.Float(clockResolution), err
			}},
			{Name: "get_clock_info", Sig: "name, /", Fn: timeClockInfo},
			{Name: "tzset", Fn: func(*rt.Thread, []rt.Value) (rt.Value, error) { return rt.None, nil }},
		},
	})
}

// The numbers of the clocks that tell the time of day; the others count from the
// start.
const (
	clockRealtime = 0
	clockTAI      = 11
)

// clockResolution is in seconds what all clocks count in.
const clockResolution = 1e-9

// clockByID is the time of the clock that an argument names.
func clockByID(t *rt.Thread, v rt.Value) (float64, error) {
	id, err := t.IntArg(v)
	switch {
	case err != nil:
		return 0, err
	case id == clockRealtime, id == clockTAI:
		return t.VM.WallTime(), nil
	case id >= 1 && id <= 4, id == 7:
		return t.VM.Now(), nil
	}
	e, err := t.Call(rt.OSErrorType.Value(), rt.Int(22), rt.NewStr("Invalid argument"))
	if err == nil {
		err = rt.AsException(e)
	}
	return 0, err
}

// timeClockInfo is time.get_clock_info.
func timeClockInfo(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	name, err := t.StrArg("get_clock_info", a[0])
	if err != nil {
		return rt.Value{}, err
	}
	call, ok := map[string]string{
		"time": "REALTIME", "monotonic": "MONOTONIC", "perf_counter": "MONOTONIC",
		"process_time": "PROCESS_CPUTIME_ID", "thread_time": "THREAD_CPUTIME_ID",
	}[name]
	if !ok {
		return rt.Value{}, t.ValueErrorf("unknown clock")
	}
	return t.CallKw(simpleNamespaceType.Value(), []rt.Value{
		rt.NewStr("clock_gettime(CLOCK_" + call + ")"), rt.Bool(name != "time"), rt.Bool(name == "time"), rt.Float(clockResolution),
	}, []*rt.Str{t.VM.Intern("implementation"), t.VM.Intern("monotonic"), t.VM.Intern("adjustable"), t.VM.Intern("resolution")})
}

// secondsArg is an argument in seconds.
func secondsArg(t *rt.Thread, v rt.Value) (float64, error) {
	if !v.IsFloat() {
		n, err := t.BigArg(v)
		if err != nil {
			return 0, err
		}
		return t.BigToFloat(n)
	}
	x := v.Float64()
	if x != x {
		return 0, t.ValueErrorf("Invalid value NaN (not a number)")
	}
	return x, nil
}

// maxTimestamp is the last second that a struct_time can tell, and a little less
// than the range of the years that fit 32 bits.
const maxTimestamp = 6.7e16

func timestampError(t *rt.Thread) error {
	return t.OverflowErrorf("timestamp out of range for platform time_t")
}

func timeSleep(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	x, err := secondsArg(t, a[0])
	switch {
	case err != nil:
		return rt.Value{}, err
	case x < 0:
		return rt.Value{}, t.ValueErrorf("sleep length must be non-negative")
	case x > math.MaxInt64/1e9:
		return rt.Value{}, timestampError(t)
	}
	return rt.None, t.Sleep(x)
}

// timeOf makes gmtime and localtime.
func timeOf(zone string) rt.Fn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		m, err := momentArg(t, a[0])
		if err != nil {
			return rt.Value{}, err
		}
		m.zone = zone
		return newStructTime(m), nil
	}
}

// momentArg is the time of an argument in seconds since 1970; now if it is None
// or missing.
func momentArg(t *rt.Thread, v rt.Value) (moment, error) {
	x := t.VM.WallTime()
	if !v.IsMissing() && !v.IsNone() {
		var err error
		if x, err = secondsArg(t, v); err != nil {
			return moment{}, err
		}
	}
	if math.Abs(x) > maxTimestamp {
		return moment{}, timestampError(t)
	}
	return momentOf(int64(math.Floor(x))), nil
}

func timeMktime(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	f, err := timeTuple(t, a[0], "mktime")
	if err != nil {
		return rt.Value{}, err
	}
	months := f[0]*12 + f[1] - 1
	days := ordinalOf(floorQuo(months, 12), floorRem(months, 12)+1, 1) + f[2] - 1 - unixOrdinal
	return rt.Float(float64(days)*86400 + float64(f[3])*3600 + float64(f[4])*60 + float64(f[5])), nil
}

// givenMoment is the time of an optional time tuple; now without it.
func givenMoment(t *rt.Thread, v rt.Value, name string) (moment, error) {
	if v.IsMissing() {
		return momentArg(t, rt.None)
	}
	f, err := timeTuple(t, v, name)
	if err != nil {
		return moment{}, err
	}
	return checkedMoment(t, f, v)
}

func timeAsctime(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	m, err := givenMoment(t, a[0], "asctime")
	if err != nil {
		return rt.Value{}, err
	}
	return rt.NewStr(m.format("%a %b %e %H:%M:%S %Y")), nil
}

func timeCtime(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	m, err := momentArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	return rt.NewStr(m.format("%a %b %e %H:%M:%S %Y")), nil
}

func timeStrftime(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	format := rt.AsStr(a[0])
	if format == nil {
		return rt.Value{}, t.TypeErrorf("strftime() argument 1 must be str, not %s", typeName(a[0]))
	}
	m, err := givenMoment(t, a[1], "strftime")
	if err != nil {
		return rt.Value{}, err
	}
	text, err := m.formatLimited(t, format.String())
	if err != nil {
		return rt.Value{}, err
	}
	return rt.NewStr(text), nil
}

// typeName is how errors about an argument name its type.
func typeName(v rt.Value) string {
	if v.IsNone() {
		return "None"
	}
	return v.Type().Name
}

func timeStrptime(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p, err := strptime(t, a[0], a[1].Or(rt.NewStr("%a %b %d %H:%M:%S %Y")))
	if err != nil {
		return rt.Value{}, err
	}
	v := newStructTime(p.moment)
	items := rt.AsTuple(v).Items()
	items[8] = rt.Int(int64(p.dst))
	hidden := items[:11]
	hidden[9], hidden[10] = rt.None, rt.None
	if p.zone != "" {
		hidden[9] = rt.NewStr(p.zone)
	}
	if p.hasOffset {
		hidden[10] = rt.Int(int64(p.offset / 1e6))
	}
	return v, nil
}
