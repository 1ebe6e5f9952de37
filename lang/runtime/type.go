package runtime

import (
	"slices"
	"sync"

	"github.com/coro-lang/coro/lang/compiler"
)

// Type is a class. The builtin ones are package variables, constant after
// initialisation and shared by all runs; a class statement makes new ones.
type Type struct {
	Hdr
	Name     string // as error messages give it
	Qualname string
	Module   string // "builtins" for builtin types that Python shows without a module
	Doc      string
	Slots

	bases  []*Type
	mro    []*Type
	layout *Type // the builtin type whose Go struct the instances have
	flags  typeFlag

	// What a builtin type defines itself.
	operators   string
	rows        []Method
	consts      map[string]Value
	defined     *Slots // before inheritance
	once        sync.Once
	members     map[string]Value
	special     *specials // also of a class statement's type
	specialOnce sync.Once
	refill      func(t *Thread, self, fresh Value) error

	// What a class statement's type defines itself.
	dict    *Dict
	vm      *VM
	version uint32  // counts changes, for inline caches
	shape   *Shape  // of instances without attributes
	subs    []*Type // direct subclasses, for changes of inherited slots
	solid   *Type   // the class that last added to what the instances are made of

	// attrsOf finds the attributes of an instance of a builtin type of another
	// package; nil if its instances have none.
	attrsOf func(v Value) **Attrs

	// nextPair is Next of an iterator of pairs for a loop that takes them apart.
	nextPair func(t *Thread, it Value) (a, b Value, ok bool, err error)

	// awaits is the coroutine that awaiting an instance awaits; see Spec.
	awaits func(v Value) Value
	// holds is the task that an instance refers to; see Spec.
	holds func(v Value) *Task
}

type typeFlag uint16

const (
	flagHeap       typeFlag = 1 << iota // made by a class statement
	flagFinal                           // cannot be subclassed
	flagHasAttrs                        // instances have attributes (a __dict__)
	flagExc                             // an exception class
	flagNoNew                           // cannot be called: "cannot create 'x' instances"
	flagAbstract                        // has abstract methods left
	flagABC                             // its metaclass is ABCMeta
	flagSequence                        // sequence patterns match its instances
	flagMapping                         // mapping patterns match its instances
	flagPositions                       // indexed by position alone: no mapping, to %
	flagRepeats                         // + and * join and repeat its instances
	flagNoKeywords                      // __new__ takes no keywords: those given are for a subclass's __init__
	flagPython                          // CPython has the methods of the table written in Python
	flagBinary                          // its binary operators are methods of a program
)

// Slots are what a type's values do under the operators. A nil slot is an
// operation that the type lacks. A class statement's type inherits the slots of
// its bases and has those it defines as methods replaced by ones that call the
// method.
type Slots struct {
	Repr func(t *Thread, v Value) (string, error)
	Str  func(t *Thread, v Value) (string, error) // nil: Repr
	Hash func(t *Thread, v Value) (uint64, error) // nil: unhashable
	Bool func(t *Thread, v Value) (bool, error)   // nil: Len, else true
	Len  func(t *Thread, v Value) (int, error)

	// Format is format(v, spec). nil: Str if spec is empty, else a TypeError.
	Format func(t *Thread, v Value, spec string) (string, error)

	// Compare and Binary answer NotImplemented for operands they do not know.
	// Binary is asked with the type's own value on either side.
	Compare func(t *Thread, op compiler.CompareOp, a, b Value) (Value, error)
	Binary  func(t *Thread, op compiler.BinaryOp, a, b Value) (Value, error)
	InPlace func(t *Thread, op compiler.BinaryOp, a, b Value) (Value, error)
	Unary   func(t *Thread, op UnaryOp, v Value) (Value, error)

	GetItem  func(t *Thread, v, key Value) (Value, error)
	SetItem  func(t *Thread, v, key, val Value) error
	DelItem  func(t *Thread, v, key Value) error
	Contains func(t *Thread, v, item Value) (bool, error)

	Iter func(t *Thread, v Value) (Value, error)
	Next func(t *Thread, v Value) (Value, bool, error) // false: exhausted

	// GetAttr and SetAttr replace the usual attribute access; SetAttr with a
	// Missing val deletes.
	GetAttr func(t *Thread, v Value, name *Str) (Value, error)
	SetAttr func(t *Thread, v Value, name *Str, val Value) error

	// Call gets the keyword arguments' values after the positional ones.
	Call func(t *Thread, v Value, args []Value, kwnames []*Str) (Value, error)

	// Descriptor protocol, for values found in a class.
	DescrGet func(t *Thread, d, inst Value, owner *Type) (Value, error)
	DescrSet func(t *Thread, d, inst, val Value) error // Missing val: delete

	// New makes an instance of cls, which is the type or a subclass.
	// If the type has an Initialize as well, a call of the type runs it on the instance
	// with the same arguments; without one, New does all.
	New        func(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error)
	Initialize func(t *Thread, self Value, args []Value, kwnames []*Str) error
}

