package runtime

// None, Ellipsis and NotImplemented.

func init() {
	Define(&NoneType, singleton("NoneType", "None", None, 0xfca86420))
	Define(&EllipsisType, singleton("ellipsis", "Ellipsis", Ellipsis, 0xe111b515))
	Define(&NotImplementedType, singleton("NotImplementedType", "NotImplemented", NotImplemented, 0x4071b37e))
}

// singleton describes the type of the only value v, whose repr is name.
func singleton(typ, name string, v Value, hash uint64) *Spec {
	class := typ
	if v == Ellipsis {
		class = "EllipsisType" // as its constructor, and only that, calls it
	}
	return &Spec{
		Name:   typ,
		Layout: true,
		Final:  true,
		Slots: Slots{
			Repr: func(t *Thread, v Value) (string, error) { return name, nil },
			Hash: func(t *Thread, v Value) (uint64, error) { return hash, nil },
			Bool: func(t *Thread, v Value) (bool, error) {
				if v.IsNotImplemented() {
					return true, t.Warn(&DeprecationWarningType, "NotImplemented should not be used in a boolean context")
				}
				return !v.IsNone(), nil
			},
			New: func(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
				if len(args) > 0 {
					return Value{}, t.TypeErrorf("%s takes no arguments", class)
				}
				return v, nil
			},
		},
	}
}
