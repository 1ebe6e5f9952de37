package kinds

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Programs of tasks: coroutines that call, spawn, await, cancel, time out and
// lock each other out, each step of which logs when it happened and to whom.
//
// Every program ends. Coroutine i calls and awaits only coroutines, and tasks of
// coroutines, with a higher number, so nothing recurses and no two tasks await
// each other, which would make CPython recurse for ever in cancel(); loops count
// to small numbers; and a coroutine's cost, which is that of all its callees, has
// a limit. Locks, queues and the like may keep tasks waiting for ever: that is a
// deadlock, which both sides report.
//
// CPython leaves open when garbage is collected, so a program keeps whatever is
// not released by its reference count alone: async generators that are driven by
// hand go into a list. At the end of the run a task closes each. That the numbers of
// those tasks do not show, async generators log without names, and only programs of
// one run drive them by hand.

// taskProgram is a program under way.
type taskProgram struct {
	*rand.Rand
	text   strings.Builder
	depth  int // of the indentation
	labels int // how many log lines and names have been numbered
	runs   int // main coroutines
	costs  []int
	eager  bool // tasks may begin at once

	taskBody // the function being written
}

// taskBody is what matters about the function that is being written.
type taskBody struct {
	number        int // of the coroutine, or one beyond the last for what may call none
	cost          int
	times         int // how often the place runs, as the loops around it have it
	nesting       int
	loops         int  // loops around the place that break and continue can mean
	inStar        bool // in an except* block, which break, continue and return cannot leave
	inCall        bool // in a callback or thread: no await
	inAgen        bool
	inVisit       bool     // called for a thread: no threads
	firstCallback int      // that may be called from here
	groups        []string // task groups in scope
	timeouts      []string
}

const (
	callbacks        = 3 // how many functions there are for the loop to call
	taskCost         = 90
	mainTaskCost     = 220
	deepestTaskBlock = 4
)

// tasks makes the program that r's numbers lead to.
func tasks(r *rand.Rand) string {
	g := &taskProgram{Rand: r, runs: 1, eager: r.IntN(3) == 0}
	if g.one(6) {
		g.runs = 2
	}
	coroutines := 2 + g.IntN(4)
	g.costs = make([]int, coroutines)
	var parts []string
	part := func(write func()) {
		write()
		parts = append(parts, g.text.String())
		g.text.Reset()
	}
	part(func() { g.objects() })
	for i := range callbacks {
		part(func() { g.callback(i) })
	}
	for i := range 2 {
		part(func() { g.thread(i) })
	}
	for i := range 2 {
		part(func() { g.asyncGenerator(i) })
	}
	for i := range 2 {
		part(func() { g.visit(i) })
	}
	for i := coroutines - 1; i >= 0; i-- {
		part(func() { g.coroutine(i) })
	}
	for i := range g.runs {
		part(func() { g.mainCoroutine(i) })
	}
	part(func() { g.start() })
	return taskPrelude + strings.Join(parts, "\n\n")
}

// one is true once in n times.
func (g *taskProgram) one(n int) bool { return g.IntN(n) == 0 }

// pick returns one of the words.
func (g *taskProgram) pick(words ...string) string { return words[g.IntN(len(words))] }

// line writes a line at the present depth.
func (g *taskProgram) line(format string, args ...any) {
	g.text.WriteString(strings.Repeat("    ", g.depth))
	fmt.Fprintf(&g.text, format, args...)
	g.text.WriteByte('\n')
}

// indented writes what is inside a block.
func (g *taskProgram) indented(write func()) {
	g.depth++
	write()
	g.depth--
}

// label returns the next number.
func (g *taskProgram) label() int {
	g.labels++
	return g.labels
}

// log writes a log line of the expressions.
func (g *taskProgram) log(expressions ...string) {
	function := "log"
	if g.inAgen {
		function = "note"
	}
	g.line("%s(%s)", function, strings.Join(append([]string{fmt.Sprint(g.label())}, expressions...), ", "))
}

func (g *taskProgram) delay() string {
	return g.pick("0", "0", "0", "-1", "0.5", "1", "1", "1", "1.5", "2", "2", "3", "0.25")
}

func (g *taskProgram) limit() string {
	return g.pick("None", "0", "-1", "0.5", "1", "1", "1", "1.5", "2", "2", "3", "10")
}

func (g *taskProgram) objects() {
	size := func() string { return g.pick("", "1", "1", "2", "maxsize=0") }
	g.line("event, other = asyncio.Event(), asyncio.Event()")
	g.line("lock, latch = asyncio.Lock(), asyncio.Lock()")
	g.line("condition = asyncio.Condition(%s)", g.pick("", "", "latch"))
	g.line("semaphore = asyncio.Semaphore(%s)", g.pick("0", "1", "1", "2"))
	g.line("bounded = asyncio.BoundedSemaphore(%s)", g.pick("1", "1", "2"))
	g.line("barrier = asyncio.Barrier(%s)", g.pick("1", "2", "2", "2", "3"))
	g.line("queue = asyncio.Queue(%s)", size())
	g.line("ordered = asyncio.%s(%s)", g.pick("LifoQueue", "PriorityQueue"), size())
}

// callback writes a plain function for the loop to call. It may have later ones
// called, so the chain ends.
func (g *taskProgram) callback(i int) {
	g.taskBody = taskBody{number: len(g.costs), times: 1, inCall: true, firstCallback: i + 1}
	g.line("def callback%d(*args):", i)
	g.indented(func() {
		g.log("*args")
		for range 1 + g.IntN(3) {
			if !g.now() {
				g.log()
			}
		}
		if g.one(6) {
			g.raise()
		}
	})
}

