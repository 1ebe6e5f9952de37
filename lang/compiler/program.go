package compiler

import (
	"math/big"

	"github.com/coro-lang/coro/lang/parser"
)

// Program is one compiled source file. It holds no values of a run and never
// changes, so any number of runs may share it.
type Program struct {
	File    string   // as it is shown in tracebacks
	Source  []string // the file's lines, for tracebacks
	Coro    bool     // a .coro file: the prelude is predeclared
	Async   bool     // the body awaits: it is the main coroutine
	Globals []string // names of the module's global slots; Module uses them by index
	Module  *Code    // the file's body

	Warnings []parser.Warning // what is said of the text before it runs
}

// Flags of a Code.
const (
	FlagCoroutine uint16 = 1 << iota // async def
	FlagGenerator                    // contains yield
	FlagVarArgs                      // has *args
	FlagVarKw                        // has **kwargs
	FlagClass                        // a class body: R[0] is its namespace dict
	FlagModule                       // a file's body
	FlagMethod                       // defined directly in a class body
	FlagLambda                       // a lambda expression
	FlagComp                         // a comprehension or generator expression
)

// FlagAsyncGen is what an async generator has.
const FlagAsyncGen = FlagCoroutine | FlagGenerator

// MaxArgRegs is how many parameters of a function get registers of their own.
const MaxArgRegs = 128

// ArgRegs is how many registers the parameters take.
func (c *Code) ArgRegs() int { return min(len(c.Params), MaxArgRegs+1) }

// Code is one compiled function body.
//
// Parameters arrive in the first registers, in the order of Params: positional
// ones (the first PosOnly of them positional-only), keyword-only ones, then
// *args, then **kwargs. Those beyond MaxArgRegs arrive as cells in a list in the
// next register.
type Code struct {
	Name     string
	Qualname string
	Doc      string // the docstring, if HasDoc
	HasDoc   bool
	Flags    uint16
	Line     int32 // of the def

	Params  []string
	PosOnly int
	Pos     int // positional parameters, positional-only ones included
	KwOnly  int

	Regs     int // registers used, at most 256
	SaveRegs int // the most registers live at any suspension

	Instr    []Instr
	Lines    []Line // the source line of each instruction
	Extents  []Extent
	Consts   []any // see Const kinds below
	Names    []string
	Sites    []string // attribute names, one entry a place in the code
	Funcs    []*Code
	Free     []FreeVar
	Locals   []string // names of the registers that are local variables
	Handlers []Handler
}

// FreeVar is a variable of an enclosing function and where MAKEFUNC finds its
// cell.
type FreeVar struct {
	Name  string
	From  Source
	Index int32 // of the register, of the encloser's free variable, or in the list
	List  int32 // the register with the list
}

// Source is where a cell is in the function that MAKEFUNC runs in.
type Source uint8

// The sources: a register, the function's own free variables, the list of the
// variables that have no register.
const (
	FromRegister Source = iota
	FromFree
	FromList
)

// Handler is a row of a function's exception table: an exception raised by an
// instruction in [From, To) goes on at Target with the exception in register
// Reg. The first row that fits wins.
type Handler struct {
	From, To, Target int32
	Reg              uint8
}

// A constant in Code.Consts is nil (None), a bool, an int64, a *big.Int, a
// float64, a string, or one of these.
type (
	// Bytes is a bytes constant.
	Bytes string
	// Tuple is a tuple of constants.
	Tuple []any
	// FrozenSet is a constant set on the right of `in`.
	FrozenSet []any
	// Ellipsis is the constant `...`.
	Ellipsis struct{}
	// Big is an integer beyond 64 bits.
	Big = *big.Int
)
