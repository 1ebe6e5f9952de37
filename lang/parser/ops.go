package parser

// This file names the operators of the tree.

// UnaryOp is a prefix operator.
type UnaryOp uint8

// The prefix operators.
const (
	OpNeg    UnaryOp = iota // -
	OpPos                   // +
	OpInvert                // ~
	OpNot                   // not
)

// BinOp is an arithmetic or bitwise operator.
type BinOp uint8

// The arithmetic and bitwise operators.
const (
	OpAdd      BinOp = iota // +
	OpSub                   // -
	OpMul                   // *
	OpDiv                   // /
	OpFloorDiv              // //
	OpMod                   // %
	OpPow                   // **
	OpMatMul                // @
	OpLShift                // <<
	OpRShift                // >>
	OpBitAnd                // &
	OpBitOr                 // |
	OpBitXor                // ^
)

// BoolKind is `and` or `or`.
type BoolKind uint8

// The short-circuit operators.
const (
	OpAnd BoolKind = iota
	OpOr
)

// CmpOp is a comparison operator.
type CmpOp uint8

// The comparison operators.
const (
	OpEq    CmpOp = iota // ==
	OpNotEq              // !=
	OpLt                 // <
	OpLtE                // <=
	OpGt                 // >
	OpGtE                // >=
	OpIn                 // in
	OpNotIn              // not in
	OpIs                 // is
	OpIsNot              // is not
)

var (
	unaryNames = [...]string{OpNeg: "-", OpPos: "+", OpInvert: "~", OpNot: "not"}
	binNames   = [...]string{OpAdd: "+", OpSub: "-", OpMul: "*", OpDiv: "/", OpFloorDiv: "//", OpMod: "%", OpPow: "**",
		OpMatMul: "@", OpLShift: "<<", OpRShift: ">>", OpBitAnd: "&", OpBitOr: "|", OpBitXor: "^"}
	boolNames = [...]string{OpAnd: "and", OpOr: "or"}
	cmpNames  = [...]string{OpEq: "==", OpNotEq: "!=", OpLt: "<", OpLtE: "<=", OpGt: ">", OpGtE: ">=",
		OpIn: "in", OpNotIn: "not in", OpIs: "is", OpIsNot: "is not"}
	constNames = [...]string{None: "None", True: "True", False: "False", Ellipsis: "..."}
)

func (o UnaryOp) String() string   { return unaryNames[o] }
func (o BinOp) String() string     { return binNames[o] }
func (o BoolKind) String() string  { return boolNames[o] }
func (o CmpOp) String() string     { return cmpNames[o] }
func (k ConstKind) String() string { return constNames[k] }
