package runtime

import "github.com/coro-lang/coro/lang/compiler"

// mappingproxy: a read-only view of a mapping, such as a class's __dict__.

// MappingProxyType is types.MappingProxyType.
var MappingProxyType Type

// MappingProxy is a mappingproxy.
type MappingProxy struct {
	Hdr
	m Value
}

var proxySig = classSig("mapping")

// NewMappingProxy makes a read-only view of the mapping m.
func NewMappingProxy(m Value) Value { return obj(&MappingProxy{Hdr{&MappingProxyType}, m}) }

func init() {
	of := func(v Value) Value { return (*MappingProxy)(v.p).m }
	rows := []Method{{Name: "__reversed__", Fn: func(t *Thread, a []Value) (Value, error) {
		r, _, err := t.CallSpecial(of(a[0]), NewStrObj("__reversed__"))
		return r, err
	}}}
	for name, sig := range map[string]string{"get": "key, default=None, /", "keys": "", "values": "", "items": "", "copy": ""} {
		rows = append(rows, Method{Name: name, Sig: sig, Fn: func(t *Thread, a []Value) (Value, error) {
			f, err := t.GetAttr(of(a[0]), NewStrObj(name))
			if err != nil {
				return Value{}, err
			}
			if len(a) > 2 && a[2].IsMissing() {
				a = a[:2]
			}
			return t.Call(f, a[1:]...)
		}})
	}
	Define(&MappingProxyType, &Spec{
		Name: "mappingproxy", Final: true, Layout: true, Mapping: true, Methods: rows,
		Slots: Slots{
			New: func(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
				args, err := proxySig.bind(t, "mappingproxy", args, kwnames)
				if err != nil {
					return Value{}, err
				}
				if !t.maps(args[0]) || AsList(args[0]) != nil || AsTuple(args[0]) != nil {
					return Value{}, t.TypeErrorf("mappingproxy() argument must be a mapping, not %s", args[0].Type().Name)
				}
				return NewMappingProxy(args[0]), nil
			},
			Repr: func(t *Thread, v Value) (string, error) {
				s, err := t.Repr(of(v))
				return "mappingproxy(" + s + ")", err
			},
			Str:      func(t *Thread, v Value) (string, error) { return t.Str(of(v)) },
			Hash:     func(t *Thread, v Value) (uint64, error) { return t.Hash(of(v)) },
			Len:      func(t *Thread, v Value) (int, error) { return t.Len(of(v)) },
			GetItem:  func(t *Thread, v, key Value) (Value, error) { return t.GetItem(of(v), key) },
			Contains: func(t *Thread, v, key Value) (bool, error) { return t.Contains(of(v), key) },
			Iter:     func(t *Thread, v Value) (Value, error) { return t.Iter(of(v)) },
			Compare: func(t *Thread, op compiler.CompareOp, a, b Value) (Value, error) {
				if p := exact[MappingProxy](b, &MappingProxyType); p != nil {
					b = p.m
				}
				return t.Compare(op, of(a), b)
			},
			InPlace: func(t *Thread, op compiler.BinaryOp, _, _ Value) (Value, error) {
				if op != compiler.Or {
					return NotImplemented, nil
				}
				return Value{}, t.TypeErrorf("'|=' is not supported by mappingproxy; use '|' instead")
			},
			Binary: func(t *Thread, op compiler.BinaryOp, a, b Value) (Value, error) {
				if op != compiler.Or {
					return NotImplemented, nil
				}
				if p := exact[MappingProxy](a, &MappingProxyType); p != nil {
					a = p.m
				}
				if p := exact[MappingProxy](b, &MappingProxyType); p != nil {
					b = p.m
				}
				return t.Binary(op, a, b, false)
			},
		},
	})
}
