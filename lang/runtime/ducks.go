package runtime

// Objects of a program's own classes that declare themselves what asyncio looks
// for: futures and coroutine functions.

var strBlocking = NewStrObj("_asyncio_future_blocking")

// LikeFuture says whether v, no Future of ours, declares itself one: its class has
// the attribute _asyncio_future_blocking, and it is not None.
func (t *Thread) LikeFuture(v Value) (Value, error) {
	if !v.Type().IsHeap() || AsFuture(v) != nil {
		return False, nil
	}
	cls, err := t.GetAttr(v, NewStrObj("__class__"))
	if err != nil {
		return Value{}, err
	}
	if _, err := t.GetAttr(cls, strBlocking); err != nil {
		return False, t.unlessAttributeError(err)
	}
	blocking, err := t.GetAttr(v, strBlocking)
	if err != nil {
		return False, t.unlessAttributeError(err)
	}
	return Bool(!blocking.IsNone()), nil
}

// MarkedCoroutineFunction says whether v has the mark of a coroutine function, that of
// inspect or that of asyncio.
func (t *Thread) MarkedCoroutineFunction(v Value) (Value, error) {
	if m := t.VM.own["inspect"]; m != nil {
		is, _ := m.Get("iscoroutinefunction")
		if marked, err := t.Call(is, v); err != nil || marked == True {
			return marked, err
		}
	}
	m := t.VM.own["asyncio.coroutines"]
	if m == nil {
		return False, nil
	}
	mark, _ := m.Get("_is_coroutine")
	x, err := t.GetAttr(v, NewStrObj("_is_coroutine"))
	if err != nil {
		return False, t.unlessAttributeError(err)
	}
	return Bool(x == mark), nil
}

func (t *Thread) unlessAttributeError(err error) error {
	if Is(err, &AttributeErrorType) {
		return nil
	}
	return err
}
