package main

import (
	"strconv"
	"strings"
	"syscall"
)

// machineMemory is how many bytes of memory this process may hope for: the
// machine's, or less in a container.
//
// Every run asks, so it does without the os package, which would wait for these
// files to have something to read.
func machineMemory() int64 {
	total := int64(unknownMemory)
	var info syscall.Sysinfo_t
	if syscall.Sysinfo(&info) == nil {
		total = int64(info.Totalram) * int64(info.Unit)
	}
	for _, file := range []string{"/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"} {
		if n, err := strconv.ParseInt(strings.TrimSpace(head(file)), 10, 64); err == nil && n > 0 {
			total = min(total, n)
		}
	}
	return total
}

// head is what a file begins with, "" if it cannot be read.
func head(file string) string {
	fd, err := syscall.Open(file, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return ""
	}
	defer syscall.Close(fd)
	var buf [64]byte
	n, _ := syscall.Read(fd, buf[:])
	return string(buf[:max(n, 0)])
}
