package compiler

// Op is an operation of the register machine.
//
// An instruction is one 64-bit word (see Instr): the operation, three 8-bit
// operands A, B and C, and a signed 32-bit operand D. R[x] is a register of the
// current frame, K[x] a constant, G[x] a slot of the module's globals, F[x] a
// variable of an enclosing function, N[x] a name.
type Op uint8

// The operations. What each does stands in the table below, nowhere else.
const (
	OpNop Op = iota

	// Moves and constants.
	OpMove
	OpLoadInt
	OpLoadConst

	// Variables.
	OpLoadGlobal
	OpStoreGlobal
	OpDelGlobal
	OpUnbind
	OpCheckBound
	OpMakeCell
	OpLoadCell
	OpStoreCell
	OpDelCell
	OpLoadFree
	OpStoreFree
	OpDelFree
	OpLoadName
	OpStoreName
	OpDelName
	OpLoadNameFree

	// Arithmetic. The order of each group is that of BinaryOp.
	OpAdd
	OpSub
	OpMul
	OpDiv
	OpFloorDiv
	OpMod
	OpPow
	OpMatMul
	OpLShift
	OpRShift
	OpAnd
	OpOr
	OpXor
	OpAddInt
	OpSubInt
	OpMulInt
	OpFloorDivInt
	OpModInt
	OpAndInt
	OpNeg
	OpPos
	OpInvert
	OpNot

	// Comparison. The order of the first six is that of CompareOp.
	OpEq
	OpNe
	OpLt
	OpLe
	OpGt
	OpGe
	OpIn
	OpNotIn
	OpIs
	OpIsNot

	// Jumps. The comparing ones stand in the order of CompareOp, four times: as they are
	// and negated (not the same for a NaN, or a class of its own mind), then the same with
	// a constant.
	OpJump
	OpJumpBack
	OpJumpTrue
	OpJumpFalse
	OpJumpNone
	OpJumpNotNone
	OpJumpEq
	OpJumpNe
	OpJumpLt
	OpJumpLe
	OpJumpGt
	OpJumpGe
	OpJumpNotEq
	OpJumpNotNe
	OpJumpNotLt
	OpJumpNotLe
	OpJumpNotGt
	OpJumpNotGe
	OpJumpEqK
	OpJumpNeK
	OpJumpLtK
	OpJumpLeK
	OpJumpGtK
	OpJumpGeK
	OpJumpNotEqK
	OpJumpNotNeK
	OpJumpNotLtK
	OpJumpNotLeK
	OpJumpNotGtK
	OpJumpNotGeK

	// Attributes and items.
	OpGetAttr
	OpSetAttr
	OpDelAttr
	OpLoadMethod
	OpGetItem
	OpGetItemInt
	OpSetItem
	OpDelItem

	// Displays and strings.
	OpBuildList
	OpBuildTuple
	OpBuildSet
	OpBuildDict
	OpBuildSlice
	OpListAppend
	OpListExtend
	OpListToTuple
	OpSetAdd
	OpSetUpdate
	OpDictSet
	OpDictUpdate
	OpDictMerge
	OpFormat
	OpBuildString
	OpUnpack
	OpUnpackEx
	OpUnpackList

	// Calls, functions, classes.
	OpCall
	OpCallKw
	OpCallMethod
	OpCallMethodKw
	OpCallEx
	OpMakeFunc
	OpBuildClass
	OpReturn
	OpReturnNone

	// Iteration.
	OpGetIter
	OpForIter
	OpGetAiter
	OpGetAnext
	OpEndAsyncFor
	OpCloseIter

	// Exceptions.
	OpPushExc
	OpPopExc
	OpMatchExc
	OpRaise
	OpReraise
	OpRaiseAssert
	OpStarBegin
	OpStarMatch
	OpStarCatch
	OpStarEnd
	OpEnter
	OpExcInfo

	// Suspension.
	OpAwait
	OpYield
	OpGetYieldFrom
	OpYieldFrom

	// Imports.
	OpImport
	OpImportFrom
	OpImportStar

	// Pattern matching.
	OpMatchSeq
	OpMatchMap
	OpMatchKeys
	OpMatchRest
	OpMatchClass
	OpLen

	// Rare things.
	OpSetupAnn
	OpSetAnn
	OpPrintExpr

	NumOps
)

