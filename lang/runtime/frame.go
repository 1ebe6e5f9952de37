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
	Name: "traceback", Final: true, NoNew: true, Layout: true,
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

func init() {
	Define(&FrameType, &frameSpec)
	Define(&TracebackType, &tracebackSpec)
}
