package kinds

import "fmt"

// The statements around what a program makes itself: names and contexts of tasks,
// futures by hand, awaitables, iterators and managers of its own classes, coroutines
// that are never awaited and those that threads ask for.

// visit writes a coroutine for threads to ask for. It uses no thread, so that they
// do not go round.
func (g *taskProgram) visit(i int) {
	g.taskBody = taskBody{number: len(g.costs), times: 1, inVisit: true}
	g.line("async def visit%d(x=0):", i)
	g.indented(func() {
		g.log("x")
		g.statements(1 + g.IntN(3))
		if g.one(4) {
			g.raise()
		}
		g.line("return %d", g.label())
	})
}

// ask writes how a thread has a coroutine run by the loop: before the main one is
// over, as the tasks of the end would show in the names of those to come.
func (g *taskProgram) ask() {
	g.line("if not mains[-1].done():")
	g.indented(g.askNow)
}

func (g *taskProgram) askNow() {
	job, n := fmt.Sprint("job", g.label()), g.label()
	call := fmt.Sprintf("visit%d(%d)", g.IntN(2), n)
	if g.one(4) {
		call = fmt.Sprintf("asyncio.sleep(%s, %d)", g.delay(), n)
	}
	g.line("%s = asyncio.run_coroutine_threadsafe(%s, loop)", job, call)
	if g.one(6) {
		g.line("%s.add_done_callback(answered)", job)
	}
	switch g.IntN(6) {
	case 0:
		g.log(job + ".done()")
	case 1:
		g.line("time.sleep(%s)", g.pick("0", "0.5", "1"))
		g.log(job+".cancel()", job+".cancelled()")
	case 2:
		g.log(job + ".exception()")
	default:
		g.guarded(fmt.Sprintf("log(%d, %s.result())", g.label(), job), g.pick("Exception", "Exception", "ValueError"))
	}
}

// name writes something about the names of tasks.
func (g *taskProgram) name() bool {
	n := g.label()
	switch g.IntN(4) {
	case 0:
		g.line("asyncio.current_task().set_name(%s)", g.pick(fmt.Sprintf("\"n%d\"", n), fmt.Sprint(n)))
	case 1:
		key := g.anyKey()
		g.line("if %s in tasks:", key)
		g.indented(func() { g.line("tasks[%s].set_name(\"n%d\")", key, n) })
	case 2:
		g.log("[task.get_name() for task in tasks.values() if isinstance(task, asyncio.Task)]")
	case 3:
		g.log("asyncio.current_task().get_name()", "asyncio.current_task().get_coro().__name__")
	}
	return true
}

// bare writes a coroutine that nobody awaits.
func (g *taskProgram) bare() bool {
	call := g.pick("asyncio.sleep(1)", "event.wait()", "queue.get()", "lock.acquire()", "barrier.wait()",
		"asyncio.wait_for(event.wait(), 1)", "asyncio.to_thread(work0)", "values0()", "condition.wait()", "visit0()")
	if rest := len(g.costs) - g.number - 1; rest > 0 && g.one(2) {
		call = fmt.Sprintf("f%d()", g.number+1+g.IntN(rest))
	}
	switch g.IntN(6) {
	case 0:
		g.line("bare%d = %s", g.label(), call)
	case 1:
		g.line("bare%d = %s", g.label(), call)
		g.line("bare%d.close()", g.labels)
	default:
		g.line("%s", call)
	}
	return true
}

// outcome writes a look at a task or future.
func (g *taskProgram) outcome() bool {
	key := g.anyKey()
	what := g.pick("result()", "result()", "exception()", "exception()", "done()", "cancelled()", "cancelling()")
	if what == "cancelling()" || g.one(2) {
		g.line("if %s in tasks:", key)
		g.indented(func() {
			g.guarded(fmt.Sprintf("log(%d, tasks[%s].%s)", g.label(), key, what), "BaseException")
		})
		return true
	}
	g.guarded(fmt.Sprintf("log(%d, futures[%d].%s)", g.label(), g.IntN(3), what), "BaseException")
	return true
}

// byHand writes about futures that the program makes.
func (g *taskProgram) byHand() bool {
	i, n := g.IntN(3), g.label()
	switch g.IntN(5) {
	case 0, 1:
		g.line("futures[%d] = loop.create_future()", i)
	case 2:
		name := fmt.Sprint("outside", n)
		g.line("%s = concurrent.futures.Future()", name)
		g.line("futures[%d] = asyncio.wrap_future(%s)", i, name)
		if g.one(2) {
			g.statement()
		}
		g.guarded(g.pick(fmt.Sprintf("%s.set_result(%d)", name, n), fmt.Sprintf("%s.set_result(%d)", name, n),
			fmt.Sprintf("%s.set_exception(OSError(%d))", name, n), name+".cancel()"), "concurrent.futures.InvalidStateError")
	case 3:
		g.line("futures[%d].add_done_callback(futures[%d].cancel)", i, (i+1)%3)
	case 4:
		g.log(fmt.Sprintf("await asyncio.ensure_future(futures[%d])", i))
	}
	return true
}

// context returns what a task may run in.
func (g *taskProgram) context() string {
	if g.eager {
		return "contextvars.copy_context()"
	}
	return g.pick("contextvars.copy_context()", "shared")
}

