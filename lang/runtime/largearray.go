package runtime

import "unsafe"

// Large arrays of values, such as long lists have. Go's collector tends to begin
// with the allocation of just such an array, and then reads it while the program
// fills it: each page is mapped twice, first for the reader and then for the
// writer, who must stop the other processor for it. Huge pages make that few.

// largeArray is how many values make an array large: two huge pages of them.
const largeArray = 1 << 18

// makeValues is make([]Value, n, room).
func makeValues(n, room int) []Value {
	v := make([]Value, n, room)
	if room >= largeArray {
		adviseHugePages(unsafe.Pointer(unsafe.SliceData(v)), room*valueSize)
	}
	return v
}
