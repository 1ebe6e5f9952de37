package runtime

import "strconv"

// The errors of encoding and decoding.

// unicodeError makes a UnicodeEncodeError or UnicodeDecodeError for the part of
// text (a str or bytes) from start to end.
func (t *Thread) unicodeError(typ *Type, encoding string, text Value, start, end int, reason string) error {
	args := []Value{NewStr(encoding), text, Int(int64(start)), Int(int64(end)), NewStr(reason)}
	return &Exception{Hdr: Hdr{typ}, args: args, extra: &excFields{args}}
}

// reprSmall is repr of a small int.
func reprSmall(n int64) string { return strconv.FormatInt(n, 10) }
