package runtime

import (
	"syscall"
	"unsafe"
)

// adviseHugePages asks for huge pages in the n bytes at p, which are the program's
// already. It is a hint: that it fails does not matter.
func adviseHugePages(p unsafe.Pointer, n int) {
	const huge = 2 << 20
	skip := int(-uintptr(p) & (huge - 1))
	if whole := (n - skip) &^ (huge - 1); whole > 0 {
		syscall.Madvise(unsafe.Slice((*byte)(unsafe.Add(p, skip)), whole), syscall.MADV_HUGEPAGE)
	}
}
