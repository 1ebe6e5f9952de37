package coro

import (
	"fmt"
	"runtime"
	"runtime/metrics"
	"time"
)

// watchMemory calls kill when the process's heap holds more than limit bytes, and
// returns what ends the watch. The heap is that of the whole process: several
// runs at a time share their limits.
func watchMemory(limit int64, kill func(why string)) (stop func()) {
	done := make(chan struct{})
	go func() {
		tick := time.NewTicker(20 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
			}
			used := heapBytes()
			if used <= limit {
				continue
			}
			// Most of it may be garbage, unless it is so much that finding out
			// might be too late.
			if used < limit+limit/8 {
				runtime.GC()
				if heapBytes() <= limit {
					continue
				}
			}
			kill(fmt.Sprintf("the run was ended by --max-memory: more than %s in use", FormatSize(limit)))
			return
		}
	}()
	return func() { close(done) }
}

// heapBytes is how much the heap's objects take, garbage not yet swept included.
func heapBytes() int64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return int64(sample[0].Value.Uint64())
}

// FormatSize is a number of bytes in words: 512 MB, 1.5 GB.
func FormatSize(n int64) string {
	size, unit := float64(n), "B"
	for _, u := range []string{"KB", "MB", "GB", "TB"} {
		if size < 1<<10 {
			break
		}
		size, unit = size/(1<<10), u
	}
	return fmt.Sprintf("%.4g %s", size, unit)
}
