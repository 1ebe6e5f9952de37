//go:build !linux

package runtime

import "unsafe"

// adviseHugePages does nothing: not every system can be asked.
func adviseHugePages(unsafe.Pointer, int) {}
