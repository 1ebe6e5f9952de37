package runtime

// names are the attribute names that the runtime itself looks up. They are
// constants shared by all runs.
var names = struct {
	abcFlags, abstractMethods, annotations, await, call, class, classCell, classGetItem *Str
	dict, doc, eq, firstLine, getAttr, getAttribute, hash, init                         *Str
	initSubclass, instanceCheck, isAbstract, matchArgs, module, mroEntries              *Str
	name, new, notes, origClass, path, qualname, setName, slots, staticAttrs            *Str
	subclassCheck                                                                       *Str
	subclassHook, typeParams, weakref, wrapped                                          *Str
}{
	abcFlags:        NewStrObj("__abc_tpflags__"),
	abstractMethods: NewStrObj("__abstractmethods__"),
	annotations:     NewStrObj("__annotations__"),
	await:           NewStrObj("__await__"),
	call:            NewStrObj("__call__"),
	class:           NewStrObj("__class__"),
	classCell:       NewStrObj("__classcell__"),
	classGetItem:    NewStrObj("__class_getitem__"),
	dict:            NewStrObj("__dict__"),
	doc:             NewStrObj("__doc__"),
	eq:              NewStrObj("__eq__"),
	firstLine:       NewStrObj("__firstlineno__"),
	getAttr:         NewStrObj("__getattr__"),
	getAttribute:    NewStrObj("__getattribute__"),
	hash:            NewStrObj("__hash__"),
	init:            NewStrObj("__init__"),
	initSubclass:    NewStrObj("__init_subclass__"),
	instanceCheck:   NewStrObj("__instancecheck__"),
	isAbstract:      NewStrObj("__isabstractmethod__"),
	matchArgs:       NewStrObj("__match_args__"),
	module:          NewStrObj("__module__"),
	mroEntries:      NewStrObj("__mro_entries__"),
	name:            NewStrObj("__name__"),
	new:             NewStrObj("__new__"),
	notes:           NewStrObj("__notes__"),
	origClass:       NewStrObj("__orig_class__"),
	path:            NewStrObj("__path__"),
	qualname:        NewStrObj("__qualname__"),
	setName:         NewStrObj("__set_name__"),
	slots:           NewStrObj("__slots__"),
	staticAttrs:     NewStrObj("__static_attributes__"),
	subclassCheck:   NewStrObj("__subclasscheck__"),
	subclassHook:    NewStrObj("__subclasshook__"),
	typeParams:      NewStrObj("__type_params__"),
	weakref:         NewStrObj("__weakref__"),
	wrapped:         NewStrObj("__wrapped__"),
}
