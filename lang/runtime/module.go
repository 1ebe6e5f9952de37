package runtime

// ModuleDef describes a builtin module: a table of functions, types and
// constants, or source in the language itself.
type ModuleDef struct {
	Name   string
	Doc    string
	Funcs  []Method
	Types  []*Type
	Consts map[string]Value // constants shared by all runs
	// Init adds what belongs to one run; it is called when the module is first
	// imported.
	Init func(t *Thread, m *Module) error
	// Source is the text of a module written in the language; Init and the tables
	// are applied first.
	Source string
}

var moduleDefs = map[string]*ModuleDef{}

// RegisterModule makes a module importable. It is called from init functions
// only.
func RegisterModule(d *ModuleDef) { moduleDefs[d.Name] = d }
