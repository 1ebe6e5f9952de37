package main

import (
	"crypto/rand"
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/alecthomas/kong"
)

// The values of flags that are more than a number or a word.

// mappers are the readers of these values, by the names in the tags.
func mappers() []kong.Option {
	return []kong.Option{
		kong.NamedMapper("size", sizeMapper{}),
		kong.NamedMapper("seconds", secondsMapper{}),
		kong.NamedMapper("seed", seedMapper{}),
		kong.NamedMapper("date", dateMapper{}),
		kong.NamedMapper("count", countMapper{}),
		kong.NamedMapper("clock", clockMapper{}),
	}
}

// word pops a flag's value; example is one, for whoever forgot it.
func word(ctx *kong.DecodeContext, example string) (string, error) {
	token := ctx.Scan.Peek()
	if token.IsEOL() {
		return "", fmt.Errorf("a value is missing; write --%s %s", ctx.Value.Name, example)
	}
	ctx.Scan.Pop()
	return strings.TrimSpace(token.String()), nil
}

// countMapper reads a number of things.
type countMapper struct{}

func (countMapper) Decode(ctx *kong.DecodeContext, target reflect.Value) error {
	s, err := word(ctx, "1000")
	if err != nil {
		return err
	}
	n, err := strconv.ParseInt(strings.ReplaceAll(s, "_", ""), 10, 64)
	if err != nil || n < 1 {
		return fmt.Errorf("%q is not a number of them; write 1000", s)
	}
	target.SetInt(n)
	return nil
}

// clockMapper reads a time of the program's clock.
type clockMapper struct{}

func (clockMapper) Decode(ctx *kong.DecodeContext, target reflect.Value) error {
	s, err := word(ctx, "60")
	if err != nil {
		return err
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || !(n > 0) {
		return fmt.Errorf("%q is not a number of seconds; write 60 or 0.5", s)
	}
	target.SetFloat(n)
	return nil
}

// sizeMapper reads a number of bytes: 1000000, 512MB, 2G.
type sizeMapper struct{}

func (sizeMapper) Decode(ctx *kong.DecodeContext, target reflect.Value) error {
	s, err := word(ctx, "512MB")
	if err != nil {
		return err
	}
	number := strings.TrimRight(s, "BbIiKkMmGgTt ")
	unit := strings.ToUpper(strings.TrimSpace(s[len(number):]))
	unit = strings.TrimSuffix(strings.TrimSuffix(unit, "B"), "I")
	shift, ok := map[string]int{"": 0, "K": 10, "M": 20, "G": 30, "T": 40}[unit]
	n, err := strconv.ParseFloat(number, 64)
	n *= float64(int64(1) << shift)
	if !ok || err != nil || !(n >= 1 && n <= math.MaxInt64/2) {
		return fmt.Errorf("%q is not a size; write 512MB or 2GB", s)
	}
	target.SetInt(int64(n))
	return nil
}

// secondsMapper reads a duration: 5s, 1m30s, 250ms, or a number of seconds.
type secondsMapper struct{}

func (secondsMapper) Decode(ctx *kong.DecodeContext, target reflect.Value) error {
	s, err := word(ctx, "10s")
	if err != nil {
		return err
	}
	d, err := time.ParseDuration(s)
	if n, nerr := strconv.ParseFloat(s, 64); nerr == nil && n < 1e9 {
		d, err = time.Duration(n*float64(time.Second)), nil
	}
	if err != nil || d <= 0 {
		return fmt.Errorf("%q is not a duration; write 10s, 1m30s or 0.5", s)
	}
	target.SetInt(int64(d))
	return nil
}

// seedMapper reads a seed, or draws one for the word random.
type seedMapper struct{}

func (seedMapper) Decode(ctx *kong.DecodeContext, target reflect.Value) error {
	s, err := word(ctx, "7")
	if err != nil {
		return err
	}
	if s == "random" {
		target.Set(reflect.ValueOf(randomSeed()))
		return nil
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return fmt.Errorf("%q is not a seed; write a whole number or random", s)
	}
	target.Set(reflect.ValueOf(seed{Value: n, Given: true}))
	return nil
}

// seed is what the random module starts from.
type seed struct {
	Value int64
	Given bool // on the command line
	Drawn bool // by us, so it must be told
}

// randomSeed draws a seed that is short enough to be typed.
func randomSeed() seed {
	var b [4]byte
	rand.Read(b[:]) // never fails
	return seed{int64(binary.LittleEndian.Uint32(b[:])), true, true}
}

// dateMapper reads a time: 2016-02-17, 2016-02-17T13:10:11Z, or seconds since
// 1970. Without a zone it is UTC.
type dateMapper struct{}

func (dateMapper) Decode(ctx *kong.DecodeContext, target reflect.Value) error {
	s, err := word(ctx, "2016-02-17")
	if err != nil {
		return err
	}
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05", "2006-01-02T15:04", time.DateTime, time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			target.Set(reflect.ValueOf(t))
			return nil
		}
	}
	if n, err := strconv.ParseFloat(s, 64); err == nil && math.Abs(n) < 1e11 {
		target.Set(reflect.ValueOf(time.UnixMicro(int64(n * 1e6))))
		return nil
	}
	return fmt.Errorf("%q is not a time; write 2016-02-17, 2016-02-17T13:10:11Z or seconds since 1970", s)
}
