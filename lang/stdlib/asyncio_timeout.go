package stdlib

import (
	"math"
	"strconv"

	"github.com/coro-lang/coro/lang/compiler"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// asyncio.timeout, timeout_at and the Timeout that they return.

// TimeoutType is asyncio.Timeout.
var TimeoutType rt.Type

// timeoutObj is an asyncio.Timeout: it cancels its task at a time, and makes the
// CancelledError that comes of it a TimeoutError.
type timeoutObj struct {
	rt.Hdr
	attrs  *rt.Attrs
	state  timeoutState
	when   rt.Value // None: never
	task   *rt.Task
	loop   *rt.EventLoop
	timer  rt.TimerID
	soon   *deadline // queued already
	cancel int       // requests to cancel the task when it was entered
}

type timeoutState uint8

const (
	timeoutCreated timeoutState = iota
	timeoutActive
	timeoutExpiring
	timeoutExpired
	timeoutFinished
)

func (s timeoutState) String() string {
	return [...]string{"created", "active", "expiring", "expired", "finished"}[s]
}

var timeoutSpec = rt.Spec{
	Name: "Timeout", Module: "asyncio.timeouts", Layout: true, Python: true, Attrs: true,
	AttrsOf: func(v rt.Value) **rt.Attrs { return &rt.ObjectOf[timeoutObj](v).attrs },
	Doc:     "A deadline for the body of an async with.",
	Holds:   func(v rt.Value) *rt.Task { return rt.ObjectOf[timeoutObj](v).task },
	Slots: rt.Slots{
		New: rt.MakeNew(func(tm *timeoutObj) *rt.Hdr {
			tm.when = rt.None
			return &tm.Hdr
		}),
		Initialize: rt.MakePythonInit("Timeout", "when", func(t *rt.Thread, self rt.Value, args []rt.Value) error {
			rt.ObjectOf[timeoutObj](self).when = args[0]
			return nil
		}),
		Repr: timeoutRepr,
	},
	Methods: []rt.Method{
		{Name: "when", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.ObjectOf[timeoutObj](a[0]).when, nil }},
		{Name: "expired", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			s := rt.ObjectOf[timeoutObj](a[0]).state
			return rt.Bool(s == timeoutExpiring || s == timeoutExpired), nil
		}},
		{Name: "reschedule", Sig: "when", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.None, rt.ObjectOf[timeoutObj](a[0]).reschedule(t, a[1])
		}},
		{
			Name: "__aenter__",
			Coro: func(_ *rt.Thread, a []rt.Value) (rt.NativeCoro, error) {
				return &timeoutEntering{rt.ObjectOf[timeoutObj](a[0])}, nil
			},
			Quick: func(t *rt.Thread, a []rt.Value) (rt.Value, bool, error) {
				return a[0], true, rt.ObjectOf[timeoutObj](a[0]).enter(t)
			},
		},
		{
			Name: "__aexit__", Sig: "exc_type, exc_val, exc_tb",
			Coro: func(_ *rt.Thread, a []rt.Value) (rt.NativeCoro, error) {
				return &timeoutLeaving{rt.ObjectOf[timeoutObj](a[0]), a[2]}, nil
			},
			Quick: func(t *rt.Thread, a []rt.Value) (rt.Value, bool, error) {
				err := rt.ObjectOf[timeoutObj](a[0]).leave(t, a[2])
				return rt.None, true, err
			},
		},
	},
}

func init() {
	rt.Define(&TimeoutType, &timeoutSpec)
}

func timeoutRepr(t *rt.Thread, v rt.Value) (string, error) {
	tm := rt.ObjectOf[timeoutObj](v)
	s := "<Timeout [" + tm.state.String() + "]"
	if tm.state == timeoutActive {
		when := "None"
		if !tm.when.IsNone() {
			d, err := t.Seconds(tm.when)
			if err != nil {
				return "", err
			}
			rounded := tm.when
			if !rounded.Type().IsSubclass(&rt.IntType) {
				rounded = rt.Float(roundMillis(d))
			}
			if when, err = t.Repr(rounded); err != nil {
				return "", err
			}
		}
		s += " when=" + when
	}
	return s + ">", nil
}

// roundMillis is round(s, 3).
func roundMillis(s float64) float64 {
	if math.IsInf(s, 0) || math.IsNaN(s) {
		return s
	}
	r, err := strconv.ParseFloat(strconv.FormatFloat(s, 'f', 3, 64), 64)
	if err != nil {
		return s
	}
	return r
}

// newTimeout is asyncio.timeout: after is a delay or None.
func newTimeout(t *rt.Thread, after rt.Value) (*timeoutObj, error) {
	el, err := t.RunningLoop()
	if err != nil {
		return nil, err
	}
	tm := &timeoutObj{when: rt.None}
	tm.Init(&TimeoutType)
	if !after.IsNone() {
		tm.when, err = t.Binary(compiler.Add, rt.Float(el.Time()), after, false)
	}
	return tm, err
}

