package diag

// Page explains a code at length: `coro explain CODE` prints it.
type Page struct {
	Code    string
	Title   string // one line
	Meaning string // what is wrong, and why the rule is there
	Example string // a program that has the fault
	Mend    string // what to write instead
}

// pages holds every code of every stage, in the order of the codes.
var pages = append([]Page{}, syntaxPages...)

// Explain returns the page of a code.
func Explain(code string) (Page, bool) {
	for _, p := range pages {
		if p.Code == code {
			return p, true
		}
	}
	return Page{}, false
}

// Pages returns all pages in the order of their codes. The caller must not change them.
func Pages() []Page { return pages }
