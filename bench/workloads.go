package main

// The workloads: what is run, how much of it, and what is asked of it.

// A workload is a program in workloads/, in Python and, under the same name, in the
// languages of the other engines. Each takes a size, prints one answer, and does
// next to nothing when the size is 0; what that costs is subtracted.
type workload struct {
	file  string // without its ending
	title string
	size  int
	smoke int // the size at which the tests run it
	kind  kind
	under under // how CPython runs it

	// How many times less than CPython it must take, and should; 0: nothing is asked.
	floor, goal float64
}

// kind says how a workload's cost is told.
type kind int

const (
	language kind = iota // milliseconds in all
	tasks                // nanoseconds for one of size
	memory               // bytes for one of size
)

// under says what CPython runs a workload with.
type under int

const (
	plain     under = iota // nothing else
	virtual                // virtual.py: asyncio's loop on a virtual clock
	simulated              // testdata/oracle: Coro's own words on CPython
)

var workloads = []workload{
	{file: "fib", title: "fib(30)", size: 30, smoke: 12, floor: 1.6, goal: 2.6},
	{file: "while", title: "while, 10M", size: 10_000_000, smoke: 100, floor: 5, goal: 8},
	{file: "for", title: "for, 10M", size: 10_000_000, smoke: 100, floor: 5, goal: 8},
	{file: "sieve", title: "sieve, 2M", size: 2_000_000, smoke: 1000, floor: 0.9, goal: 1.5},
	{file: "int_dict", title: "int dict, 1M", size: 1_000_000, smoke: 1000, floor: 1.1, goal: 1.8},
	{file: "str_dict", title: "str dict, 1M", size: 1_000_000, smoke: 3000, floor: 0.9, goal: 1.5},
	{file: "fstring", title: "f-string, 200k", size: 200_000, smoke: 100, floor: 0.9, goal: 1.5},
	{file: "calls", title: "calls, 5M", size: 5_000_000, smoke: 100, floor: 1.6, goal: 2.6},
	{file: "floats", title: "float arithmetic, 1M steps", size: 1_000_000, smoke: 100, floor: 1, goal: 2},
	{file: "attributes", title: "attributes, 5M", size: 5_000_000, smoke: 100, floor: 1, goal: 2},
	{file: "methods", title: "method calls, 5M", size: 5_000_000, smoke: 100, floor: 1, goal: 2},
	{file: "objects", title: "objects made, 2M", size: 2_000_000, smoke: 300, floor: 0, goal: 0},
	{file: "list_append", title: "list.append, 5M", size: 5_000_000, smoke: 100},
	{file: "comprehension", title: "comprehension, 5M", size: 5_000_000, smoke: 100, floor: 1, goal: 2},
	{file: "sort", title: "sort with a key, 500k", size: 500_000, smoke: 100, floor: 1, goal: 2},
	{file: "strings", title: "string methods, 300k lines", size: 300_000, smoke: 100},
	{file: "exceptions", title: "exceptions, 1M", size: 1_000_000, smoke: 100, floor: 1, goal: 2},
	{file: "generators", title: "generators, 3M", size: 3_000_000, smoke: 100, floor: 1, goal: 2},
	{file: "closures", title: "closures, 5M", size: 5_000_000, smoke: 100},
	{file: "json_text", title: "json of 1 MB, 5 times", size: 5, smoke: 1},

	{file: "switch", title: "sleep(0), 100 tasks", kind: tasks, size: 2_000_000, smoke: 1000, floor: 35, goal: 60},
	{file: "switch_many", title: "sleep(0), 10,000 tasks", kind: tasks, size: 2_000_000, smoke: 20_000, floor: 35, goal: 60},
	{file: "spawn", title: "create a task and finish", kind: tasks, size: 300_000, smoke: 1500, floor: 12, goal: 25},
	{file: "sleeps", title: "100k random sleeps", kind: tasks, size: 100_000, smoke: 200, under: virtual, floor: 15, goal: 35},
	{file: "queue_trips", title: "queue round trip", kind: tasks, size: 200_000, smoke: 100, floor: 30, goal: 70},
	{file: "await_plain", title: "await, no suspension", kind: tasks, size: 5_000_000, smoke: 100, floor: 1.2, goal: 2},
	{file: "lock_free", title: "lock, free", kind: tasks, size: 1_000_000, smoke: 100, floor: 10},
	{file: "lock_contended", title: "lock, 100 tasks want it", kind: tasks, size: 200_000, smoke: 1000, floor: 10},
	{file: "semaphore", title: "semaphore of 10, 100 tasks", kind: tasks, size: 200_000, smoke: 1000, floor: 10},
	{file: "timeouts", title: "timeout around a sleep", kind: tasks, size: 100_000, smoke: 400, under: virtual, floor: 10},
	{file: "cancel", title: "cancel of 100k tasks", kind: tasks, size: 100_000, smoke: 100, floor: 10},
	{file: "wait", title: "wait over 10k tasks", kind: tasks, size: 100_000, smoke: 10_100, under: virtual},
	{file: "gather", title: "gather over 10k coroutines", kind: tasks, size: 100_000, smoke: 10_100},
	{file: "task_groups", title: "child of a TaskGroup", kind: tasks, size: 100_000, smoke: 100},
	{file: "http_fanout", title: "simulated HTTP request, 100k", kind: tasks, size: 100_000, smoke: 1000, under: simulated},

	{file: "parked", title: "parked task", kind: memory, size: 200_000, smoke: 100, floor: 4, goal: 7},
}

// per is a cost in the workload's own unit.
func (w *workload) per(c cost) float64 {
	switch w.kind {
	case language:
		return c.cpu.Seconds() * 1e3
	case tasks:
		return c.cpu.Seconds() * 1e9 / float64(w.size)
	case memory:
		return float64(c.memory) / float64(w.size)
	default:
		panic("unimplemented: kind")
	}
}