// variables writes about context variables.
func (g *taskProgram) variables() bool {
	n := g.label()
	switch g.IntN(5) {
	case 0:
		if !g.canNest() {
			return false
		}
		g.line("token%d = var.set(%d)", n, n)
		g.line("try:")
		g.block(2)
		g.line("finally:")
		g.indented(func() { g.line("var.reset(token%d)", n) })
	case 1:
		g.log(fmt.Sprintf("contextvars.copy_context().run(var.set, %d)", n), "var.get()")
	case 2:
		g.log("shared.get(var)")
	case 3:
		g.guarded(fmt.Sprintf("shared.run(var.set, %d)", n), "RuntimeError")
	case 4:
		g.log("asyncio.current_task().get_context().get(var)")
	}
	return true
}

// manage writes a block within a context manager of the program's.
func (g *taskProgram) manage() bool {
	if !g.canNest() {
		return false
	}
	n, kinds := g.label(), 5
	if g.runs > 1 {
		kinds = 3 // managed is an async generator, see drive
	}
	switch g.IntN(kinds) {
	case 0:
		g.line("with contextlib.suppress(%s):", g.exception())
	case 3:
		g.line("async with managed(%d, %s) as m%d:", n, g.delay(), n)
	case 4:
		g.line("async with contextlib.AsyncExitStack() as stack%d:", n)
		g.indented(func() {
			for range 1 + g.IntN(2) {
				g.line("stack%d.%s", n, g.pick(fmt.Sprintf("push_async_callback(asyncio.sleep, %s)", g.delay()),
					fmt.Sprintf("callback(log, %d)", g.label()), "push_async_exit(Door("+g.door()+"))"))
			}
			g.line("await stack%d.enter_async_context(%s)", n, g.pick("Door("+g.door()+")",
				fmt.Sprintf("asyncio.timeout(%s)", g.limit()), "lock", "semaphore", fmt.Sprintf("managed(%d, %s)", g.label(), g.delay())))
		})
	default:
		g.line("async with Door(%s) as door%d:", g.door(), n)
	}
	g.block(2)
	g.log()
	return true
}

// door returns the arguments of a Door.
func (g *taskProgram) door() string {
	options := g.pick("", "", "", ", fails=True", ", swallows=True")
	return fmt.Sprintf("%d, %s%s", g.label(), g.delay(), options)
}

// ticks writes an async loop over an iterator of the program's.
func (g *taskProgram) ticks() bool {
	if !g.canNest() || g.times > 6 {
		return false
	}
	g.line("async for tick in Ticks(2, %s):", g.delay())
	g.times *= 2
	g.loops++
	star := g.inStar
	g.inStar = false
	g.block(2)
	g.inStar = star
	g.loops--
	g.times /= 2
	return true
}

// madeEagerly writes a task that begins at once, as its factory has it.
func (g *taskProgram) madeEagerly() bool {
	i := -1
	if g.eager {
		i = g.callee()
	}
	if i < 0 {
		return false
	}
	options := g.pick("", "", fmt.Sprintf(", name=\"n%d\"", g.label()), ", context="+g.context())
	g.line("loop.set_task_factory(asyncio.%s)", g.pick("eager_task_factory", "create_eager_task_factory(asyncio.Task)"))
	g.line("tasks[%s] = asyncio.create_task(f%d(%d)%s)", g.key(i), i, g.label(), options)
	g.line("loop.set_task_factory(None)")
	return true
}

// reprs writes what objects look like.
func (g *taskProgram) reprs() bool {
	what := g.pick("futures[0]", "futures[1]", "event", "lock", "latch", "condition", "semaphore", "bounded", "barrier",
		"queue", "ordered", "list(tasks.values())", "asyncio.current_task()", "handles[-1:]", "limits[-1:]", "groups[-1:]")
	if g.inAgen && what == "asyncio.current_task()" {
		return false // its name, see above
	}
	function := "log"
	if g.inAgen {
		function = "note"
	}
	g.line("%s(%d, Shown(%s))", function, g.label(), what)
	return true
}

// pooled writes a call on one of few threads.
func (g *taskProgram) pooled() bool {
	if g.inAgen || g.inVisit || g.runs > 1 {
		return false
	}
	g.log(fmt.Sprintf("await loop.run_in_executor(pool, work%d, %d)", g.IntN(2), g.label()))
	return true
}

// staggered writes a race of coroutines that start one after the other.
func (g *taskProgram) staggered() bool {
	if g.inAgen || !g.canNest() {
		return false
	}
	g.log(fmt.Sprintf("(await asyncio.staggered.staggered_race([lambda: %s, lambda: %s], %s))[:2]", g.call(), g.call(),
		g.pick("None", "0", "0.5", "1")))
	return true
}

// factory returns what makes tasks.
func (g *taskProgram) factory() string {
	if g.eager {
		return g.pick("None", "asyncio.eager_task_factory", "asyncio.eager_task_factory", "factory")
	}
	return g.pick("None", "factory")
}

// onLoop writes something rare about the loop.
func (g *taskProgram) onLoop() bool {
	n := g.label()
	switch g.IntN(8) {
	case 0:
		g.line("time.sleep(%s)", g.pick("0", "0.5", "1"))
	case 1:
		g.line("loop.call_exception_handler({\"message\": \"m%d\", \"exception\": ValueError(%d)})", n, n)
	case 2:
		g.line("loop.set_exception_handler(%s)", g.pick("None", "handler", "broken_handler"))
	case 3:
		if g.inVisit {
			return false
		}
		g.line("loop.set_task_factory(%s)", g.factory())
	case 4:
		g.line("if handles:")
		g.indented(func() { g.log("handles[-1].cancelled()") })
	case 5:
		if !g.one(4) {
			return false
		}
		g.line("loop.stop()")
	default:
		g.log("loop.is_running()", "loop.is_closed()", "loop.time()")
	}
	g.log()
	return true
}
