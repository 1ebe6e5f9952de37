package runtime

import (
	"fmt"
	"strconv"
)

// The errors of encoding and decoding.

// unicodeError makes a UnicodeEncodeError or UnicodeDecodeError for the part of
// text (a str or bytes) from start to end.
func (t *Thread) unicodeError(typ *Type, encoding string, text Value, start, end int, reason string) error {
	return &Exception{Hdr: Hdr{typ}, args: []Value{NewStr(encoding), text, Int(int64(start)), Int(int64(end)), NewStr(reason)}}
}

// unicodeErrorText is str of a UnicodeEncodeError or UnicodeDecodeError; ok is
// false if its arguments are not those of one.
func unicodeErrorText(e *Exception) (text string, ok bool) {
	if len(e.args) != 5 {
		return "", false
	}
	encoding, reason := AsStr(e.args[0]), AsStr(e.args[4])
	if encoding == nil || reason == nil || !e.args[2].IsSmallInt() || !e.args[3].IsSmallInt() {
		return "", false
	}
	start, end := int(e.args[2].n), int(e.args[3].n)
	one := end == start+1 && start >= 0
	verb, what, shown := "", "", ""
	if s := AsStr(e.args[1]); s != nil {
		verb, what = "encode", "character"
		if one = one && start < s.n; one {
			c, _ := decodeCodePoint(s.s[s.offset(start):])
			shown = "'" + string(appendEscape(nil, c)) + "'"
		}
	} else if b := As[BytesObj](e.args[1], &BytesType); b != nil {
		verb, what = "decode", "byte"
		if one = one && start < len(b.b); one {
			shown = fmt.Sprintf("0x%02x", b.b[start])
		}
	} else {
		return "", false
	}
	if one {
		return fmt.Sprintf("'%s' codec can't %s %s %s in position %d: %s", encoding.s, verb, what, shown, start, reason.s), true
	}
	return fmt.Sprintf("'%s' codec can't %s %ss in position %d-%d: %s", encoding.s, verb, what, start, end-1, reason.s), true
}

// reprSmall is repr of a small int.
func reprSmall(n int64) string { return strconv.FormatInt(n, 10) }
