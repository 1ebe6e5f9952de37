package runtime

import (
	"unsafe"

	"github.com/coro-lang/coro/lang/compiler"
)

// Raising: finding the handler of an exception through activations and through
// the suspended coroutines that await one another.

// raise raises err at the instruction that runs, chaining it to the exception
// being handled, and goes on at its handler. It returns hot's verdict: true when
// the activation that Go entered ends with it.
func (t *Thread) raise(err error) bool {
	if e, ok := err.(*Exception); ok && e != t.passing {
		t.chain(e)
	}
	t.passing = nil
	return t.unwind(err, true)
}

// unwind looks for err's handler. trace says whether the current activation is
// to be noted in the traceback; it is not when an exception is raised again.
func (t *Thread) unwind(err error, trace bool) bool {
	e, _ := err.(*Exception) // nil: the run ends, no handler sees it
	for {
		fr := t.frame()
		if t.fn != nil {
			if e != nil {
				p := t.fn.proto
				pc := p.pc(t.ip) - 1
				if trace && !p.hidden {
					e.tb = &Traceback{Hdr: Hdr{&TracebackType}, next: e.tb, fn: p, at: p.code.Lines[pc]}
				}
				if h := findHandler(p.code, pc); h != nil {
					t.regs[h.Reg] = e.Value()
					t.ip = unsafe.Add(p.start, uintptr(h.Target)*instrSize)
					return false
				}
				if t.eager > 0 {
					t.noteHolders(e)
				}
			}
		} else if e != nil && !fr.gen.failed {
			// A coroutine written in Go: its body may catch what it awaited.
			return t.stepNative(Value{}, err)
		}
		trace = true
		switch fr.kind {
		case actCall, actInit:
			t.pop()
		case actGo:
			t.exc = fr.exc
			t.pop()
			t.err, t.passing = err, e
			return true
		case actAwait, actFor, actResume:
			t.exc = fr.exc
			if e != nil {
				e = t.leaving(e)
				err = e
			}
			g := fr.gen
			if g != nil {
				g.finish()
				if p := g.parent; p != nil && g != fr.root {
					g.parent = nil
					thrown := fr.thrown
					t.resumeParent(fr, p)
					if thrown && e != nil && t.handles() {
						t.chain(e)
					}
					continue
				}
				g.parent = nil
			}
			kind := fr.kind
			t.pop()
			if kind == actResume {
				t.err, t.passing = err, e
				return true
			}
		}
	}
}

// findHandler is the row of the exception table for the instruction pc.
func findHandler(code *compiler.Code, pc int) *compiler.Handler {
	for i := range code.Handlers {
		if h := &code.Handlers[i]; int(h.From) <= pc && pc < int(h.To) {
			return h
		}
	}
	return nil
}

// leaving is the exception that leaves the generator or coroutine activation on
// top: a StopIteration would be taken for its end and becomes a RuntimeError.
func (t *Thread) leaving(e *Exception) *Exception {
	if t.fn == nil {
		return e
	}
	flags := t.fn.proto.code.Flags
	what := ""
	switch {
	case flags&compiler.FlagAsyncGen == compiler.FlagAsyncGen:
		if e.typ.IsSubclass(&StopAsyncIterationType) {
			what = "async generator raised StopAsyncIteration"
		} else if e.typ.IsSubclass(&StopIterationType) {
			what = "async generator raised StopIteration"
		}
	case !e.typ.IsSubclass(&StopIterationType):
	case flags&compiler.FlagCoroutine != 0:
		what = "coroutine raised StopIteration"
	default:
		what = "generator raised StopIteration"
	}
	if what == "" {
		return e
	}
	r := t.NewError(&RuntimeErrorType, what)
	r.cause, r.context, r.noCtx = e, e, true
	return r
}
