package runtime

// Method resolution order and the inheritance of slots.

// linearize merges the method resolution orders of bases behind typ by the C3
// rule. It returns nil if they contradict each other.
func linearize(typ *Type, bases []*Type) []*Type {
	out := []*Type{typ}
	if len(bases) == 1 {
		return append(out, bases[0].mro...)
	}
	rest, merged := mergeOrders(bases)
	if rest != nil {
		return nil
	}
	return append(out, merged...)
}

// conflictingBases are the classes that no order can put first, where merging
// the orders of bases fails.
func conflictingBases(bases []*Type) []*Type {
	var out []*Type
	rest, _ := mergeOrders(bases)
	for _, l := range rest {
		if len(l) > 0 && !contains(out, l[0]) {
			out = append(out, l[0])
		}
	}
	return out
}

// mergeOrders merges the orders of bases, and that of the bases themselves. If
// it fails, rest is what could not be merged; otherwise it is nil.
func mergeOrders(bases []*Type) (rest [][]*Type, out []*Type) {
	var lists [][]*Type
	for _, b := range bases {
		lists = append(lists, b.mro)
	}
	lists = append(lists, bases)
	for {
		next := (*Type)(nil)
		empty := true
		for _, l := range lists {
			if len(l) == 0 {
				continue
			}
			empty = false
			if !inTail(l[0], lists) {
				next = l[0]
				break
			}
		}
		if empty {
			return nil, out
		}
		if next == nil {
			return lists, nil
		}
		out = append(out, next)
		for i, l := range lists {
			if len(l) > 0 && l[0] == next {
				lists[i] = l[1:]
			}
		}
	}
}

// inTail says whether typ stands behind the head of one of the lists.
func inTail(typ *Type, lists [][]*Type) bool {
	for _, l := range lists {
		if len(l) > 1 && contains(l[1:], typ) {
			return true
		}
	}
	return false
}

// inherit fills the empty slots from those of base. A type with comparisons of
// its own and no hash is not hashable.
func (s *Slots) inherit(base *Slots) {
	if s.Compare == nil {
		s.Compare = base.Compare
		if s.Hash == nil {
			s.Hash = base.Hash
		}
	}
	if s.Repr == nil {
		s.Repr = base.Repr
	}
	if s.Str == nil {
		s.Str = base.Str
	}
	if s.Bool == nil {
		s.Bool = base.Bool
	}
	if s.Format == nil {
		s.Format = base.Format
	}
	if s.Len == nil {
		s.Len = base.Len
	}
	if s.Binary == nil {
		s.Binary = base.Binary
	}
	if s.InPlace == nil {
		s.InPlace = base.InPlace
	}
	if s.Unary == nil {
		s.Unary = base.Unary
	}
	if s.GetItem == nil {
		s.GetItem = base.GetItem
	}
	if s.SetItem == nil {
		s.SetItem = base.SetItem
	}
	if s.DelItem == nil {
		s.DelItem = base.DelItem
	}
	if s.Contains == nil {
		s.Contains = base.Contains
	}
	if s.Iter == nil {
		s.Iter = base.Iter
	}
	if s.Next == nil {
		s.Next = base.Next
	}
	if s.GetAttr == nil {
		s.GetAttr = base.GetAttr
	}
	if s.SetAttr == nil {
		s.SetAttr = base.SetAttr
	}
	if s.Call == nil {
		s.Call = base.Call
	}
	if s.DescrGet == nil {
		s.DescrGet = base.DescrGet
	}
	if s.DescrSet == nil {
		s.DescrSet = base.DescrSet
	}
}
