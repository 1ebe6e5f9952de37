package runtime

import "github.com/coro-lang/coro/lang/compiler"

// The special methods that stand behind slots. Each class keeps what it defines
// or inherits under these names in an array, so that slots find them without a
// search.

type dunder uint8

// The special methods. Those of comparisons, binary and unary operators stand in
// the order of their operators.
const (
	dunderRepr dunder = iota
	dunderStr
	dunderHash
	dunderFormat
	dunderBool
	dunderLen
	dunderEq // … __ge__
)

const (
	numBinary  = dunder(compiler.Xor) + 1
	dunderNe   = dunderEq + dunder(compiler.Ne)
	dunderAdd  = dunderEq + dunder(compiler.Ge) + 1 // … __xor__
	dunderRAdd = dunderAdd + numBinary
	dunderIAdd = dunderRAdd + numBinary
	dunderNeg  = dunderIAdd + numBinary // __pos__, __invert__
)

const (
	dunderGetItem = dunderNeg + dunder(Invert) + 1 + iota
	dunderSetItem
	dunderDelItem
	dunderContains
	dunderIter
	dunderNext
	dunderGetAttribute
	dunderGetAttr
	dunderSetAttr
	dunderDelAttr
	dunderCall
	dunderGet
	dunderSet
	dunderDelete
	dunderNew
	dunderInit
	numDunders
)

var binaryNames = [numBinary]string{"add", "sub", "mul", "truediv", "floordiv", "mod", "pow",
	"matmul", "lshift", "rshift", "and", "or", "xor"}

// dunderNames are the names of the special methods, dunderIndex finds them.
var (
	dunderNames = [numDunders]*Str{}
	dunderByStr = map[string]dunder{}
)

func init() {
	plain := map[dunder]string{
		dunderRepr: "repr", dunderStr: "str", dunderHash: "hash", dunderFormat: "format", dunderBool: "bool", dunderLen: "len",
		dunderGetItem: "getitem", dunderSetItem: "setitem", dunderDelItem: "delitem",
		dunderContains: "contains", dunderIter: "iter", dunderNext: "next",
		dunderGetAttribute: "getattribute", dunderGetAttr: "getattr",
		dunderSetAttr: "setattr", dunderDelAttr: "delattr", dunderCall: "call",
		dunderGet: "get", dunderSet: "set", dunderDelete: "delete", dunderNew: "new", dunderInit: "init",
	}
	for i, name := range []string{"eq", "ne", "lt", "le", "gt", "ge"} {
		plain[dunderEq+dunder(i)] = name
	}
	for i, name := range []string{"neg", "pos", "invert"} {
		plain[dunderNeg+dunder(i)] = name
	}
	for i, name := range binaryNames {
		plain[dunderAdd+dunder(i)] = name
		plain[dunderRAdd+dunder(i)] = "r" + name
		plain[dunderIAdd+dunder(i)] = "i" + name
	}
	for d := dunder(0); d < numDunders; d++ {
		dunderNames[d] = NewStrObj("__" + plain[d] + "__")
		dunderByStr[dunderNames[d].s] = d
	}
}

// specials are a class's special methods, Missing where it has none.
type specials [numDunders]Value

// slotGroup is a slot and the special methods behind it.
type slotGroup struct {
	from, to dunder // inclusive
	copy     func(dst, src *Slots)
	user     func(dst *Slots) // calls the special methods
}

// slotGroups is filled by init: the slots lead back to what makes classes.
var slotGroups []slotGroup