// Operand says what one operand of an operation is; the verifier checks every
// operand of a program by it.
type Operand uint8

// The kinds of operand.
const (
	None   Operand = iota
	Read           // a register that is read
	Write          // a register that is written
	Both           // a register that is read, then written
	Count          // a small number
	Imm            // an integer constant
	Const          // an index into K
	Global         // an index into G
	Free           // an index into F
	Name           // an index into the code's names
	Site           // an index into the code's attribute sites
	Jump           // a distance in instructions from the next one
	Func           // an index into the code's nested functions
	MaybeR         // a register plus one, or 0 for none
)

// OpInfo is one row of the table: how an operation is written, what its operands
// are, and what it does.
type OpInfo struct {
	Name       string
	A, B, C, D Operand
	Effect     string
}

// Ops describes every operation.
var Ops = [NumOps]OpInfo{
	OpNop: {"NOP", None, None, None, None, "nothing"},

	OpMove:      {"MOVE", Write, Read, None, None, "R[A] = R[B]"},
	OpLoadInt:   {"LOADINT", Write, None, None, Imm, "R[A] = D"},
	OpLoadConst: {"LOADCONST", Write, None, None, Const, "R[A] = K[D]"},

	OpLoadGlobal:   {"LOADGLOBAL", Write, None, None, Global, "R[A] = G[D], else the builtin or prelude value of that name, else NameError"},
	OpStoreGlobal:  {"STOREGLOBAL", Read, None, None, Global, "G[D] = R[A]"},
	OpDelGlobal:    {"DELGLOBAL", None, None, None, Global, "unbind G[D], NameError if unbound"},
	OpUnbind:       {"UNBIND", Write, Count, None, None, "R[A]…R[A+B-1] = unbound"},
	OpCheckBound:   {"CHECKBOUND", Read, None, None, Name, "UnboundLocalError for N[D] if R[A] is unbound"},
	OpMakeCell:     {"MAKECELL", Both, Count, None, None, "R[A] = new cell holding R[A]; unbound if B is 1"},
	OpLoadCell:     {"LOADCELL", Write, Read, None, Name, "R[A] = the value in cell R[B], UnboundLocalError for N[D] if unbound"},
	OpStoreCell:    {"STORECELL", Read, Read, None, None, "the cell R[B] = R[A]"},
	OpDelCell:      {"DELCELL", None, Read, None, Name, "unbind cell R[B], UnboundLocalError for N[D] if unbound"},
	OpLoadFree:     {"LOADFREE", Write, None, None, Free, "R[A] = the value in F[D], NameError if unbound"},
	OpStoreFree:    {"STOREFREE", Read, None, None, Free, "the cell F[D] = R[A]"},
	OpDelFree:      {"DELFREE", None, None, None, Free, "unbind F[D]"},
	OpLoadName:     {"LOADNAME", Write, None, Count, Name, "class body: R[A] = namespace R[0][N[D]], else as LOADGLOBAL by name"},
	OpStoreName:    {"STORENAME", Read, None, None, Name, "class body: namespace R[0][N[D]] = R[A]"},
	OpDelName:      {"DELNAME", None, None, None, Name, "class body: delete N[D] from namespace R[0], NameError if missing"},
	OpLoadNameFree: {"LOADNAMEFREE", Write, None, None, Free, "class body: R[A] = namespace R[0][name of F[D]], else F[D]"},

	OpAdd:         {"ADD", Write, Read, Read, Imm, "R[A] = R[B] + R[C]; in place if D is 1, likewise below"},
	OpSub:         {"SUB", Write, Read, Read, Imm, "R[A] = R[B] - R[C]"},
	OpMul:         {"MUL", Write, Read, Read, Imm, "R[A] = R[B] * R[C]"},
	OpDiv:         {"DIV", Write, Read, Read, Imm, "R[A] = R[B] / R[C]"},
	OpFloorDiv:    {"FLOORDIV", Write, Read, Read, Imm, "R[A] = R[B] // R[C]"},
	OpMod:         {"MOD", Write, Read, Read, Imm, "R[A] = R[B] % R[C]"},
	OpPow:         {"POW", Write, Read, Read, Imm, "R[A] = R[B] ** R[C]"},
	OpMatMul:      {"MATMUL", Write, Read, Read, Imm, "R[A] = R[B] @ R[C]"},
	OpLShift:      {"LSHIFT", Write, Read, Read, Imm, "R[A] = R[B] << R[C]"},
	OpRShift:      {"RSHIFT", Write, Read, Read, Imm, "R[A] = R[B] >> R[C]"},
	OpAnd:         {"AND", Write, Read, Read, Imm, "R[A] = R[B] & R[C]"},
	OpOr:          {"OR", Write, Read, Read, Imm, "R[A] = R[B] | R[C]"},
	OpXor:         {"XOR", Write, Read, Read, Imm, "R[A] = R[B] ^ R[C]"},
	OpAddInt:      {"ADDINT", Write, Read, Count, Imm, "R[A] = R[B] + D; in place if C is 1, likewise below"},
	OpSubInt:      {"SUBINT", Write, Read, Count, Imm, "R[A] = R[B] - D"},
	OpMulInt:      {"MULINT", Write, Read, Count, Imm, "R[A] = R[B] * D"},
	OpFloorDivInt: {"FLOORDIVINT", Write, Read, Count, Imm, "R[A] = R[B] // D"},
	OpModInt:      {"MODINT", Write, Read, Count, Imm, "R[A] = R[B] % D"},
	OpAndInt:      {"ANDINT", Write, Read, Count, Imm, "R[A] = R[B] & D"},
	OpNeg:         {"NEG", Write, Read, None, None, "R[A] = -R[B]"},
	OpPos:         {"POS", Write, Read, None, None, "R[A] = +R[B]"},
	OpInvert:      {"INVERT", Write, Read, None, None, "R[A] = ~R[B]"},
	OpNot:         {"NOT", Write, Read, None, None, "R[A] = not R[B]"},

	OpEq:    {"EQ", Write, Read, Read, None, "R[A] = R[B] == R[C]"},
	OpNe:    {"NE", Write, Read, Read, None, "R[A] = R[B] != R[C]"},
	OpLt:    {"LT", Write, Read, Read, None, "R[A] = R[B] < R[C]"},
	OpLe:    {"LE", Write, Read, Read, None, "R[A] = R[B] <= R[C]"},
	OpGt:    {"GT", Write, Read, Read, None, "R[A] = R[B] > R[C]"},
	OpGe:    {"GE", Write, Read, Read, None, "R[A] = R[B] >= R[C]"},
	OpIn:    {"IN", Write, Read, Read, None, "R[A] = R[B] in R[C]"},
	OpNotIn: {"NOTIN", Write, Read, Read, None, "R[A] = R[B] not in R[C]"},
	OpIs:    {"IS", Write, Read, Read, None, "R[A] = R[B] is R[C]"},
	OpIsNot: {"ISNOT", Write, Read, Read, None, "R[A] = R[B] is not R[C]"},

	OpJump:        {"JUMP", None, None, None, Jump, "go on at D"},
	OpJumpBack:    {"JUMPBACK", None, None, None, Jump, "the same, backwards: a place where the run may be interrupted"},
	OpJumpTrue:    {"JUMPTRUE", Read, None, None, Jump, "if R[A] is true, go on at D (backward allowed, likewise below: then as JUMPBACK)"},
	OpJumpFalse:   {"JUMPFALSE", Read, None, None, Jump, "if R[A] is false, go on at D"},
	OpJumpNone:    {"JUMPNONE", Read, None, None, Jump, "if R[A] is None, go on at D"},
	OpJumpNotNone: {"JUMPNOTNONE", Read, None, None, Jump, "if R[A] is not None, go on at D"},
	OpJumpEq:      {"JUMPEQ", Read, Read, None, Jump, "if R[A] == R[B], go on at D"},
	OpJumpNe:      {"JUMPNE", Read, Read, None, Jump, "if R[A] != R[B], go on at D"},
	OpJumpLt:      {"JUMPLT", Read, Read, None, Jump, "if R[A] < R[B], go on at D"},
	OpJumpLe:      {"JUMPLE", Read, Read, None, Jump, "if R[A] <= R[B], go on at D"},
	OpJumpGt:      {"JUMPGT", Read, Read, None, Jump, "if R[A] > R[B], go on at D"},
	OpJumpGe:      {"JUMPGE", Read, Read, None, Jump, "if R[A] >= R[B], go on at D"},
	OpJumpNotEq:   {"JUMPNOTEQ", Read, Read, None, Jump, "unless R[A] == R[B], go on at D"},
	OpJumpNotNe:   {"JUMPNOTNE", Read, Read, None, Jump, "unless R[A] != R[B], go on at D"},
	OpJumpNotLt:   {"JUMPNOTLT", Read, Read, None, Jump, "unless R[A] < R[B], go on at D"},
	OpJumpNotLe:   {"JUMPNOTLE", Read, Read, None, Jump, "unless R[A] <= R[B], go on at D"},
	OpJumpNotGt:   {"JUMPNOTGT", Read, Read, None, Jump, "unless R[A] > R[B], go on at D"},
	OpJumpNotGe:   {"JUMPNOTGE", Read, Read, None, Jump, "unless R[A] >= R[B], go on at D"},
	OpJumpEqK:     {"JUMPEQK", Read, Const, None, Jump, "if R[A] == K[B], go on at D"},
	OpJumpNeK:     {"JUMPNEK", Read, Const, None, Jump, "if R[A] != K[B], go on at D"},
	OpJumpLtK:     {"JUMPLTK", Read, Const, None, Jump, "if R[A] < K[B], go on at D"},
	OpJumpLeK:     {"JUMPLEK", Read, Const, None, Jump, "if R[A] <= K[B], go on at D"},
	OpJumpGtK:     {"JUMPGTK", Read, Const, None, Jump, "if R[A] > K[B], go on at D"},
	OpJumpGeK:     {"JUMPGEK", Read, Const, None, Jump, "if R[A] >= K[B], go on at D"},
	OpJumpNotEqK:  {"JUMPNOTEQK", Read, Const, None, Jump, "unless R[A] == K[B], go on at D"},
	OpJumpNotNeK:  {"JUMPNOTNEK", Read, Const, None, Jump, "unless R[A] != K[B], go on at D"},
	OpJumpNotLtK:  {"JUMPNOTLTK", Read, Const, None, Jump, "unless R[A] < K[B], go on at D"},
	OpJumpNotLeK:  {"JUMPNOTLEK", Read, Const, None, Jump, "unless R[A] <= K[B], go on at D"},
	OpJumpNotGtK:  {"JUMPNOTGTK", Read, Const, None, Jump, "unless R[A] > K[B], go on at D"},
	OpJumpNotGeK:  {"JUMPNOTGEK", Read, Const, None, Jump, "unless R[A] >= K[B], go on at D"},

	OpGetAttr:    {"GETATTR", Write, Read, None, Site, "R[A] = R[B].name"},
	OpSetAttr:    {"SETATTR", Read, Read, None, Site, "R[A].name = R[B]"},
	OpDelAttr:    {"DELATTR", Read, None, None, Site, "del R[A].name"},
	OpLoadMethod: {"LOADMETHOD", Write, Read, None, Site, "R[A], R[A+1] = plain function, R[B]; or no method, R[B].name: see CALLMETHOD"},
	OpGetItem:    {"GETITEM", Write, Read, Read, None, "R[A] = R[B][R[C]]"},
	OpGetItemInt: {"GETITEMINT", Write, Read, None, Imm, "R[A] = R[B][D]"},
	OpSetItem:    {"SETITEM", Read, Read, Read, None, "R[A][R[B]] = R[C]"},
	OpDelItem:    {"DELITEM", Read, Read, None, None, "del R[A][R[B]]"},

	OpBuildList:   {"BUILDLIST", Write, Read, Count, Count, "R[A] = [R[B], … D items]; if C is 1, [] with room for one item for each that the iterator R[B] has left"},
	OpBuildTuple:  {"BUILDTUPLE", Write, Read, None, Count, "R[A] = (R[B], … D items)"},
	OpBuildSet:    {"BUILDSET", Write, Read, None, Count, "R[A] = {R[B], … D items}"},
	OpBuildDict:   {"BUILDDICT", Write, Read, None, Count, "R[A] = {R[B]: R[B+1], … D pairs}"},
	OpBuildSlice:  {"BUILDSLICE", Write, Read, None, None, "R[A] = slice(R[B], R[B+1], R[B+2])"},
	OpListAppend:  {"LISTAPPEND", Read, Read, None, None, "append R[B] to the list R[A]"},
	OpListExtend:  {"LISTEXTEND", Read, Read, Count, None, "append the items of R[B] to the list R[A]; C is 1 for *args, alone, of the call of R[A-1], whose name is in the TypeError then"},
	OpListToTuple: {"LISTTOTUPLE", Both, None, None, None, "R[A] = tuple(the list R[A])"},
	OpSetAdd:      {"SETADD", Read, Read, None, None, "add R[B] to the set R[A]"},
	OpSetUpdate:   {"SETUPDATE", Read, Read, None, None, "add the items of R[B] to the set R[A]"},
	OpDictSet:     {"DICTSET", Read, Read, Read, None, "the dict R[A][R[B]] = R[C]"},
	OpDictUpdate:  {"DICTUPDATE", Read, Read, None, None, "a display's **R[B] into the dict R[A]"},
	OpDictMerge:   {"DICTMERGE", Read, Read, Read, None, "a call's **R[B] into the dict R[A]; a key twice is a TypeError that names the callee R[C]"},
	OpFormat:      {"FORMAT", Write, Read, Imm, MaybeR, "R[A] = format(R[B]) with conversion C (0, FormatPart, 's', 'r', 'a') and the spec in register D-1"},
	OpBuildString: {"BUILDSTRING", Write, Read, None, Count, "R[A] = the D strings (or ints) from R[B] joined"},
	OpUnpack:      {"UNPACK", Write, Read, None, Count, "R[A]…R[A+D-1] = the D items of R[B]; they may be variables, so on an error none is written"},
	OpUnpackEx:    {"UNPACKEX", Write, Read, Count, Count, "R[A]… = C items of R[B], a list of what remains, D items"},
	OpUnpackList:  {"UNPACKLIST", Write, Read, Count, Count, "R[A] = a list of the D items of R[B]; if C is 1, of the D>>16 first, a list of what remains, and the D&0xffff last"},

	OpCall:         {"CALL", Both, Count, None, None, "R[A] = R[A](R[A+1], … B arguments)"},
	OpCallKw:       {"CALLKW", Both, Count, None, Const, "the same; the last of the B arguments are the keywords named by the tuple K[D]"},
	OpCallMethod:   {"CALLMETHOD", Both, Count, None, None, "R[A], R[A+1] from LOADMETHOD, B arguments from R[A+2]; result in R[A]"},
	OpCallMethodKw: {"CALLMETHODKW", Both, Count, None, Const, "the same with keywords as CALLKW"},
	OpCallEx:       {"CALLEX", Both, Count, None, None, "R[A] = R[A](*R[A+1]: a list or tuple, **R[A+2]: a dict, if B is 1)"},
	OpMakeFunc:     {"MAKEFUNC", Write, Count, None, Func, "R[A] = function D; by the bits of B: 1 defaults tuple in R[A+1], 2 keyword defaults dict in R[A+2], 4 annotations dict in R[A+3]"},
	OpBuildClass:   {"BUILDCLASS", Both, None, None, Name, "R[A] = class N[D] with the body function R[A], bases tuple R[A+1], keywords dict R[A+2]"},
	OpReturn:       {"RETURN", Read, None, None, None, "return R[A]"},
	OpReturnNone:   {"RETURNNONE", None, None, None, None, "return None"},

	OpGetIter:     {"GETITER", Write, Read, Count, None, "R[A] = iter(R[B]); C is 1 if the header of a loop made R[B] by a call: CLOSEITER closes a generator that has not begun yet here"},
	OpForIter:     {"FORITER", Both, None, None, Jump, "R[A+1] = next(R[A]), go on at D: a place where the run may be interrupted; when it is exhausted go on behind and leave R[A+1] alone: it may be the loop variable"},
	OpGetAiter:    {"GETAITER", Write, Read, Count, None, "R[A] = aiter(R[B]); C as GETITER"},
	OpGetAnext:    {"GETANEXT", Write, Read, None, None, "R[A] = the awaitable of R[B].__anext__()"},
	OpEndAsyncFor: {"ENDASYNCFOR", Read, None, None, Jump, "handler of an async for: StopAsyncIteration in R[A] ends the loop: go on at D; else raise R[A] again"},

	OpCloseIter: {"CLOSEITER", Read, None, None, None, "the loop over R[A] is left early: close it if it is a generator that GETITER found to be the loop's own; an async one is closed by a new task"},

	OpPushExc:     {"PUSHEXC", Both, None, Count, None, "start of a handler, the exception is in R[A]: it becomes the one being handled; R[A+1] = the one before; C is 1 for a function's outermost handler"},
	OpPopExc:      {"POPEXC", Read, None, Count, None, "end of the handler with the same A and C: the exception before is the one being handled again"},
	OpMatchExc:    {"MATCHEXC", Write, Read, Read, None, "R[A] = is exception R[B] one of R[C] (a class or tuple of classes)?"},
	OpRaise:       {"RAISE", Read, Read, Count, None, "C is 0: raise the handled exception again; 1: raise R[A]; 2: raise R[A] from R[B]"},
	OpReraise:     {"RERAISE", Read, None, None, None, "raise the exception R[A] again, as it is"},
	OpRaiseAssert: {"RAISEASSERT", Read, None, Count, None, "raise AssertionError; with the message R[A] if C is 1"},
	OpStarBegin:   {"STARBEGIN", Write, Read, None, None, "except*: the exception R[B]; R[A] = the exceptions not yet matched (a group; naked ones are wrapped), R[A+1] = an empty list of raised ones"},
	OpStarMatch:   {"STARMATCH", Write, Read, Read, None, "R[A] = the part of the group R[B] that matches R[C], or None; R[B] = the rest"},
	OpStarCatch:   {"STARCATCH", Read, Read, None, None, "an exception R[B] was raised in an except* body: add it to the list R[A+1] of STARBEGIN"},
	OpStarEnd:     {"STAREND", Both, Read, None, None, "R[A] = the exception to raise from the rest R[A], the raised ones R[A+1] and the original R[B], or None"},
	OpEnter:       {"ENTER", Write, Read, Count, Site, "with: R[A], R[A+1] and R[A+2], R[A+3] = the exit and the enter method of R[B] as LOADMETHOD has them; D+1 is the site of the exit method; C is 1 for async with"},
	OpExcInfo:     {"EXCINFO", Write, Read, None, None, "R[A], R[A+1], R[A+2] = type, value, traceback of the exception R[B]"},

	OpAwait:        {"AWAIT", Both, Count, Count, Count, "R[A] = await R[A]; the registers below D live on, D <= A; C is 1 inside a handler; B is 1 for what __aenter__ gave, 2 for __aexit__"},
	OpYield:        {"YIELD", Write, Read, Count, Count, "yield R[B]; what is sent comes to R[A]; C and D as AWAIT"},
	OpGetYieldFrom: {"GETYIELDFROM", Write, Read, None, None, "R[A] = the iterator that yield from R[B] runs"},
	OpYieldFrom:    {"YIELDFROM", Both, None, Count, Count, "yield what the iterator R[A] yields, then R[A] = its result; C and D as AWAIT, but D is A+1: the iterator lives on"},

	OpImport:     {"IMPORT", Write, Count, Count, Name, "R[A] = module N[D], C levels up; B says what of it, see ImportFirst"},
	OpImportFrom: {"IMPORTFROM", Write, Read, None, Name, "R[A] = name N[D] of module R[B], or its submodule"},
	OpImportStar: {"IMPORTSTAR", Read, None, None, None, "every public name of module R[A] into the globals"},

	OpMatchSeq:   {"MATCHSEQ", Write, Read, None, None, "R[A] = is R[B] a sequence that a pattern may match (no str, no bytes)?"},
	OpMatchMap:   {"MATCHMAP", Write, Read, None, None, "R[A] = is R[B] a mapping?"},
	OpMatchKeys:  {"MATCHKEYS", Write, Read, Read, None, "R[A] = tuple of the values of mapping R[B] at the keys R[C] (a tuple), or None"},
	OpMatchRest:  {"MATCHREST", Write, Read, Read, None, "R[A] = dict of mapping R[B] without the keys R[C]"},
	OpMatchClass: {"MATCHCLASS", Write, Read, Count, Const, "R[A] = tuple of attributes of subject R[B] if it is an instance of the class in R[A], else None: C positional ones, then those named by the tuple K[D]"},
	OpLen:        {"LEN", Write, Read, None, None, "R[A] = len(R[B])"},

	OpSetupAnn:  {"SETUPANN", None, None, None, None, "make sure that the module or class namespace has __annotations__"},
	OpSetAnn:    {"SETANN", Read, None, None, Name, "__annotations__[N[D]] = R[A]"},
	OpPrintExpr: {"PRINTEXPR", Read, None, None, None, "interactive: print repr(R[A]) unless None, and bind _"},
}

