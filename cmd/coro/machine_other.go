//go:build !linux

package main

// machineMemory is how many bytes of memory this process may hope for, which is
// told on Linux only.
func machineMemory() int64 { return unknownMemory }
