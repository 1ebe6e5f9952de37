package runtime

import (
	"unicode/utf8"
	"unsafe"

	"github.com/coro-lang/coro/lang/compiler"
)

const instrSize = unsafe.Sizeof(compiler.Instr(0))

// cellSize is the bytes of a register or constant.
const cellSize = unsafe.Sizeof(Value{})

// window is the registers of an activation. Every stack has a window's length of
// room above the last place where one may begin.
type window = [256]Value

// hot runs the program until the activation that was entered from Go ends or
// suspends; t.ret and t.err hold the outcome.
//
// It is the inner loop of everything, and laid out for the Go compiler: only the
// instruction pointer, the registers and the constants live in it, and it makes
// no call but one, to slow, so that nothing is spilled around the arms. An arm
// does the common case and continues, or leaves the switch for slow. The function
// has to stay below the size from which Go inlines nothing into it any more, which
// is why the rarer jumps share their end and what arms have in common is in
// functions so small that they are always inlined. The addresses it computes are proved in range by compiler.Verify before a program
// runs.
func (t *Thread) hot() {
	ip, regs, consts := t.ip, t.regs, t.consts
	for {
		in := *(*compiler.Instr)(ip)
		ip = unsafe.Add(ip, instrSize)
		a := (*Value)(unsafe.Add(unsafe.Pointer(regs), uintptr(uint8(in>>8))*cellSize))
		switch compiler.Op(in) {
		case compiler.OpNop:
			continue
		case compiler.OpMove:
			*a = regs[uint8(in>>16)]
			continue
		case compiler.OpLoadInt:
			a.setInt(int64(in) >> 32)
			continue
		case compiler.OpLoadConst:
			*a = *(*Value)(unsafe.Add(consts, uintptr(in>>32)*cellSize))
			continue
		case compiler.OpLoadGlobal:
			v := (*Value)(unsafe.Add(t.module.base, uintptr(in>>32)*cellSize))
			if v.p != unsafe.Pointer(&missingTag) {
				*a = *v
				continue
			}
		case compiler.OpStoreGlobal:
			m := t.module
			if i := uintptr(in >> 32); m.bound[i] {
				*(*Value)(unsafe.Add(m.base, i*cellSize)) = *a
				continue
			}
		case compiler.OpLoadFree:
			v := &t.fn.free[in>>32].v
			if v.p != unsafe.Pointer(&missingTag) {
				*a = *v
				continue
			}
		case compiler.OpStoreFree:
			t.fn.free[in>>32].v = *a
			continue
		case compiler.OpLoadCell:
			v := &(*Cell)(regs[uint8(in>>16)].p).v
			if v.p != unsafe.Pointer(&missingTag) {
				*a = *v
				continue
			}
		case compiler.OpStoreCell:
			(*Cell)(regs[uint8(in>>16)].p).v = *a
			continue
		case compiler.OpCheckBound:
			if a.p != unsafe.Pointer(&missingTag) {
				continue
			}

		case compiler.OpAdd:
			b, c := &regs[uint8(in>>16)], &regs[uint8(in>>24)]
			if b.p == nil && c.p == nil {
				r := b.n + c.n
				if (b.n^r)&(c.n^r) >= 0 {
					a.setInt(r)
					continue
				}
			} else if floats(b, c) {
				if f := b.Float64() + c.Float64(); f == f { // each NaN is one of its own
					a.setFloat(f)
					continue
				}
			}
		case compiler.OpSub:
			b, c := &regs[uint8(in>>16)], &regs[uint8(in>>24)]
			if b.p == nil && c.p == nil {
				r := b.n - c.n
				if (b.n^c.n)&(b.n^r) >= 0 {
					a.setInt(r)
					continue
				}
			} else if floats(b, c) {
				if f := b.Float64() - c.Float64(); f == f { // each NaN is one of its own
					a.setFloat(f)
					continue
				}
			}
		case compiler.OpMul:
			b, c := &regs[uint8(in>>16)], &regs[uint8(in>>24)]
			if b.p == nil && c.p == nil {
				if uint64(b.n+1<<31) < 1<<32 && uint64(c.n+1<<31) < 1<<32 {
					a.setInt(b.n * c.n)
					continue
				}
			} else if floats(b, c) {
				if f := b.Float64() * c.Float64(); f == f { // each NaN is one of its own
					a.setFloat(f)
					continue
				}
			}
		case compiler.OpDiv:
			b, c := &regs[uint8(in>>16)], &regs[uint8(in>>24)]
			if floats(b, c) {
				if d := c.Float64(); d != 0 {
					if f := b.Float64() / d; f == f {
						a.setFloat(f)
						continue
					}
				}
			}
		case compiler.OpFloorDiv:
			b, c := &regs[uint8(in>>16)], &regs[uint8(in>>24)]
			if b.p == nil && c.p == nil && c.n > 0 {
				q := b.n / c.n
				if q*c.n > b.n {
					q--
				}
				a.setInt(q)
				continue
			}
		case compiler.OpMod:
			b, c := &regs[uint8(in>>16)], &regs[uint8(in>>24)]
			if b.p == nil && c.p == nil && c.n > 0 {
				r := b.n % c.n
				if r < 0 {
					r += c.n
				}
				a.setInt(r)
				continue
			}
		case compiler.OpAnd:
			b, c := &regs[uint8(in>>16)], &regs[uint8(in>>24)]
			if b.p == nil && c.p == nil {
				a.setInt(b.n & c.n)
				continue
			}
		case compiler.OpOr:
			b, c := &regs[uint8(in>>16)], &regs[uint8(in>>24)]
			if b.p == nil && c.p == nil {
				a.setInt(b.n | c.n)
				continue
			}
		case compiler.OpXor:
			b, c := &regs[uint8(in>>16)], &regs[uint8(in>>24)]
			if b.p == nil && c.p == nil {
				a.setInt(b.n ^ c.n)
				continue
			}
		case compiler.OpAddInt:
			b := &regs[uint8(in>>16)]
			if b.p == nil {
				c := int64(in) >> 32
				r := b.n + c
				if (b.n^r)&(c^r) >= 0 {
					a.setInt(r)
					continue
				}
			}
		case compiler.OpSubInt:
			b := &regs[uint8(in>>16)]
			if b.p == nil {
				c := int64(in) >> 32
				r := b.n - c
				if (b.n^c)&(b.n^r) >= 0 {
					a.setInt(r)
					continue
				}
			}
		case compiler.OpMulInt:
			b := &regs[uint8(in>>16)]
			if b.p == nil && uint64(b.n+1<<31) < 1<<32 {
				a.setInt(b.n * (int64(in) >> 32))
				continue
			}
		case compiler.OpFloorDivInt:
			b := &regs[uint8(in>>16)]
			if c := int64(in) >> 32; b.p == nil && c > 0 {
				q := b.n / c
				if q*c > b.n {
					q--
				}
				a.setInt(q)
				continue
			}
		case compiler.OpModInt:
			b := &regs[uint8(in>>16)]
			if c := int64(in) >> 32; b.p == nil && c > 0 {
				var r int64
				if uint64(b.n) < 1<<32 {
					r = int64(uint32(b.n) % uint32(c))
				} else if r = b.n % c; r < 0 {
					r += c
				}
				a.setInt(r)
				continue
			}
		case compiler.OpAndInt:
			if b := &regs[uint8(in>>16)]; b.p == nil {
				a.setInt(b.n & (int64(in) >> 32))
				continue
			}

		case compiler.OpEq, compiler.OpNe, compiler.OpLt, compiler.OpLe, compiler.OpGt, compiler.OpGe:
			b, c := &regs[uint8(in>>16)], &regs[uint8(in>>24)]
			if b.p == nil && c.p == nil {
				var r bool
				switch compiler.Op(in) {
				case compiler.OpEq:
					r = b.n == c.n
				case compiler.OpNe:
					r = b.n != c.n
				case compiler.OpLt:
					r = b.n < c.n
				case compiler.OpLe:
					r = b.n <= c.n
				case compiler.OpGt:
					r = b.n > c.n
				default:
					r = b.n >= c.n
				}
				a.setBool(r)
				continue
			}
		case compiler.OpIs:
			a.setBool(regs[uint8(in>>16)] == regs[uint8(in>>24)])
			continue
		case compiler.OpIsNot:
			a.setBool(regs[uint8(in>>16)] != regs[uint8(in>>24)])
			continue
		case compiler.OpNot:
			b := &regs[uint8(in>>16)]
			if b.p == nil || b.p == unsafe.Pointer(&boolTag) {
				a.setBool(b.n == 0)
				continue
			}

		case compiler.OpJump:
			ip = unsafe.Add(ip, int64(in)>>32*int64(instrSize))
			continue
		case compiler.OpJumpBack:
			ip = unsafe.Add(ip, int64(in)>>32*int64(instrSize))
			if t.stop.Load() == 0 {
				continue
			}
		case compiler.OpJumpTrue:
			if a.p == nil || a.p == unsafe.Pointer(&boolTag) {
				if a.n == 0 {
					continue
				}
				goto jump
			}
		case compiler.OpJumpFalse:
			if a.p == nil || a.p == unsafe.Pointer(&boolTag) {
				if a.n != 0 {
					continue
				}
				goto jump
			}
		case compiler.OpJumpNone:
			if a.p == unsafe.Pointer(&noneTag) {
				goto jump
			}
			continue
		case compiler.OpJumpNotNone:
			if a.p != unsafe.Pointer(&noneTag) {
				goto jump
			}
			continue

		case compiler.OpJumpEq:
			b := &regs[uint8(in>>16)]
			if a.p == nil && b.p == nil {
				if a.n != b.n {
					continue
				}
			} else if floats(a, b) {
				if !(a.Float64() == b.Float64()) {
					continue
				}
			} else {
				break
			}
			ip = unsafe.Add(ip, int64(in)>>32*int64(instrSize))
			if int64(in) >= 0 || t.stop.Load() == 0 {
				continue
			}
			in = compiler.Instr(compiler.OpJumpBack)
		case compiler.OpJumpEqK:
			b := (*Value)(unsafe.Add(consts, uintptr(uint8(in>>16))*cellSize))
			if a.p == nil && b.p == nil {
				if a.n != b.n {
					continue
				}
			} else if floats(a, b) {
				if !(a.Float64() == b.Float64()) {
					continue
				}
			} else {
				break
			}
			ip = unsafe.Add(ip, int64(in)>>32*int64(instrSize))
			if int64(in) >= 0 || t.stop.Load() == 0 {
				continue
			}
			in = compiler.Instr(compiler.OpJumpBack)
		case compiler.OpJumpNe:
			b := &regs[uint8(in>>16)]
			if a.p == nil && b.p == nil {
				if a.n == b.n {
					continue
				}
			} else if floats(a, b) {
				if !(a.Float64() != b.Float64()) {
					continue
				}
			} else {
				break
			}
			goto jump
		case compiler.OpJumpNeK:
			b := (*Value)(unsafe.Add(consts, uintptr(uint8(in>>16))*cellSize))
			if a.p == nil && b.p == nil {
				if a.n == b.n {
					continue
				}
			} else if floats(a, b) {
				if !(a.Float64() != b.Float64()) {
					continue
				}
			} else {
				break
			}
			goto jump
		case compiler.OpJumpLt:
			b := &regs[uint8(in>>16)]
			if a.p == nil && b.p == nil {
				if a.n >= b.n {
					continue
				}
			} else if floats(a, b) {
				if !(a.Float64() < b.Float64()) {
					continue
				}
			} else {
				break
			}
			ip = unsafe.Add(ip, int64(in)>>32*int64(instrSize))
			if int64(in) >= 0 || t.stop.Load() == 0 {
				continue
			}
			in = compiler.Instr(compiler.OpJumpBack)
		case compiler.OpJumpLtK:
			b := (*Value)(unsafe.Add(consts, uintptr(uint8(in>>16))*cellSize))
			if a.p == nil && b.p == nil {
				if a.n >= b.n {
					continue
				}
			} else if floats(a, b) {
				if !(a.Float64() < b.Float64()) {
					continue
				}
			} else {
				break
			}
			ip = unsafe.Add(ip, int64(in)>>32*int64(instrSize))
			if int64(in) >= 0 || t.stop.Load() == 0 {
				continue
			}
			in = compiler.Instr(compiler.OpJumpBack)
		case compiler.OpJumpNotLt:
			b := &regs[uint8(in>>16)]
			if a.p == nil && b.p == nil {
				if a.n < b.n {
					continue
				}
			} else if floats(a, b) {
				if a.Float64() < b.Float64() {
					continue
				}
			} else {
				break
			}
			if int64(in) >= 0 {
				ip = unsafe.Add(ip, int64(in)>>32*int64(instrSize))
				continue
			}
			goto back
		case compiler.OpJumpNotLtK:
			b := (*Value)(unsafe.Add(consts, uintptr(uint8(in>>16))*cellSize))
			if a.p == nil && b.p == nil {
				if a.n < b.n {
					continue
				}
			} else if floats(a, b) {
				if a.Float64() < b.Float64() {
					continue
				}
			} else {
				break
			}
			if int64(in) >= 0 {
				ip = unsafe.Add(ip, int64(in)>>32*int64(instrSize))
				continue
			}
			goto back
		case compiler.OpJumpLe:
			b := &regs[uint8(in>>16)]
			if a.p == nil && b.p == nil {
				if a.n > b.n {
					continue
				}
			} else if floats(a, b) {
				if !(a.Float64() <= b.Float64()) {
					continue
				}
			} else {
				break
			}
			ip = unsafe.Add(ip, int64(in)>>32*int64(instrSize))
			if int64(in) >= 0 || t.stop.Load() == 0 {
				continue
			}
			in = compiler.Instr(compiler.OpJumpBack)
		case compiler.OpJumpLeK:
			b := (*Value)(unsafe.Add(consts, uintptr(uint8(in>>16))*cellSize))
			if a.p == nil && b.p == nil {
				if a.n > b.n {
					continue
				}
			} else if floats(a, b) {
				if !(a.Float64() <= b.Float64()) {
					continue
				}
			} else {
				break
			}
			ip = unsafe.Add(ip, int64(in)>>32*int64(instrSize))
			if int64(in) >= 0 || t.stop.Load() == 0 {
				continue
			}
			in = compiler.Instr(compiler.OpJumpBack)
		case compiler.OpJumpNotLe:
			b := &regs[uint8(in>>16)]
			if a.p == nil && b.p == nil {
				if a.n <= b.n {
					continue
				}
			} else if floats(a, b) {
				if a.Float64() <= b.Float64() {
					continue
				}
			} else {
				break
			}
			if int64(in) >= 0 {
				ip = unsafe.Add(ip, int64(in)>>32*int64(instrSize))
				continue
			}
			goto back
		case compiler.OpJumpNotLeK:
			b := (*Value)(unsafe.Add(consts, uintptr(uint8(in>>16))*cellSize))
			if a.p == nil && b.p == nil {
				if a.n <= b.n {
					continue
				}
			} else if floats(a, b) {
				if a.Float64() <= b.Float64() {
					continue
				}
			} else {
				break
			}
			if int64(in) >= 0 {
				ip = unsafe.Add(ip, int64(in)>>32*int64(instrSize))
				continue
			}
			goto back
		case compiler.OpJumpGt:
			b := &regs[uint8(in>>16)]
			if a.p == nil && b.p == nil {
				if a.n <= b.n {
					continue
				}
			} else if floats(a, b) {
				if !(a.Float64() > b.Float64()) {
					continue
				}
			} else {
				break
			}
			ip = unsafe.Add(ip, int64(in)>>32*int64(instrSize))
			if int64(in) >= 0 || t.stop.Load() == 0 {
				continue
			}
			in = compiler.Instr(compiler.OpJumpBack)
		case compiler.OpJumpGtK:
			b := (*Value)(unsafe.Add(consts, uintptr(uint8(in>>16))*cellSize))
			if a.p == nil && b.p == nil {
				if a.n <= b.n {
					continue
				}
			} else if floats(a, b) {
				if !(a.Float64() > b.Float64()) {
					continue
				}
			} else {
				break
			}
			ip = unsafe.Add(ip, int64(in)>>32*int64(instrSize))
			if int64(in) >= 0 || t.stop.Load() == 0 {
				continue
			}
			in = compiler.Instr(compiler.OpJumpBack)
		case compiler.OpJumpNotGt:
			b := &regs[uint8(in>>16)]
			if a.p == nil && b.p == nil {
				if a.n > b.n {
					continue
				}
			} else if floats(a, b) {
				if a.Float64() > b.Float64() {
					continue
				}
			} else {
				break
			}
			if int64(in) >= 0 {
				ip = unsafe.Add(ip, int64(in)>>32*int64(instrSize))
				continue
			}
			goto back
		case compiler.OpJumpNotGtK:
			b := (*Value)(unsafe.Add(consts, uintptr(uint8(in>>16))*cellSize))
			if a.p == nil && b.p == nil {
				if a.n > b.n {
					continue
				}
			} else if floats(a, b) {
				if a.Float64() > b.Float64() {
					continue
				}
			} else {
				break
			}
			if int64(in) >= 0 {
				ip = unsafe.Add(ip, int64(in)>>32*int64(instrSize))
				continue
			}
			goto back
		case compiler.OpJumpGe:
			b := &regs[uint8(in>>16)]
			if a.p == nil && b.p == nil {
				if a.n < b.n {
					continue
				}
			} else if floats(a, b) {
				if !(a.Float64() >= b.Float64()) {
					continue
				}
			} else {
				break
			}
			goto jump
		case compiler.OpJumpGeK:
			b := (*Value)(unsafe.Add(consts, uintptr(uint8(in>>16))*cellSize))
			if a.p == nil && b.p == nil {
				if a.n < b.n {
					continue
				}
			} else if floats(a, b) {
				if !(a.Float64() >= b.Float64()) {
					continue
				}
			} else {
				break
			}
			goto jump
		case compiler.OpJumpNotGe:
			b := &regs[uint8(in>>16)]
			if a.p == nil && b.p == nil {
				if a.n >= b.n {
					continue
				}
			} else if floats(a, b) {
				if a.Float64() >= b.Float64() {
					continue
				}
			} else {
				break
			}
			goto jump
		case compiler.OpJumpNotGeK:
			b := (*Value)(unsafe.Add(consts, uintptr(uint8(in>>16))*cellSize))
			if a.p == nil && b.p == nil {
				if a.n >= b.n {
					continue
				}
			} else if floats(a, b) {
				if a.Float64() >= b.Float64() {
					continue
				}
			} else {
				break
			}
			goto jump

		case compiler.OpJumpNotEq:
			b := &regs[uint8(in>>16)]
			if a.p == nil && b.p == nil {
				if a.n == b.n {
					continue
				}
			} else if floats(a, b) {
				if a.Float64() == b.Float64() {
					continue
				}
			} else {
				break
			}
			if int64(in) >= 0 {
				ip = unsafe.Add(ip, int64(in)>>32*int64(instrSize))
				continue
			}
			goto back
		case compiler.OpJumpNotEqK:
			b := (*Value)(unsafe.Add(consts, uintptr(uint8(in>>16))*cellSize))
			if a.p == nil && b.p == nil {
				if a.n == b.n {
					continue
				}
			} else if floats(a, b) {
				if a.Float64() == b.Float64() {
					continue
				}
			} else {
				break
			}
			if int64(in) >= 0 {
				ip = unsafe.Add(ip, int64(in)>>32*int64(instrSize))
				continue
			}
			goto back
		case compiler.OpJumpNotNe:
			b := &regs[uint8(in>>16)]
			if a.p == nil && b.p == nil {
				if a.n != b.n {
					continue
				}
			} else if floats(a, b) {
				if a.Float64() != b.Float64() {
					continue
				}
			} else {
				break
			}
			goto jump
		case compiler.OpJumpNotNeK:
			b := (*Value)(unsafe.Add(consts, uintptr(uint8(in>>16))*cellSize))
			if a.p == nil && b.p == nil {
				if a.n != b.n {
					continue
				}
			} else if floats(a, b) {
				if a.Float64() != b.Float64() {
					continue
				}
			} else {
				break
			}
			goto jump

		case compiler.OpGetItem:
			b, c := &regs[uint8(in>>16)], &regs[uint8(in>>24)]
			if b.p != nil && c.p == nil {
				switch (*Hdr)(b.p).typ {
				case &ListType:
					if l := (*List)(b.p); uint64(c.n) < uint64(len(l.items)) {
						*a = l.items[c.n]
						continue
					}
				case &TupleType:
					if l := (*Tuple)(b.p); uint64(c.n) < uint64(len(l.items)) {
						*a = l.items[c.n]
						continue
					}
				}
			}
		case compiler.OpGetItemInt:
			b := &regs[uint8(in>>16)]
			if b.p != nil {
				i := int64(in) >> 32
				switch (*Hdr)(b.p).typ {
				case &ListType:
					if l := (*List)(b.p); uint64(i) < uint64(len(l.items)) {
						*a = l.items[i]
						continue
					}
				case &TupleType:
					if l := (*Tuple)(b.p); uint64(i) < uint64(len(l.items)) {
						*a = l.items[i]
						continue
					}
				}
			}
		case compiler.OpSetItem:
			b := &regs[uint8(in>>16)]
			if a.p != nil && b.p == nil && (*Hdr)(a.p).typ == &ListType {
				if l := (*List)(a.p); uint64(b.n) < uint64(len(l.items)) {
					l.items[b.n] = regs[uint8(in>>24)]
					continue
				}
			}
		case compiler.OpListAppend:
			if l := (*List)(a.p); len(l.items) < cap(l.items) {
				l.items = l.items[:len(l.items)+1]
				l.items[len(l.items)-1] = regs[uint8(in>>16)]
				continue
			}

		case compiler.OpGetAttr:
			b := &regs[uint8(in>>16)]
			if b.p != nil {
				s := (*site)(unsafe.Add(t.sites, uintptr(in>>32)*siteSize))
				typ := (*Hdr)(b.p).typ
				if s.typ == typ && s.version == typ.version {
					if s.kind == siteField {
						if o := (*Instance)(b.p); o.attrs.shape == s.shape {
							*a = o.attrs.vals[s.index]
							continue
						}
					} else if s.kind == siteModule && unsafe.Pointer(s.mod) == b.p {
						if v := (*Value)(unsafe.Add(s.mod.base, uintptr(s.index)*cellSize)); v.p != unsafe.Pointer(&missingTag) && s.mod.bound[s.index] {
							*a = *v
							continue
						}
					}
				}
			}
		case compiler.OpSetAttr:
			if a.p != nil {
				s := (*site)(unsafe.Add(t.sites, uintptr(in>>32)*siteSize))
				typ := (*Hdr)(a.p).typ
				if s.typ == typ && s.version == typ.version {
					o := (*Instance)(a.p)
					if s.kind == siteField {
						if o.attrs.shape == s.shape {
							o.attrs.vals[s.index] = regs[uint8(in>>16)]
							continue
						}
					} else if s.kind == siteAdd {
						if n := len(o.attrs.vals); o.attrs.shape == s.shape && o.attrs.dict == nil && n < cap(o.attrs.vals) {
							o.attrs.shape = s.next
							o.attrs.vals = o.attrs.vals[:n+1]
							o.attrs.vals[n] = regs[uint8(in>>16)]
							continue
						}
					}
				}
			}
		case compiler.OpLoadMethod:
			b := &regs[uint8(in>>16)]
			if b.p != nil {
				s := (*site)(unsafe.Add(t.sites, uintptr(in>>32)*siteSize))
				if typ := (*Hdr)(b.p).typ; s.typ == typ && s.version == typ.version {
					if s.kind == siteModule {
						if unsafe.Pointer(s.mod) == b.p && s.mod.bound[s.index] {
							v := *(*Value)(unsafe.Add(s.mod.base, uintptr(s.index)*cellSize))
							to := (*values2)(unsafe.Pointer(a))
							to.a, to.b = Value{p: unsafe.Pointer(&missingTag)}, v
							continue
						}
					} else if s.kind == siteTypeMethod ||
						s.kind == siteMethod && (*Instance)(b.p).attrs.shape == s.shape ||
						s.kind == siteMixedMethod && *(*unsafe.Pointer)(unsafe.Add(b.p, s.index)) == nil {
						to, v := (*values2)(unsafe.Pointer(a)), *b
						to.a, to.b = s.val, v
						continue
					}
				}
			}
		case compiler.OpEnter:
			if b := &regs[uint8(in>>16)]; b.p != nil && entered(a, b, unsafe.Add(t.sites, uintptr(in>>32)*siteSize)) {
				continue
			}

		case compiler.OpCall:
			if a.p != nil && (*Hdr)(a.p).typ == &FunctionType {
				fn := (*Func)(a.p)
				p := fn.proto
				if p.fast == int(uint8(in>>16)) && p.module == t.module && uint(t.fp) < uint(t.fpLimit) && uintptr(unsafe.Pointer(a)) < t.stackLimit {
					fr := (*frame)(unsafe.Add(t.framep, uintptr(t.fp)*frameSize))
					t.fp++
					fr.ip, fr.regs, fr.consts, fr.fn = ip, regs, consts, t.fn
					fr.kind, fr.dst = actCall, uint8(in>>8)
					t.fn, t.sites = fn, p.sitep
					regs = (*window)(unsafe.Add(unsafe.Pointer(a), cellSize))
					ip, consts = p.start, p.constp
					continue
				}
			}
		case compiler.OpCallMethod:
			if a.p == nil {
				break
			}
			switch (*Hdr)(a.p).typ {
			case &FunctionType:
				fn := (*Func)(a.p)
				p := fn.proto
				if p.fast == int(uint8(in>>16))+1 && p.module == t.module && uint(t.fp) < uint(t.fpLimit) && uintptr(unsafe.Pointer(a)) < t.stackLimit {
					fr := (*frame)(unsafe.Add(t.framep, uintptr(t.fp)*frameSize))
					t.fp++
					fr.ip, fr.regs, fr.consts, fr.fn = ip, regs, consts, t.fn
					fr.kind, fr.dst = actCall, uint8(in>>8)
					t.fn, t.sites = fn, p.sitep
					regs = (*window)(unsafe.Add(unsafe.Pointer(a), cellSize))
					ip, consts = p.start, p.constp
					continue
				}
			case &MethodDescriptorType:
				self := &regs[uint8(in>>8)+1]
				if (*Builtin)(a.p).plain.appends && uint8(in>>16) == 1 && self.p != nil && (*Hdr)(self.p).typ == &ListType {
					if l := (*List)(self.p); len(l.items) < cap(l.items) {
						l.items = l.items[:len(l.items)+1]
						l.items[len(l.items)-1] = regs[uint8(in>>8)+2]
						*a = None
						continue
					}
				}
			}
		case compiler.OpReturn:
			fr := (*frame)(unsafe.Add(t.framep, uintptr(t.fp-1)*frameSize))
			if fr.kind == actCall && fr.fn.proto.module == t.module {
				t.fp--
				v := *a
				ip, regs, consts = fr.ip, fr.regs, fr.consts
				t.fn, t.sites = fr.fn, fr.fn.proto.sitep
				regs[fr.dst] = v
				continue
			}
		case compiler.OpReturnNone:
			fr := (*frame)(unsafe.Add(t.framep, uintptr(t.fp-1)*frameSize))
			if fr.kind <= actInit && fr.fn.proto.module == t.module {
				t.fp--
				ip, regs, consts = fr.ip, fr.regs, fr.consts
				t.fn, t.sites = fr.fn, fr.fn.proto.sitep
				if fr.kind == actCall {
					regs[fr.dst] = None
				}
				continue
			}

		case compiler.OpFormat:
			b := &regs[uint8(in>>16)]
			if in>>32 == 0 && uint8(in>>24) <= compiler.FormatPart {
				if b.p == nil {
					if uint8(in>>24) == compiler.FormatPart {
						*a = *b
						continue
					}
				} else if (*Hdr)(b.p).typ == &StrType {
					*a = *b
					continue
				}
			}

		case compiler.OpForIter:
			if a.p != nil {
				switch (*Hdr)(a.p).typ {
				case &rangeIterType:
					it := (*rangeIter)(a.p)
					if it.left <= 0 {
						continue
					}
					it.left--
					v := &regs[uint8(in>>8)+1]
					v.setInt(it.next)
					it.next += it.step
					ip = unsafe.Add(ip, int64(in)>>32*int64(instrSize))
					if t.stop.Load() == 0 {
						continue
					}
					in = compiler.Instr(compiler.OpJumpBack)
				case &listIterType:
					if it := (*listIter)(a.p); it.list != nil && it.i < len(it.list.items) {
						regs[uint8(in>>8)+1] = it.list.items[it.i]
						it.i++
						goto back
					}
				case &tupleIterType:
					if it := (*tupleIter)(a.p); len(it.items) > 0 {
						regs[uint8(in>>8)+1] = it.items[0]
						it.items = it.items[1:]
						goto back
					}
				case &strIterType, &strWideIterType:
					if it := (*strIter)(a.p); it.at < len(it.s.s) && it.s.s[it.at] < utf8.RuneSelf {
						regs[uint8(in>>8)+1] = Value{p: unsafe.Pointer(&oneChar[it.s.s[it.at]])}
						it.at++
						goto back
					}
				case &GeneratorType:
					g := (*Gen)(a.p)
					p, base := g.fn.proto, (*window)(unsafe.Add(unsafe.Pointer(regs), t.fn.proto.frame))
					if g.yielded() && p.module == t.module && uint(t.fp) < uint(t.fpLimit) && uintptr(unsafe.Pointer(base)) < t.stackLimit {
						fr := (*frame)(unsafe.Add(t.framep, uintptr(t.fp)*frameSize))
						t.fp++
						fr.ip, fr.regs, fr.consts, fr.fn = ip, regs, consts, t.fn
						fr.gen, fr.root, fr.exc = g, g, t.exc
						fr.kind, fr.dst, fr.thrown = actFor, uint8(in>>8)+1, false
						g.state = genRunning
						t.fn, t.sites = g.fn, p.sitep
						ip, regs, consts = g.ip, base, p.constp
						copyInHot(unsafe.Pointer(regs), unsafe.Pointer(g.regs), int(g.live))
						regs[g.dst] = None
						continue
					}
				}
			}
		case compiler.OpYield:
			fr := (*frame)(unsafe.Add(t.framep, uintptr(t.fp-1)*frameSize))
			if g := fr.gen; fr.kind >= actFor && g == fr.root && g.typ == &GeneratorType && g.ext == nil && uint8(in>>24) == 0 && t.fp != t.relay {
				v := regs[uint8(in>>16)]
				g.ip, g.dst, g.mode, g.inExc = ip, uint8(in>>8), resumeSend, false
				g.leaf = g
				g.live = uint16(in >> 32)
				copyInHot(unsafe.Pointer(g.regs), unsafe.Pointer(regs), int(g.live))
				g.state = genSuspended
				t.exc = fr.exc
				t.fp--
				t.fn = fr.fn
				t.context()
				ip, regs, consts = fr.ip, fr.regs, fr.consts
				if fr.kind != actFor {
					t.ip, t.regs, t.consts = ip, regs, consts
					t.ret, t.suspended = v, true
					return
				}
				regs[fr.dst] = v
				in = *(*compiler.Instr)(unsafe.Add(ip, -int(instrSize))) // FORITER
				goto back
			}
		}
	leave:
		t.ip, t.regs, t.consts = ip, regs, consts
		if t.slow(in) {
			return
		}
		ip, regs, consts = t.ip, t.regs, t.consts
		continue

	jump: // taken
		if int64(in) >= 0 {
			ip = unsafe.Add(ip, int64(in)>>32*int64(instrSize))
			continue
		}

	back: // taken, in a loop; those that close most loops have this written out
		ip = unsafe.Add(ip, int64(in)>>32*int64(instrSize))
		if t.stop.Load() == 0 {
			continue
		}
		in = compiler.Instr(compiler.OpJumpBack)
		goto leave
	}
}