func (op Op) String() string { return Ops[op].Name }

// Instr is one instruction: op | A<<8 | B<<16 | C<<24 | D<<32.
type Instr uint64

// Make puts an instruction together.
func Make(op Op, a, b, c uint8, d int32) Instr {
	return Instr(op) | Instr(a)<<8 | Instr(b)<<16 | Instr(c)<<24 | Instr(uint32(d))<<32
}

// Op is the instruction's operation.
func (i Instr) Op() Op { return Op(i) }

// A is the first operand.
func (i Instr) A() uint8 { return uint8(i >> 8) }

// B is the second operand.
func (i Instr) B() uint8 { return uint8(i >> 16) }

// C is the third operand.
func (i Instr) C() uint8 { return uint8(i >> 24) }

// D is the wide operand.
func (i Instr) D() int32 { return int32(i >> 32) }

// What of the module IMPORT loads: its operand B.
const (
	ImportFirst   = iota // import a.b: the package a
	ImportAs             // import a.b as c: what a has under b
	ImportLast           // from a.b import: the module a.b
	ImportBuiltin        // the builtin module a.b, whatever the program has under that name
)

// BinaryOp numbers the binary operators in the order of OpAdd…OpXor.
type BinaryOp uint8

// The binary operators.
const (
	Add BinaryOp = iota
	Sub
	Mul
	Div
	FloorDiv
	Mod
	Pow
	MatMul
	LShift
	RShift
	And
	Or
	Xor
)

// CompareOp numbers the comparisons in the order of OpEq…OpGe.
type CompareOp uint8

// The rich comparisons.
const (
	Eq CompareOp = iota
	Ne
	Lt
	Le
	Gt
	Ge
)