// UnaryOp numbers the unary operators.
type UnaryOp uint8

// The unary operators.
const (
	Neg UnaryOp = iota
	Pos
	Invert
)

// The builtin types. Each is defined in the file named after it.
var (
	ObjectType, TypeType, NoneType, EllipsisType, NotImplementedType, missingType        Type
	IntType, BoolType, FloatType, StrType, BytesType                                     Type
	ListType, TupleType, DictType, SetType, FrozenSetType, RangeType, SliceType          Type
	FunctionType, BuiltinType, MethodType, CellType, ModuleType                          Type
	PropertyType, ClassMethodType, StaticMethodType, SuperType, MethodDescriptorType     Type
	GetSetType, MemberType                                                               Type
	CoroutineType, GeneratorType, AsyncGeneratorType, FrameType, CodeType, TracebackType Type
)

// Spec describes a builtin type for Define.
type Spec struct {
	Name    string
	Module  string // "builtins" if empty
	Doc     string
	Base    *Type   // ObjectType if nil
	Also    []*Type // further bases
	Slots   Slots
	Methods []Method
	// Layout says that instances have a Go struct of their own; without it they
	// have that of Base.
	Layout bool
	// Dotted puts the module before the name in error messages, as CPython does
	// for the types of its modules that are written in C.
	Dotted bool
	// Python says that CPython has the methods written in Python: see Method.Python.
	Python bool
	// Operators are the names of the binary operators that the type has special
	// methods for, such as "add mul"; empty means all if it has a Binary slot.
	Operators string
	// Final forbids subclasses, NoNew calls of the type, Attrs gives instances
	// attributes (found by AttrsOf for types of other packages).
	Final, NoNew, Attrs bool
	// Adds says that instances hold more than those of Base, though in the same Go
	// struct: a class has no two bases that do.
	Adds bool
	// Sequence and Mapping let patterns of that kind match instances.
	Sequence, Mapping bool
	// Positions says that instances are indexed by position and not even sliced: % takes
	// them for no mapping.
	Positions bool
	// NoKeywords says that New takes no keyword arguments. Where a subclass has an
	// __init__ of its own, they are for that.
	NoKeywords bool
	// Repeats says that instances are sequences that + joins and * repeats.
	Repeats bool
	AttrsOf func(v Value) **Attrs
	// Refill gives an instance the contents of a fresh one made by New: __init__
	// of a mutable type whose New does all. Unlike New it can be called again, and
	// by subclasses with other arguments.
	Refill func(t *Thread, self, fresh Value) error
	// Awaits is the coroutine that awaiting an instance awaits, for types that are
	// coroutines by it.
	Awaits func(v Value) Value
	// Holds is the task that an instance refers to, or nil, for types that have one.
	Holds func(v Value) *Task
	// Consts are values that the class has besides.
	Consts map[string]Value
}

// Define fills in a builtin type, which keeps s. It is called from init functions only.
func Define(typ *Type, s *Spec) *Type {
	typ.defined = &s.Slots
	return typ.define(s)
}

