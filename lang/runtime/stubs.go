package runtime

// Declarations that hold the place of what is being written. Whoever implements
// one deletes it here.

// traceback.go

// FormatException is the text of a traceback, a newline at its end.
func (t *Thread) FormatException(e *Exception) string { return e.Error() + "\n" }
