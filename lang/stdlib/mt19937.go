package stdlib

import "math/big"

// twister is the Mersenne Twister MT19937 of Matsumoto and Nishimura, which is
// Python's generator.
type twister struct {
	state [twisterSize]uint32
	next  int // index of the next word of state to give out
}

const (
	twisterSize  = 624
	twisterShift = 397
)

// seedWord fills the state from one word.
func (g *twister) seedWord(s uint32) {
	g.state[0] = s
	for i := 1; i < twisterSize; i++ {
		prev := g.state[i-1]
		g.state[i] = 1812433253*(prev^prev>>30) + uint32(i)
	}
	g.next = twisterSize
}

// seed fills the state from the words of a key, the lowest first.
func (g *twister) seed(key []uint32) {
	g.seedWord(19650218)
	s := &g.state
	i, j := 1, 0
	step := func() {
		if i++; i == twisterSize {
			s[0] = s[twisterSize-1]
			i = 1
		}
	}
	for range max(twisterSize, len(key)) {
		prev := s[i-1]
		s[i] = s[i] ^ (prev^prev>>30)*1664525 + key[j] + uint32(j)
		step()
		if j++; j == len(key) {
			j = 0
		}
	}
	for range twisterSize - 1 {
		prev := s[i-1]
		s[i] = s[i] ^ (prev^prev>>30)*1566083941 - uint32(i)
		step()
	}
	s[0] = 1 << 31
}

// seedInt fills the state from the absolute value of n.
func (g *twister) seedInt(n *big.Int) {
	b := new(big.Int).Abs(n).Bytes()
	key := make([]uint32, max(1, (len(b)+3)/4))
	for i := range b {
		at := len(b) - 1 - i // from the lowest byte
		key[i/4] |= uint32(b[at]) << (8 * (i % 4))
	}
	g.seed(key)
}

// uint32 is the next 32 bits.
func (g *twister) uint32() uint32 {
	if g.next >= twisterSize {
		g.refill()
	}
	y := g.state[g.next]
	g.next++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

func (g *twister) refill() {
	s := &g.state
	for i := range s {
		y := s[i]&(1<<31) | s[(i+1)%twisterSize]&(1<<31-1)
		s[i] = s[(i+twisterShift)%twisterSize] ^ y>>1 ^ -(y&1)&0x9908b0df
	}
	g.next = 0
}

// float64 is the next number in [0, 1): 53 bits of two words.
func (g *twister) float64() float64 {
	hi, lo := g.uint32()>>5, g.uint32()>>6
	return (float64(hi)*(1<<26) + float64(lo)) * (1.0 / (1 << 53))
}

// bits is a number of k bits, 0 < k <= 64.
func (g *twister) bits(k int) uint64 {
	if k <= 32 {
		return uint64(g.uint32() >> (32 - k))
	}
	low := uint64(g.uint32())
	return low | uint64(g.uint32()>>(64-k))<<32
}

// bytes is n bytes: those of a number of 8n bits, the lowest first.
func (g *twister) bytes(n int) []byte {
	b := make([]byte, 0, n+3)
	for len(b) < n {
		w := g.uint32()
		if left := n - len(b); left < 4 {
			w >>= 8 * (4 - left)
		}
		b = append(b, byte(w), byte(w>>8), byte(w>>16), byte(w>>24))
	}
	return b[:n]
}
