// Package elementary computes the functions of mathematics so that the result is
// the float nearest to the exact value, but for a case in many billions.
//
// Python takes these functions from the C library, whose results are the nearest
// float nearly always, too; Go's package math is content with the last bit or two
// wrong, which a program that prints a result shows. Every function here works in
// numbers of twice the precision (double) from an approximation of package math
// or a power series, and rounds once at the end.
package elementary
