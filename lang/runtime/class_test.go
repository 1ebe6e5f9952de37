package runtime

import "testing"

// newTestThread is a thread for tests that need no running program.
func newTestThread() *Thread {
	finishTypes()
	return &Thread{VM: &VM{recursionLimit: 1000, state: map[any]any{}}}
}

func TestExceptions(t *testing.T) {
	th := newTestThread()
	for _, tt := range []struct {
		typ  *Type
		args []Value
		want string
		repr string
	}{
		{&ValueErrorType, []Value{NewStr("x")}, "x", "ValueError('x')"},
		{&KeyErrorType, []Value{NewStr("k")}, "'k'", "KeyError('k')"},
		{&OSErrorType, []Value{Int(2), NewStr("gone"), NewStr("f")}, "[Errno 2] gone: 'f'", "FileNotFoundError(2, 'gone')"},
	} {
		v, err := th.Instantiate(tt.typ, tt.args, nil)
		if err != nil {
			t.Fatal(err)
		}
		if s, err := th.Str(v); s != tt.want || err != nil {
			t.Errorf("str: got %q, %v, want %q", s, err, tt.want)
		}
		if s, err := th.Repr(v); s != tt.repr || err != nil {
			t.Errorf("repr: got %q, %v, want %q", s, err, tt.repr)
		}
	}
}

func TestNewClass(t *testing.T) {
	th := newTestThread()
	make := func(name string, bases ...*Type) *Type {
		c, err := th.NewClass(&TypeType, NewStrObj(name), bases, NewDict(), NewDict())
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	a := make("A", &ObjectType)
	b, c := make("B", a), make("C", a)
	d := make("D", b, c)
	want := []*Type{d, b, c, a, &ObjectType}
	for i, typ := range d.mro {
		if typ != want[i] {
			t.Errorf("mro[%d] = %s, want %s", i, typ.Name, want[i].Name)
		}
	}
	v, err := th.Instantiate(d, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := th.SetAttr(v, NewStrObj("x"), Int(7)); err != nil {
		t.Fatal(err)
	}
	if x, err := th.GetAttr(v, NewStrObj("x")); err != nil || x != Int(7) {
		t.Errorf("x = %v, %v", x, err)
	}
	if _, err := th.Instantiate(d, []Value{Int(1)}, nil); err == nil || err.Error() != "TypeError: D() takes no arguments" {
		t.Errorf("got %v", err)
	}
	l := make("L", &ListType)
	if l.layout != &ListType || l.Len == nil {
		t.Error("a subclass of list is no list")
	}
	if _, err := th.NewClass(&TypeType, NewStrObj("X"), []*Type{&IntType, &StrType}, NewDict(), NewDict()); err == nil {
		t.Error("no layout conflict")
	}
}