func timeoutAfter(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	tm, err := newTimeout(t, args[0])
	if err != nil {
		return rt.Value{}, err
	}
	return rt.ObjectValue(tm), nil
}

func timeoutAt(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	tm := &timeoutObj{when: args[0]}
	tm.Init(&TimeoutType)
	return rt.ObjectValue(tm), nil
}

// deadline is the callback of a timeout.
type deadline struct{ tm *timeoutObj }

// CallbackName is how asyncio's own callback is called.
func (d *deadline) CallbackName() string { return "Timeout._on_timeout" }

func (d *deadline) Run(t *rt.Thread) error {
	tm := d.tm
	if tm.state != timeoutActive || tm.soon != d { // taken back
		return nil
	}
	tm.state = timeoutExpiring
	tm.soon = nil
	_, err := tm.task.Cancel(t, rt.None)
	return err
}

func (tm *timeoutObj) reschedule(t *rt.Thread, when rt.Value) error {
	switch tm.state {
	case timeoutActive:
	case timeoutCreated:
		return t.RuntimeErrorf("Timeout has not been entered")
	default:
		return t.RuntimeErrorf("Cannot change state of %s Timeout", tm.state)
	}
	tm.when = when
	tm.unschedule()
	if when.IsNone() {
		return nil
	}
	el, err := t.RunningLoop()
	if err != nil {
		return err
	}
	tm.loop = el
	over, err := t.CompareBool(compiler.Le, when, rt.Float(el.Time()))
	if err != nil {
		return err
	}
	tm.soon = &deadline{tm}
	if over {
		el.Soon(tm.soon)
		return nil
	}
	at, err := t.Seconds(when)
	if err == nil {
		tm.timer = el.At(at, tm.soon)
	}
	return err
}

// unschedule takes the deadline back.
func (tm *timeoutObj) unschedule() {
	if tm.soon != nil {
		tm.loop.CancelTimer(tm.timer)
		tm.soon, tm.timer = nil, 0
	}
}

func (tm *timeoutObj) enter(t *rt.Thread) error {
	if tm.state != timeoutCreated {
		return t.RuntimeErrorf("Timeout has already been entered")
	}
	el, err := t.RunningLoop()
	if err != nil {
		return err
	}
	if tm.task = el.Current(); tm.task == nil {
		return t.RuntimeErrorf("Timeout should be used inside a task")
	}
	tm.state = timeoutActive
	tm.cancel = tm.task.Cancelling()
	return tm.reschedule(t, tm.when)
}

// leave is __aexit__ with the exception that ended the body, or None.
func (tm *timeoutObj) leave(t *rt.Thread, exc rt.Value) error {
	tm.unschedule()
	switch tm.state {
	case timeoutActive:
		tm.state = timeoutFinished
	case timeoutExpiring:
		tm.state = timeoutExpired
		e := rt.AsException(exc)
		if tm.task.Uncancel() > tm.cancel || e == nil {
			return nil
		}
		if rt.Is(e, &rt.CancelledErrorType) {
			return asTimeout(t, e)
		}
		timeoutInContext(t, e)
		if rt.Is(e, &rt.ExceptionGroupType) {
			subs, err := t.GetAttr(e.Value(), t.VM.Intern("exceptions"))
			if err != nil {
				return err
			}
			for _, sub := range rt.AsTuple(subs).Items() {
				timeoutInContext(t, rt.AsException(sub))
			}
		}
	}
	return nil
}

// exit is leave for a body that ended with err; it returns what to raise.
func (tm *timeoutObj) exit(t *rt.Thread, err error) error {
	exc := rt.None
	if e, ok := err.(*rt.Exception); ok {
		exc = e.Value()
	} else if err != nil {
		return err
	}
	if lerr := tm.leave(t, exc); lerr != nil {
		return lerr
	}
	return err
}

// timeoutInContext puts a TimeoutError before the first CancelledError among the
// contexts of e.
func timeoutInContext(t *rt.Thread, e *rt.Exception) {
	for ; e.Context() != nil; e = e.Context() {
		if c := e.Context(); rt.Is(c, &rt.CancelledErrorType) {
			te := t.NewException(&rt.TimeoutErrorType)
			te.SetCause(c)
			te.SetContext(c)
			e.SetContext(te)
			return
		}
	}
}

// timeoutEntering and timeoutLeaving are __aenter__ and __aexit__ where they are
// not awaited at once.
type timeoutEntering struct{ tm *timeoutObj }

func (c *timeoutEntering) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	if err == nil {
		err = c.tm.enter(t)
	}
	return rt.ObjectValue(c.tm), rt.Done, err
}

type timeoutLeaving struct {
	tm  *timeoutObj
	exc rt.Value
}

func (c *timeoutLeaving) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	if err == nil {
		err = c.tm.leave(t, c.exc)
	}
	return rt.None, rt.Done, err
}
