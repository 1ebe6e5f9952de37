package runtime

import (
	"fmt"

	"github.com/coro-lang/coro/lang/compiler"
)

// Frames and tracebacks as objects.

// Frame is what a program can see of an activation.
type Frame struct {
	Hdr
	fn   *FuncProto
	at   compiler.Line
	back *Frame // the one outside of it
	gen  *Gen   // whose activation it is, or nil
}

func (t *Thread) newFrame(p *FuncProto, at compiler.Line) Value {
	return obj(&Frame{Hdr: Hdr{&FrameType}, fn: p, at: at})
}

var frameSpec = Spec{
	Name: "frame", Final: true, NoNew: true, Layout: true,
	Slots: Slots{Repr: func(t *Thread, v Value) (string, error) {
		f := (*Frame)(v.p)
		return fmt.Sprintf("<frame at 0x%x, file '%s', line %d, code %s>", t.ID(v), f.fn.prog.File, f.at.No, f.fn.code.Name), nil
	}},
	Methods: []Method{
		{Name: "f_code", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) {
			return t.newCode((*Frame)(a[0].p).fn), nil
		}},
		{Name: "f_lineno", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) {
			return Int(int64((*Frame)(a[0].p).at.No)), nil
		}},
		{Name: "f_back", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) {
			if back := (*Frame)(a[0].p).back; back != nil {
				return obj(back), nil
			}
			return None, nil
		}},
	},
}

var tracebackSpec = Spec{
	Name: "traceback", Final: true, Layout: true,
	Slots: Slots{New: newTraceback},
	Methods: []Method{
		{Name: "tb_next", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) {
			if next := (*Traceback)(a[0].p).next; next != nil {
				return obj(next), nil
			}
			return None, nil
		}},
		{Name: "tb_lineno", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) {
			return Int(int64((*Traceback)(a[0].p).at.No)), nil
		}},
		{Name: "tb_frame", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) {
			tb := (*Traceback)(a[0].p)
			return t.newFrame(tb.fn, tb.at), nil
		}},
	},
}

var newTracebackSig = NewSignature("traceback", "tb_next, tb_frame, tb_lasti, tb_lineno")

func newTraceback(t *Thread, _ *Type, args []Value, kwnames []*Str) (Value, error) {
	a, err := newTracebackSig.Bind(t, args, kwnames)
	if err != nil {
		return Value{}, err
	}
	frame := exact[Frame](a[1], &FrameType)
	if frame == nil {
		return Value{}, t.TypeErrorf("traceback() argument 'tb_frame' must be frame, not %s", shownType(a[1], true))
	}
	if _, err := t.cIntArg(a[2]); err != nil {
		return Value{}, err
	}
	line, err := t.cIntArg(a[3])
	if err != nil {
		return Value{}, err
	}
	next := exact[Traceback](a[0], &TracebackType)
	if next == nil && !a[0].IsNone() {
		return Value{}, t.TypeErrorf("expected traceback object or None, got '%s'", a[0].Type().Name)
	}
	return obj(&Traceback{Hdr: Hdr{&TracebackType}, next: next, fn: frame.fn, at: compiler.Line{No: int32(line)}}), nil
}

func init() {
	Define(&FrameType, &frameSpec)
	Define(&TracebackType, &tracebackSpec)
}
