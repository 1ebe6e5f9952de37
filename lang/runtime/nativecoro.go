package runtime

// NativeCoro is the body of a coroutine that is written in Go: a state machine
// that the VM resumes. To a program it is a coroutine like any other.
type NativeCoro interface {
	// Step starts or resumes the body. in is the result of what it awaited (None
	// at the start), or err the exception that it ended with or that was thrown
	// in, such as CancelledError. The body answers with what it wants next.
	Step(t *Thread, in Value, err error) (Value, Want, error)
}

// Want is what a NativeCoro wants after a step.
type Want uint8

const (
	// Done: the coroutine returned the value.
	Done Want = iota
	// AwaitIt: resume the body with the result of awaiting the value, which is
	// any awaitable: a future, a coroutine, an object with __await__.
	AwaitIt
	// YieldIt: hand the value up to the task as a bare yield does; None is
	// sleep(0).
	YieldIt
)

// throwsOn is a NativeCoro that passes on what is thrown into it before its first
// step, to the generator that it is about; others just end.
type throwsOn interface{ throwsOn() }
