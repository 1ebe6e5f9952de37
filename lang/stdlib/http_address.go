package stdlib

import (
	"strings"
)

// Addresses: what the simulated network goes by, and the query strings that URLs
// and forms carry.

// splitURL takes an absolute URL apart. ok is false if it is none. The scheme
// comes in small letters; the rest as it is written, without its fragment.
func splitURL(url string) (scheme, host, path, query string, ok bool) {
	url, _, _ = strings.Cut(url, "#")
	scheme, rest, ok := strings.Cut(url, "://")
	if !ok || !isScheme(scheme) {
		return "", "", "", "", false
	}
	rest, query, _ = strings.Cut(rest, "?")
	host = rest
	if i := strings.IndexByte(rest, '/'); i >= 0 {
		host, path = rest[:i], rest[i:]
	}
	if path == "" {
		path = "/"
	}
	return strings.ToLower(scheme), host, path, query, true
}

func isScheme(s string) bool {
	for i := range len(s) {
		c := s[i] | 0x20
		letter := 'a' <= c && c <= 'z'
		if !letter && (i == 0 || !strings.ContainsRune("0123456789+-.", rune(s[i]))) {
			return false
		}
	}
	return s != ""
}

// address is what routes go by: scheme://host/path with the host in small letters
// and without the scheme's default port.
func address(scheme, host, path string) string {
	host = strings.ToLower(host)
	switch scheme {
	case "http":
		host = strings.TrimSuffix(host, ":80")
	case "https":
		host = strings.TrimSuffix(host, ":443")
	}
	return scheme + "://" + host + path
}

// unquotePlus decodes the escapes of a part of a query; bytes that are no UTF-8
// become the replacement character.
func unquotePlus(s string) string { return unquote(plusToSpace(s)) }

func plusToSpace(s string) string { return strings.ReplaceAll(s, "+", " ") }

// unquote decodes %xx escapes; what is no escape stays.
func unquote(s string) string {
	if strings.IndexByte(s, '%') < 0 {
		return s
	}
	return strings.ToValidUTF8(unquoteBytes(s), "\uFFFD")
}

func unquoteBytes(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			if hi, lo := unhex(s[i+1]), unhex(s[i+2]); hi >= 0 && lo >= 0 {
				b.WriteByte(byte(hi<<4 | lo))
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func unhex(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// quote escapes all bytes but letters, digits, "_.-~" and those in safe.
func quote(s, safe string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		l := c | 0x20
		if 'a' <= l && l <= 'z' || '0' <= c && c <= '9' || strings.IndexByte("_.-~", c) >= 0 || c < 0x80 && strings.IndexByte(safe, c) >= 0 {
			b.WriteByte(c)
		} else {
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}

// quotePlus is quote with spaces as plus signs, as forms have them.
func quotePlus(s, safe string) string {
	if strings.IndexByte(s, ' ') < 0 {
		return quote(s, safe)
	}
	return strings.ReplaceAll(quote(s, safe+" "), " ", "+")
}

// eachPair calls f with the decoded names and values of a query string.
func eachPair(query string, f func(name, value string)) {
	for query != "" {
		var pair string
		pair, query, _ = strings.Cut(query, "&")
		if pair != "" {
			name, value, _ := strings.Cut(pair, "=")
			f(unquotePlus(name), unquotePlus(value))
		}
	}
}
