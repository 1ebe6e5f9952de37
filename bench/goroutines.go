package main

// What the tasks' workloads are with goroutines: the same answer in Go itself.

import (
	"fmt"
	"path/filepath"
	"runtime"
	"sync"
	"time"
)

// goroutines are the twins, by the workload's name. Like asyncio they have one
// thread to run on, so that the CPU time is that of the work and not of idle threads
// looking for some.
var goroutines = map[string]func(n int) int{
	"switch":      func(n int) int { return takeTurns(100, n) },
	"switch_many": func(n int) int { return takeTurns(10_000, n) },
	"spawn":       spawn,
	"sleeps":      sleeps,
	"queue_trips": queueTrips,
	"parked":      parked,
}

func runGoroutines(file string, n int) error {
	run, ok := goroutines[filepath.Base(file)]
	if !ok {
		return fmt.Errorf("no goroutines for %s", file)
	}
	runtime.GOMAXPROCS(1)
	fmt.Println(run(n))
	return nil
}

func takeTurns(count, n int) int {
	var all sync.WaitGroup
	results := make([]int, count)
	for i := range count {
		all.Go(func() {
			for range n / count {
				runtime.Gosched()
			}
			results[i] = n / count
		})
	}
	all.Wait()
	return sum(results)
}

func spawn(n int) int {
	total := 0
	for start := 0; start < n; start += 1000 {
		var all sync.WaitGroup
		results := make([]int, min(n-start, 1000))
		for i := range results {
			all.Go(func() { results[i] = (start + i) & 1 })
		}
		all.Wait()
		total += sum(results)
	}
	return total
}

func sleeps(n int) int {
	var all sync.WaitGroup
	results := make([]int, n)
	for i := range n {
		all.Go(func() {
			time.Sleep(time.Duration(i*7919%100003) * time.Second / 100003)
			results[i] = i & 1
		})
	}
	all.Wait()
	return sum(results)
}

func queueTrips(n int) int {
	requests, replies := make(chan int), make(chan int)
	go func() {
		for item := range requests {
			replies <- item + 1
		}
	}()
	total := 0
	for i := range n {
		requests <- i
		total += <-replies
	}
	close(requests)
	return total
}

func parked(n int) int {
	var all sync.WaitGroup
	gate := make(chan struct{})
	for range n {
		all.Go(func() { <-gate })
	}
	runtime.Gosched()
	close(gate)
	all.Wait()
	return n
}

func sum(numbers []int) int {
	total := 0
	for _, n := range numbers {
		total += n
	}
	return total
}
