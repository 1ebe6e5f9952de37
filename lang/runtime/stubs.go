package runtime

// Declarations that hold the place of what is being written. Whoever implements
// one deletes it here.

// exception.go
func (t *Thread) starBegin(e *Exception) (rest, raised Value) { panic("unimplemented") }
func (t *Thread) starMatch(group, class Value) (match, rest Value, err error) {
	panic("unimplemented")
}
func (t *Thread) starEnd(rest Value, raised *List, orig *Exception) Value { panic("unimplemented") }

// future.go
func futureOf(v Value) *Future                  { panic("unimplemented") }
func isFuture(v Value) bool                     { panic("unimplemented") }
func (f *Future) ready() bool                   { panic("unimplemented") }
func (f *Future) take(t *Thread) (Value, error) { panic("unimplemented") }

// sleepFuture is a future that a timer resolves with result after seconds.
func (t *Thread) sleepFuture(seconds float64, result Value) Value { panic("unimplemented") }

// eventloop.go

// runAsync runs g as the main task of a fresh loop, as asyncio.run does.
func (t *Thread) runAsync(g *Gen) error { panic("unimplemented") }

// keyboardInterrupt is what Ctrl-C does to the stack that runs: KeyboardInterrupt,
// or a cancel of the main task and nil.
func (t *Thread) keyboardInterrupt() error { panic("unimplemented") }

// atEnd reports what is left over and gives the final exit status.
func (vm *VM) atEnd(status int) int { return status }

// traceback.go

// FormatException is the text of a traceback, a newline at its end.
func (t *Thread) FormatException(e *Exception) string { return e.Error() + "\n" }
