package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// versionCmd is coro version.
type versionCmd struct{}

// Help is the end of the command's help.
func (c *versionCmd) Help() string { return examples("coro version") }

// Run prints the version, the Go that built it, and the language it runs.
func (c *versionCmd) Run() error {
	version := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		version = info.Main.Version
	}
	return output(fmt.Sprintf("coro %s, %s %s/%s, the language of Python 3.13\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH))
}
