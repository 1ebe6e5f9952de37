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
		Unary: func(t *Thread, op UnaryOp, v Value) (Value, error) {
			if op == Invert {
				if err := t.Warn(&DeprecationWarningType, warnInverted); err != nil {
					return Value{}, err
				}
			}
			return unaryInt(t, op, v)
		},
	},
}

const warnInverted = "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. " +
	"This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. " +
	"Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int."

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
