package runtime

// Exception is an instance of BaseException or a subclass. It is Go's error for
// an exception raised by a program or a builtin.
type Exception struct {
	Hdr
	attrs   Attrs
	args    []Value
	cause   *Exception // raise … from
	context *Exception
	noCtx   bool // __suppress_context__
	tb      *Traceback
	extra   any // what a kind of exception keeps: *GroupExtra, *OSErrorExtra…
}

// Traceback is one frame of a traceback; next is nearer to where it was raised.
type Traceback struct {
	Hdr
	next *Traceback
	fn   *FuncProto
	line int32
}
