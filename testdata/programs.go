// Package testdata gives tools the test programs of testdata/lang.
package testdata

import "embed"

// Programs are the test programs, as lang/AREA/NAME.coro.
//
//go:embed lang/*/*.coro
var Programs embed.FS
