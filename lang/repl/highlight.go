package repl

import (
	"regexp"
	"sync"
)

// Colours of what is typed. It need not be a program yet, so that this looks at words
// alone.

// tokens are the words that get a colour: a group for each colour.
var tokens = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(#.*)|((?:\b(?i:[rbf]{1,2}))?(?:"""(?s:.*?)(?:"""|$)|'''(?s:.*?)(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?))|` +
		`\b(False|None|True|and|as|assert|async|await|break|case|class|continue|def|del|elif|else|except|finally|for|from|global|if|` +
		`import|in|is|lambda|match|nonlocal|not|or|pass|raise|return|try|while|with|yield)\b|\b(\d[\w.]*)|\w+`)
})

// colors are the colours of the groups of tokens.
var colors = [...]string{
	1: "\x1b[90m", // a comment
	2: "\x1b[32m", // a string
	3: "\x1b[34m", // a keyword
	4: "\x1b[36m", // a number
}

// highlight is the text with colours.
func highlight(text string) string {
	out, at := make([]byte, 0, 2*len(text)), 0
	for _, m := range tokens().FindAllStringSubmatchIndex(text, -1) {
		for group := 1; group < len(colors); group++ {
			if start, end := m[2*group], m[2*group+1]; start >= 0 {
				out = append(out, text[at:start]...)
				out = append(out, colors[group]...)
				out = append(out, text[start:end]...)
				out = append(out, "\x1b[0m"...)
				at = end
			}
		}
	}
	return string(append(out, text[at:]...))
}
