package parser

import "strings"

// This file knows the Unicode names of the characters that programs spell by name: letters, and a choice
// of signs. The whole list would weigh a megabyte.

// CharacterNamed finds a character by its Unicode name, in any case.
func CharacterNamed(name string) (rune, bool) {
	name = strings.ToUpper(name)
	if r, ok := characterNames[name]; ok {
		return r, true
	}
	for _, a := range alphabets {
		if letter, ok := strings.CutPrefix(name, a.prefix); ok {
			for i, n := range a.letters {
				if n == letter {
					return a.first + rune(i), true
				}
			}
		}
	}
	return 0, false
}

var (
	latin = strings.Split("A B C D E F G H I J K L M N O P Q R S T U V W X Y Z", " ")
	greek = strings.Split("ALPHA BETA GAMMA DELTA EPSILON ZETA ETA THETA IOTA KAPPA LAMDA MU NU XI OMICRON PI RHO (none) SIGMA TAU UPSILON PHI CHI PSI OMEGA", " ")
	ten   = strings.Split("ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE", " ")
)

// alphabets are runs of characters whose names differ in the last word.
var alphabets = []struct {
	prefix  string
	first   rune
	letters []string
}{
	{"LATIN CAPITAL LETTER ", 'A', latin},
	{"LATIN SMALL LETTER ", 'a', latin},
	{"GREEK CAPITAL LETTER ", 'Α', greek},
	{"GREEK SMALL LETTER ", 'α', greek},
	{"DIGIT ", '0', ten},
}