// thread writes a function for a thread.
func (g *taskProgram) thread(i int) {
	g.taskBody = taskBody{number: len(g.costs), times: 1, inCall: true}
	g.line("def work%d(*args):", i)
	g.indented(func() {
		g.log("*args")
		for range g.IntN(3) {
			switch g.IntN(6) {
			case 4, 5:
				g.ask()
			case 0, 1:
				g.line("time.sleep(%s)", g.pick("0", "0.5", "1", "1", "2"))
			case 2:
				g.log("var.get()")
			case 3:
				g.line("loop.call_soon_threadsafe(callback%d, %d)", g.IntN(callbacks), g.label())
			}
			g.log()
		}
		if g.one(4) {
			g.line("raise OSError(%d)", g.label())
		}
		g.line("return %q", fmt.Sprint("work", g.label()))
	})
}

// asyncGenerator writes an async generator, which calls no coroutine.
func (g *taskProgram) asyncGenerator(i int) {
	g.taskBody = taskBody{number: len(g.costs), times: 1, inAgen: true, nesting: 2}
	g.line("async def values%d():", i)
	g.indented(func() {
		yield := func() {
			if g.one(3) {
				g.line("note(%d, (yield %d))", g.label(), g.label())
			} else {
				g.line("yield %d", g.label())
			}
		}
		g.line("try:")
		g.indented(func() {
			for range 1 + g.IntN(3) {
				if g.one(2) {
					g.statement()
				}
				yield()
			}
		})
		if g.one(2) {
			g.line("except %s as e:", g.exception())
			g.indented(func() {
				g.log("e")
				if g.one(3) {
					g.statement()
				}
				switch g.IntN(4) {
				case 0:
					g.line("raise")
				case 1:
					yield()
				}
			})
		}
		g.line("finally:")
		g.indented(func() {
			g.log()
			if g.one(2) {
				g.line("await asyncio.sleep(%s)", g.delay())
				g.log()
			}
		})
	})
}

// coroutine writes a coroutine function.
func (g *taskProgram) coroutine(i int) {
	g.taskBody = taskBody{number: i, times: 1}
	g.line("async def f%d(x=0):", i)
	g.indented(func() {
		g.log("x")
		g.statements(2 + g.IntN(4))
		if g.one(6) {
			g.raise()
		} else if g.one(2) {
			g.line("return %d", g.label())
		}
	})
	g.costs[i] = g.cost + 1
}

// mainCoroutine writes what run() gets. It makes the tasks first, most of the
// time, and may let everybody go on at the end.
func (g *taskProgram) mainCoroutine(i int) {
	g.taskBody = taskBody{number: -1, times: 1}
	g.line("async def main%d():", i)
	g.indented(func() {
		g.line("global loop")
		g.line("loop = asyncio.get_running_loop()")
		g.line("mains.append(asyncio.current_task())")
		g.line("futures[:] = [loop.create_future() for _ in range(3)]")
		if g.one(4) {
			g.line("loop.set_exception_handler(handler)")
		}
		if g.one(3) {
			g.line("loop.set_task_factory(%s)", g.factory())
		}
		for range 1 + g.IntN(4) {
			g.spawn()
		}
		g.statements(3 + g.IntN(6))
		if !g.one(3) {
			g.release()
		}
		if g.one(2) {
			g.line("await asyncio.sleep(%s)", g.pick("0", "1", "5"))
			g.log()
		}
		g.line("return %d", g.label())
	})
}

// release lets go on those who wait.
func (g *taskProgram) release() {
	g.line("event.set()")
	g.line("other.set()")
	g.line("for future in futures:")
	g.indented(func() {
		g.line("if not future.done():")
		g.indented(func() { g.line("future.set_result(%d)", g.label()) })
	})
	if g.one(2) {
		g.line("await barrier.abort()")
		g.line("queue.shutdown(%s)", g.pick("", "immediate=True"))
		g.line("ordered.shutdown(%s)", g.pick("", "immediate=True"))
	}
}

// start writes the part that runs the main coroutines.
func (g *taskProgram) start() {
	guarded := func(format string, args ...any) {
		g.line("try:")
		g.indented(func() { g.line("log(%d, %s)", g.label(), fmt.Sprintf(format, args...)) })
		g.line("except %s as e:", g.pick("BaseException", "Exception", "(Exception, asyncio.CancelledError)"))
		g.indented(func() { g.log("e") })
	}
	switch {
	case g.one(8):
		g.line("with asyncio.Runner(%s) as runner:", g.pick("", "", "loop_factory=asyncio.new_event_loop"))
		g.indented(func() {
			if g.one(3) {
				g.line("loop = runner.get_loop()")
				g.line("loop.call_soon(callback0, %d)", g.label())
			}
			for i := range g.runs {
				guarded("runner.run(main%d()%s)", i, g.pick("", "", ", context=contextvars.copy_context()"))
			}
			if g.one(2) {
				guarded("runner.run(asyncio.sleep(%s))", g.delay())
			}
		})
	case g.one(10):
		g.line("own = asyncio.new_event_loop()")
		for i := range g.runs {
			guarded("own.run_until_complete(main%d())", i)
		}
		if g.one(2) {
			g.line("own.call_later(%s, own.stop)", g.pick("0", "1", "3"))
			g.line("own.run_forever()")
		}
		if g.one(2) {
			guarded("own.run_until_complete(asyncio.sleep(%s))", g.delay())
		}
		if g.one(2) {
			g.line("own.close()")
		}
	case g.runs == 1 && g.one(2):
		g.line("asyncio.run(main0())")
	default:
		for i := range g.runs {
			guarded("asyncio.run(main%d()%s)", i, g.pick("", "", "", ", loop_factory=asyncio.new_event_loop", ", debug=False"))
		}
	}
	if g.one(3) {
		g.log()
	}
}