func init() {
	slotGroups = []slotGroup{
		{dunderRepr, dunderRepr, func(d, s *Slots) { d.Repr = s.Repr }, func(d *Slots) { d.Repr = userRepr }},
		{dunderStr, dunderStr, func(d, s *Slots) { d.Str = s.Str }, func(d *Slots) { d.Str = userStr }},
		{dunderHash, dunderHash, func(d, s *Slots) { d.Hash = s.Hash }, func(d *Slots) { d.Hash = userHash }},
		{dunderFormat, dunderFormat, func(d, s *Slots) { d.Format = s.Format }, func(d *Slots) { d.Format = userFormat }},
		{dunderBool, dunderBool, func(d, s *Slots) { d.Bool = s.Bool }, func(d *Slots) { d.Bool = userBool }},
		{dunderLen, dunderLen, func(d, s *Slots) { d.Len = s.Len }, func(d *Slots) { d.Len = userLen }},
		{dunderEq, dunderAdd - 1, func(d, s *Slots) { d.Compare = s.Compare }, func(d *Slots) { d.Compare = userCompare }},
		{dunderAdd, dunderIAdd - 1, func(d, s *Slots) { d.Binary = s.Binary }, func(d *Slots) { d.Binary = userBinary }},
		{dunderIAdd, dunderNeg - 1, func(d, s *Slots) { d.InPlace = s.InPlace }, func(d *Slots) { d.InPlace = userInPlace }},
		{dunderNeg, dunderGetItem - 1, func(d, s *Slots) { d.Unary = s.Unary }, func(d *Slots) { d.Unary = userUnary }},
		{dunderGetItem, dunderGetItem, func(d, s *Slots) { d.GetItem = s.GetItem }, func(d *Slots) { d.GetItem = userGetItem }},
		{dunderSetItem, dunderSetItem, func(d, s *Slots) { d.SetItem = s.SetItem }, func(d *Slots) { d.SetItem = userSetItem }},
		{dunderDelItem, dunderDelItem, func(d, s *Slots) { d.DelItem = s.DelItem }, func(d *Slots) { d.DelItem = userDelItem }},
		{dunderContains, dunderContains, func(d, s *Slots) { d.Contains = s.Contains }, func(d *Slots) { d.Contains = userContains }},
		{dunderIter, dunderIter, func(d, s *Slots) { d.Iter = s.Iter }, func(d *Slots) { d.Iter = userIter }},
		{dunderNext, dunderNext, func(d, s *Slots) { d.Next = s.Next }, func(d *Slots) { d.Next = userNext }},
		{dunderGetAttribute, dunderGetAttr, func(d, s *Slots) { d.GetAttr = s.GetAttr }, func(d *Slots) { d.GetAttr = userGetAttr }},
		{dunderSetAttr, dunderDelAttr, func(d, s *Slots) { d.SetAttr = s.SetAttr }, func(d *Slots) { d.SetAttr = userSetAttr }},
		{dunderCall, dunderCall, func(d, s *Slots) { d.Call = s.Call }, func(d *Slots) { d.Call = userCall }},
		{dunderGet, dunderGet, func(d, s *Slots) { d.DescrGet = s.DescrGet }, func(d *Slots) { d.DescrGet = userDescrGet }},
		{dunderSet, dunderDelete, func(d, s *Slots) { d.DescrSet = s.DescrSet }, func(d *Slots) { d.DescrSet = userDescrSet }},
		{dunderInit, dunderInit, func(d, s *Slots) { d.Initialize = s.Initialize }, func(d *Slots) { d.Initialize = userInit }},
	}
}

// specialMethods are the special methods of a class of either kind.
func (typ *Type) specialMethods() *specials {
	if typ.flags&flagHeap == 0 {
		typ.builtinMember("") // fills typ.members
		typ.specialOnce.Do(func() {
			s := new(specials)
			for d := range s {
				s[d] = typ.lookupOr(dunderNames[d])
			}
			typ.special = s
		})
	}
	return typ.special
}

func (typ *Type) lookupOr(name *Str) Value {
	if v, ok := typ.Lookup(name); ok {
		return v
	}
	return Missing
}

// slotOwnerAs is slotOwner if v is the method for d: a class may have one builtin
// method under the name of another.
func slotOwnerAs(d dunder, v Value) *Type {
	typ := slotOwner(v)
	if typ != nil && (*Builtin)(v.p).row.Name != dunderNames[d].s {
		return nil
	}
	return typ
}

// slotOwner returns the builtin type whose slot the special method v is made
// from; nil if v is anything else.
func slotOwner(v Value) *Type {
	if v.p != nil && ((*Hdr)(v.p).typ == &MethodDescriptorType || (*Hdr)(v.p).typ == &BuiltinType) {
		if b := (*Builtin)(v.p); b.row.slot {
			return b.owner
		}
	}
	return nil
}

func isSlotMethod(v Value) bool { return slotOwner(v) != nil }

// fixSlots makes the class's special methods and slots agree with its
// attributes.
func (typ *Type) fixSlots() {
	s := typ.special
	if s == nil {
		s = new(specials)
		typ.special = s
	}
	for d := range s {
		s[d] = typ.lookupOr(dunderNames[d])
	}
	typ.Slots = Slots{New: typ.layout.New}
	for i := range slotGroups {
		typ.fixSlot(&slotGroups[i])
	}
}

// inheritSlots is fixSlots for a new class with a single base: only what the
// class itself defines can differ.
func (typ *Type) inheritSlots(base *Type) {
	s := *base.specialMethods()
	typ.special = &s
	typ.Slots = base.Slots
	typ.flags |= base.flags & flagBinary
	var changed [numDunders]bool
	typ.dict.Each(func(k, v Value, _ uint64) bool {
		if name := AsStr(k); name != nil {
			if d, ok := dunderByStr[name.s]; ok {
				s[d], changed[d] = v, true
			}
		}
		return true
	})
	for i := range slotGroups {
		g := &slotGroups[i]
		for d := g.from; d <= g.to; d++ {
			if changed[d] {
				typ.fixSlot(g)
				break
			}
		}
	}
}

// fixSlot gives the class the slot of g: the one of the builtin type that all
// its special methods come from, or the one that calls them.
func (typ *Type) fixSlot(g *slotGroup) {
	if g.from == dunderAdd {
		typ.flags &^= flagBinary
	}
	var owner *Type
	for d := g.from; d <= g.to; d++ {
		v := typ.special[d]
		if v.IsMissing() {
			continue
		}
		o := slotOwnerAs(d, v)
		if o == nil || owner != nil && o != owner {
			if g.from == dunderHash && v.IsNone() {
				typ.Hash = nil
				return
			}
			g.user(&typ.Slots)
			if g.from == dunderAdd {
				typ.flags |= flagBinary
			}
			return
		}
		owner = o
	}
	if owner == nil {
		g.copy(&typ.Slots, &Slots{})
		return
	}
	g.copy(&typ.Slots, &owner.Slots)
}
