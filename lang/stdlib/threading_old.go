package stdlib

import (
	"slices"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// The names of threading from before Python had a style for names: most warn.

// deprecated is a method that warns before it does its work.
func deprecated(warning string, m rt.Method) rt.Method {
	fn := m.Fn
	m.Fn = func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		if err := t.Warn(&rt.DeprecationWarningType, warning); err != nil {
			return rt.Value{}, err
		}
		return fn(t, a)
	}
	return m
}

var oldThreadFunctions = []rt.Method{
	deprecated("currentThread() is deprecated, use current_thread() instead", rt.Method{Name: "currentThread", Fn: func(t *rt.Thread, _ []rt.Value) (rt.Value, error) {
		return threadsOf(t).current(t), nil
	}}),
	deprecated("activeCount() is deprecated, use active_count() instead", rt.Method{Name: "activeCount", Fn: func(t *rt.Thread, _ []rt.Value) (rt.Value, error) {
		return rt.Int(int64(len(threadsOf(t).live))), nil
	}}),
}

var oldThreadMethods = []rt.Method{
	deprecated("getName() is deprecated, get the name attribute instead", rt.Method{Name: "getName", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		return t.GetAttr(a[0], t.VM.Intern("name"))
	}}),
	deprecated("setName() is deprecated, set the name attribute instead", rt.Method{Name: "setName", Sig: "name", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		return rt.None, t.SetAttr(a[0], t.VM.Intern("name"), a[1])
	}}),
	deprecated("isDaemon() is deprecated, get the daemon attribute instead", rt.Method{Name: "isDaemon", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		return t.GetAttr(a[0], t.VM.Intern("daemon"))
	}}),
	deprecated("setDaemon() is deprecated, set the daemon attribute instead", rt.Method{Name: "setDaemon", Sig: "daemonic", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		return rt.None, t.SetAttr(a[0], t.VM.Intern("daemon"), a[1])
	}}),
}

// renamed is the row of that name, under another one.
func renamed(rows []rt.Method, name, as string) rt.Method {
	row := rows[slices.IndexFunc(rows, func(row rt.Method) bool { return row.Name == name })]
	row.Name = as
	return row
}
