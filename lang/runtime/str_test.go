package runtime

import (
	"strings"
	"testing"
)

// TestConcatShares checks that adding to a string in the room behind it changes
// no other string that shares the room.
func TestConcatShares(t *testing.T) {
	th := &Thread{VM: &VM{}}
	add := func(x *Str, y string) *Str {
		v, err := th.concat(x, NewStrObj(y))
		if err != nil {
			t.Fatal(err)
		}
		return AsStr(v)
	}
	base := add(NewStrObj(strings.Repeat("x", longText)), "é")
	first := add(base, "one")
	second := add(base, "two")
	third := add(first, "three")
	for _, c := range []struct {
		s    *Str
		tail string
	}{{base, "é"}, {first, "éone"}, {second, "étwo"}, {third, "éonethree"}} {
		want := strings.Repeat("x", longText) + c.tail
		if c.s.s != want || c.s.n != countCodePoints(want) {
			t.Errorf("got %q of %d code points, want %q", c.s.s[longText:], c.s.n, c.tail)
		}
	}
}

func TestOffsets(t *testing.T) {
	for _, text := range []string{"", "abc", "é", "a😀é", strings.Repeat("aé日😀\xed\xa0\x80", 100)} {
		s := NewStrObj(text)
		var want []int
		for i := 0; i < len(text); i++ {
			if text[i]&0xC0 != 0x80 {
				want = append(want, i)
			}
		}
		if s.n != len(want) {
			t.Fatalf("%q has %d code points, want %d", text, s.n, len(want))
		}
		for i, at := range append(want, len(text)) {
			if got := s.offset(i); got != at {
				t.Errorf("code point %d of %.20q… is at %d, want %d", i, text, got, at)
			}
			if got := s.position(at); got != i {
				t.Errorf("offset %d of %.20q… is code point %d, want %d", at, text, got, i)
			}
		}
	}
}

func TestReserve(t *testing.T) {
	th := &Thread{VM: &VM{Config: Config{Memory: 1000}}}
	for _, c := range []struct {
		size int
		n    int64
		ok   bool
	}{{1, 1000, true}, {1, 1001, false}, {1 << 40, 1 << 40, false}, {0, 1 << 62, true}, {10, 0, true}} {
		if err := th.reserveTimes(c.size, c.n); (err == nil) != c.ok {
			t.Errorf("reserveTimes(%d, %d) = %v", c.size, c.n, err)
		}
	}
}

// TestHashTextDiffers checks that texts which differ little have different hashes.
func TestHashTextDiffers(t *testing.T) {
	seen := map[uint64]string{}
	for _, prefix := range []string{"", "key", "a longer prefix "} {
		for i := range 2000 {
			s := prefix + reprSmall(int64(i))
			h := hashText(s)
			if other, ok := seen[h]; ok {
				t.Errorf("%q and %q have the same hash", s, other)
			}
			seen[h] = s
		}
	}
}
