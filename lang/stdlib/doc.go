// Package stdlib holds the importable modules, a file each: they register
// themselves with the runtime.
package stdlib
