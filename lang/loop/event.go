package loop

// Kind says what happened.
type Kind uint8

// The kinds of event.
const (
	TaskCreated    Kind = iota // Task was made by By; Text is its name
	StepBegin                  // Task begins to run
	StepEnd                    // Task stops running
	Suspended                  // Task waits; Text says on what, By is the task waited on, if it is one
	TaskDone                   // Task returned; Text is the exception's class if it raised
	TaskCancelled              // Task ended by cancellation
	CancelAsked                // By asked Task to cancel
	TimerFired                 // a timer came due
	FutureResolved             // By resolved a future; Text says which
	StrandBegin                // a call on a thread of its own began
	StrandEnd                  // it ended
	RequestBegin               // Task sent a request; Text is its method and URL
	RequestEnd                 // the reply came; Text is its status or error
	ClockMoved                 // the clock jumped to At
	Marked                     // the program said something: Text
)

// Event is something that happened in a run.
type Event struct {
	Kind Kind
	At   float64 // clock, in seconds
	Pass uint64
	Task uint32 // number of the task, 0 for none
	By   uint32 // number of the other task, 0 for none
	Text string
}

// A Recorder is told everything that happens. Whoever reports events asks first
// whether there is a recorder: a run without one pays for a comparison.
type Recorder interface {
	Record(Event)
}

// Record passes an event on, if there is a recorder.
func (l *Loop[E]) Record(k Kind, task, by uint32, text string) {
	if l.Recorder != nil {
		l.Recorder.Record(Event{k, l.Clock.Now(), l.Passes, task, by, text})
	}
}