var characterNames = map[string]rune{
	"SPACE": ' ', "NO-BREAK SPACE": 0xA0, "ZERO WIDTH SPACE": 0x200B, "ZERO WIDTH JOINER": 0x200D,
	"ZERO WIDTH NON-JOINER": 0x200C, "ZERO WIDTH NO-BREAK SPACE": 0xFEFF, "EN SPACE": 0x2002, "EM SPACE": 0x2003,
	"THIN SPACE": 0x2009, "SOFT HYPHEN": 0xAD, "LINE FEED": '\n', "CARRIAGE RETURN": '\r', "ESCAPE": 0x1B, "NULL": 0,
	"EXCLAMATION MARK": '!', "QUOTATION MARK": '"', "NUMBER SIGN": '#', "DOLLAR SIGN": '$', "PERCENT SIGN": '%',
	"AMPERSAND": '&', "APOSTROPHE": '\'', "LEFT PARENTHESIS": '(', "RIGHT PARENTHESIS": ')', "ASTERISK": '*',
	"PLUS SIGN": '+', "COMMA": ',', "HYPHEN-MINUS": '-', "FULL STOP": '.', "SOLIDUS": '/', "COLON": ':',
	"SEMICOLON": ';', "LESS-THAN SIGN": '<', "EQUALS SIGN": '=', "GREATER-THAN SIGN": '>', "QUESTION MARK": '?',
	"COMMERCIAL AT": '@', "LEFT SQUARE BRACKET": '[', "REVERSE SOLIDUS": '\\', "RIGHT SQUARE BRACKET": ']',
	"CIRCUMFLEX ACCENT": '^', "LOW LINE": '_', "GRAVE ACCENT": '`', "LEFT CURLY BRACKET": '{', "VERTICAL LINE": '|',
	"RIGHT CURLY BRACKET": '}', "TILDE": '~',
	"INVERTED EXCLAMATION MARK": '¡', "CENT SIGN": '¢', "POUND SIGN": '£', "CURRENCY SIGN": '¤', "YEN SIGN": '¥',
	"SECTION SIGN": '§', "COPYRIGHT SIGN": '©', "LEFT-POINTING DOUBLE ANGLE QUOTATION MARK": '«', "NOT SIGN": '¬',
	"REGISTERED SIGN": '®', "DEGREE SIGN": '°', "PLUS-MINUS SIGN": '±', "SUPERSCRIPT TWO": '²', "SUPERSCRIPT THREE": '³',
	"MICRO SIGN": 'µ', "PILCROW SIGN": '¶', "MIDDLE DOT": '·', "SUPERSCRIPT ONE": '¹',
	"RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK": '»', "INVERTED QUESTION MARK": '¿', "MULTIPLICATION SIGN": '×',
	"DIVISION SIGN": '÷', "VULGAR FRACTION ONE HALF": '½', "VULGAR FRACTION ONE QUARTER": '¼',
	"VULGAR FRACTION THREE QUARTERS": '¾',
	"LATIN SMALL LETTER SHARP S":     'ß', "LATIN SMALL LETTER AE": 'æ', "LATIN CAPITAL LETTER AE": 'Æ',
	"LATIN SMALL LETTER E WITH ACUTE": 'é', "LATIN SMALL LETTER E WITH GRAVE": 'è', "LATIN SMALL LETTER A WITH GRAVE": 'à',
	"LATIN SMALL LETTER A WITH DIAERESIS": 'ä', "LATIN SMALL LETTER O WITH DIAERESIS": 'ö',
	"LATIN SMALL LETTER U WITH DIAERESIS": 'ü', "LATIN SMALL LETTER N WITH TILDE": 'ñ', "LATIN SMALL LETTER C WITH CEDILLA": 'ç',
	"LATIN SMALL LETTER O WITH STROKE": 'ø', "LATIN SMALL LETTER A WITH RING ABOVE": 'å',
	"COMBINING ACUTE ACCENT": 0x301, "COMBINING GRAVE ACCENT": 0x300, "COMBINING DIAERESIS": 0x308,
	"GREEK SMALL LETTER FINAL SIGMA": 'ς',
	"EN DASH":                        '–', "EM DASH": '—', "HYPHEN": '‐', "NON-BREAKING HYPHEN": 0x2011, "LEFT SINGLE QUOTATION MARK": '‘',
	"RIGHT SINGLE QUOTATION MARK": '’', "LEFT DOUBLE QUOTATION MARK": '“', "RIGHT DOUBLE QUOTATION MARK": '”',
	"DAGGER": '†', "BULLET": '•', "HORIZONTAL ELLIPSIS": '…', "PER MILLE SIGN": '‰', "PRIME": '′', "DOUBLE PRIME": '″',
	"EURO SIGN": '€', "TRADE MARK SIGN": '™', "OHM SIGN": 0x2126, "INFORMATION SOURCE": 'ℹ',
	"LEFTWARDS ARROW": '←', "UPWARDS ARROW": '↑', "RIGHTWARDS ARROW": '→', "DOWNWARDS ARROW": '↓',
	"LEFT RIGHT ARROW": '↔', "LEFTWARDS DOUBLE ARROW": '⇐', "RIGHTWARDS DOUBLE ARROW": '⇒', "LEFT RIGHT DOUBLE ARROW": '⇔',
	"FOR ALL": '∀', "PARTIAL DIFFERENTIAL": '∂', "THERE EXISTS": '∃', "EMPTY SET": '∅', "INCREMENT": '∆', "NABLA": '∇',
	"ELEMENT OF": '∈', "N-ARY PRODUCT": '∏', "N-ARY SUMMATION": '∑', "MINUS SIGN": '−', "SQUARE ROOT": '√', "INFINITY": '∞',
	"LOGICAL AND": '∧', "LOGICAL OR": '∨', "INTERSECTION": '∩', "UNION": '∪', "INTEGRAL": '∫', "ALMOST EQUAL TO": '≈',
	"NOT EQUAL TO": '≠', "IDENTICAL TO": '≡', "LESS-THAN OR EQUAL TO": '≤', "GREATER-THAN OR EQUAL TO": '≥',
	"BOX DRAWINGS LIGHT HORIZONTAL": '─', "BOX DRAWINGS LIGHT VERTICAL": '│', "FULL BLOCK": '█', "LIGHT SHADE": '░',
	"MEDIUM SHADE": '▒', "DARK SHADE": '▓', "BLACK SQUARE": '■', "WHITE SQUARE": '□', "BLACK CIRCLE": '●', "WHITE CIRCLE": '○',
	"BLACK STAR": '★', "WHITE STAR": '☆', "SNOWMAN": '☃', "CLOUD": '☁', "UMBRELLA": '☂', "COMET": '☄', "BLACK HEART SUIT": '♥',
	"WARNING SIGN": '⚠', "HIGH VOLTAGE SIGN": '⚡', "CHECK MARK": '✓', "HEAVY CHECK MARK": '✔', "MULTIPLICATION X": '✕',
	"BALLOT X": '✗', "HEAVY BALLOT X": '✘', "WHITE HEAVY CHECK MARK": '✅', "CROSS MARK": '❌', "SPARKLES": '✨',
	"HOURGLASS": '⌛', "WATCH": '⌚', "ALARM CLOCK": '⏰', "SNAKE": '🐍', "BUG": '🐛', "PILE OF POO": '💩', "ROCKET": '🚀',
	"GRINNING FACE": '😀', "FACE WITH TEARS OF JOY": '😂', "SMILING FACE WITH SUNGLASSES": '😎', "FIRE": '🔥', "PARTY POPPER": '🎉',
	"THUMBS UP SIGN": '👍', "EYES": '👀', "REPLACEMENT CHARACTER": 0xFFFD, "HEAVY BLACK HEART": '❤',
	"SLICE OF PIZZA": '🍕',
}
