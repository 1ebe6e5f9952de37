package coro

import (
	"errors"
	"io"
	"sync"
)

// input reads standard input on a goroutine of its own, so that a program that
// waits for a line can be interrupted.
type input struct {
	r    io.Reader
	once sync.Once
	ask  chan []byte   // a buffer to fill
	got  chan chunk    // the buffer's part that was filled
	stop chan struct{} // has a value after an interrupt
	out  bool          // a buffer is being filled
	rest chunk         // of what was got
}

type chunk struct {
	data []byte
	err  error
}

var errInterrupted = errors.New("interrupted")

func newInput(r io.Reader) *input {
	return &input{r: r, stop: make(chan struct{}, 1)}
}

// interrupt has the Read under way, or the next one, fail.
func (in *input) interrupt() {
	select {
	case in.stop <- struct{}{}:
	default:
	}
}

// Read reads what there is, or fails with errInterrupted; what arrives after that
// is there for the next call.
func (in *input) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	if in.r == nil {
		return 0, io.EOF
	}
	in.once.Do(in.open)
	if len(in.rest.data) == 0 && in.rest.err == nil {
		if !in.out {
			in.ask <- make([]byte, len(p))
			in.out = true
		}
		select {
		case in.rest = <-in.got:
			in.out = false
		case <-in.stop:
			return 0, errInterrupted
		}
	}
	n := copy(p, in.rest.data)
	if in.rest.data = in.rest.data[n:]; len(in.rest.data) > 0 {
		return n, nil
	}
	err := in.rest.err
	in.rest = chunk{}
	return n, err
}

// open starts to read.
func (in *input) open() {
	in.ask, in.got = make(chan []byte), make(chan chunk)
	go in.fill()
}

// fill reads whenever it is asked to.
func (in *input) fill() {
	for buf := range in.ask {
		n, err := in.r.Read(buf)
		in.got <- chunk{buf[:n], err}
	}
}
