package main

// Tables in Markdown, with their columns aligned so that they read as text too.

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// A table is a head and rows of cells; the first column is text, the others are
// figures.
type table struct {
	head []string
	Rows [][]string
}

func (t *table) add(cells ...string) { t.Rows = append(t.Rows, cells) }

func (t *table) String() string {
	if len(t.Rows) == 0 {
		return ""
	}
	width := make([]int, len(t.head))
	for _, row := range append([][]string{t.head}, t.Rows...) {
		for i, cell := range row {
			width[i] = max(width[i], utf8.RuneCountInString(cell), 3)
		}
	}
	var b strings.Builder
	line := func(row []string) {
		for i, cell := range row {
			pad := strings.Repeat(" ", width[i]-utf8.RuneCountInString(cell))
			if i == 0 {
				b.WriteString("| " + cell + pad + " |")
			} else {
				b.WriteString(" " + pad + cell + " |")
			}
		}
		b.WriteByte('\n')
	}
	line(t.head)
	for i, w := range width {
		if i == 0 {
			b.WriteString("| " + strings.Repeat("-", w) + " |")
		} else {
			b.WriteString(" " + strings.Repeat("-", w-1) + ": |")
		}
	}
	b.WriteByte('\n')
	for _, row := range t.Rows {
		line(row)
	}
	return b.String()
}

// nothing is the cell that has no figure.
const nothing = "–"

// figure writes a number with as many digits as it is worth.
func figure(x float64) string {
	switch {
	case x >= 100:
		return fmt.Sprintf("%.0f", x)
	case x >= 10:
		return fmt.Sprintf("%.1f", x)
	}
	return fmt.Sprintf("%.2f", x)
}

// target writes a floor or a goal.
func target(x float64) string {
	if x == 0 {
		return nothing
	}
	return fmt.Sprintf("%g", x)
}

func mebibytes(bytes int64) string { return figure(float64(max(bytes, 0)) / (1 << 20)) }

func milliseconds(d time.Duration) string { return figure(d.Seconds() * 1e3) }

// verdict says whether a ratio is enough.
func verdict(x, floor, goal float64) string {
	switch {
	case floor == 0:
		return nothing
	case x < floor:
		return "**below**"
	case goal > 0 && x >= goal:
		return "goal"
	}
	return "floor"
}
