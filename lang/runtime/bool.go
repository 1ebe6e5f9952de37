package runtime

import "github.com/coro-lang/coro/lang/compiler"

// bool: an int that prints as a truth value.

var boolSpec = Spec{
	Name:   "bool",
	Base:   &IntType,
	Layout: true,
	Final:  true,
	Doc:    "True or False.",
	Slots: Slots{
		New: newBool,
		Repr: func(t *Thread, v Value) (string, error) {
			if v.n != 0 {
				return "True", nil
			}
			return "False", nil
		},
		Binary: func(t *Thread, op compiler.BinaryOp, a, b Value) (Value, error) {
			if a.IsBool() && b.IsBool() {
				switch op {
				case compiler.And:
					return Bool(a.n&b.n != 0), nil
				case compiler.Or:
					return Bool(a.n|b.n != 0), nil
				case compiler.Xor:
					return Bool(a.n != b.n), nil
				}
			}
			return binaryInt(t, op, a, b)
		},
	},
}

func init() {
	Define(&BoolType, &boolSpec)
}

var boolSig = classSig("object=False, /")

func newBool(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	args, err := boolSig.bind(t, "bool", args, kwnames)
	if err != nil {
		return Value{}, err
	}
	b, err := t.Truth(args[0].Or(False))
	return Bool(b), err
}