func (typ *Type) define(s *Spec) *Type {
	typ.Hdr.typ = &TypeType
	typ.Name, typ.Qualname, typ.Doc = s.Name, s.Name, s.Doc
	typ.Module = s.Module
	if typ.Module == "" {
		typ.Module = "builtins"
	}
	if typ.Doc == "" && typ.Module == "builtins" {
		typ.Doc = excDocs[s.Name]
	}
	typ.operators = s.Operators
	if s.Dotted {
		typ.Name = s.Module + "." + s.Name
	}
	typ.Slots = s.Slots
	typ.rows = s.Methods
	if s.Python {
		typ.flags |= flagPython
	}
	typ.consts = s.Consts
	typ.attrsOf = s.AttrsOf
	typ.awaits, typ.holds = s.Awaits, s.Holds
	if s.Refill != nil {
		typ.refill = s.Refill
	}
	if s.Final {
		typ.flags |= flagFinal
	}
	if s.NoNew {
		typ.flags |= flagNoNew
	}
	if s.Positions {
		typ.flags |= flagPositions
	}
	if s.NoKeywords {
		typ.flags |= flagNoKeywords
	}
	if s.Repeats {
		typ.flags |= flagRepeats
	}
	if s.Sequence {
		typ.flags |= flagSequence
	}
	if s.Mapping {
		typ.flags |= flagMapping
	}
	if s.Attrs {
		typ.flags |= flagHasAttrs
	}
	base := s.Base
	if base == nil && typ != &ObjectType {
		base = &ObjectType
	}
	if base != nil {
		typ.bases = append([]*Type{base}, s.Also...)
		if typ.Module == "builtins" {
			builtinSubs[base] = append(builtinSubs[base], typ)
		}
	}
	if s.Layout {
		typ.layout = typ
	}
	if s.Adds {
		typ.solid = typ
	}
	definedTypes = append(definedTypes, typ)
	return typ
}

var (
	definedTypes []*Type
	finishOnce   sync.Once
)

// finishTypes completes the builtin types when all are defined: method
// resolution order, layout, inherited slots.
func finishTypes() {
	finishOnce.Do(func() {
		done := map[*Type]bool{}
		var finish func(typ *Type)
		finish = func(typ *Type) {
			if done[typ] {
				return
			}
			done[typ] = true
			for _, b := range typ.bases {
				finish(b)
				typ.flags |= b.flags & (flagHasAttrs | flagExc)
			}
			typ.mro = linearize(typ, typ.bases)
			for _, b := range typ.mro[1:] {
				typ.Slots.inherit(b.defined)
			}
			if typ.layout == nil {
				b := typ.bases[0]
				typ.layout = b.layout
				if typ.New == nil {
					typ.New = b.New
				}
				if typ.Initialize == nil {
					typ.Initialize = b.Initialize
				}
				if typ.refill == nil {
					typ.refill = b.refill
				}
			}
		}
		for _, typ := range definedTypes {
			finish(typ)
		}
	})
}

func contains(types []*Type, typ *Type) bool {
	for _, x := range types {
		if x == typ {
			return true
		}
	}
	return false
}

// addsAttrs says whether instances of a builtin type have attributes and those of its
// bases do not.
func (typ *Type) addsAttrs() bool {
	return typ.flags&flagHasAttrs != 0 && !slices.ContainsFunc(typ.bases, func(b *Type) bool { return b.flags&flagHasAttrs != 0 })
}

// builtinMember finds what a builtin type defines under name.
func (typ *Type) builtinMember(name string) (Value, bool) {
	typ.once.Do(func() {
		typ.members = make(map[string]Value, len(typ.rows)+8)
		for i := range typ.rows {
			row := &typ.rows[i]
			if typ.flags&flagPython != 0 {
				row.Python = true
			}
			typ.members[row.Name] = newMember(typ, row)
		}
		for name, v := range typ.consts {
			typ.members[name] = v
		}
		if typ.addsAttrs() {
			typ.members["__dict__"] = newMember(typ, builtinDictRow)
		}
		addSlotMethods(typ)
	})
	v, ok := typ.members[name]
	return v, ok
}
