package coro

import (
	"os"
	"path/filepath"
	"sort"
)

// Dir is the Files of a directory: what a program in it can import.
func Dir(dir string) Files { return dirFiles(dir) }

type dirFiles string

func (d dirFiles) ReadFile(path string) ([]byte, error) { return os.ReadFile(d.Display(path)) }

func (d dirFiles) Display(path string) string {
	return filepath.Join(string(d), filepath.FromSlash(path))
}

func (d dirFiles) List() []string {
	var names []string
	for _, pattern := range []string{"*.coro", "*.py"} {
		found, _ := filepath.Glob(filepath.Join(string(d), pattern))
		for _, f := range found {
			names = append(names, filepath.Base(f))
		}
	}
	sort.Strings(names)
	return names
}
