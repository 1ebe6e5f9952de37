package kinds

import "fmt"

// The statements around locks, queues, events and the like, async generators and
// threads, and what happens at once: cancels, callbacks, results of futures.

func (g *taskProgram) primitive() bool {
	switch g.IntN(6) {
	case 0, 1:
		g.log("await " + g.pick("event", "event", "other") + ".wait()")
	case 2:
		g.log("await barrier.wait()")
	case 3:
		if !g.canNest() {
			return false
		}
		g.line("async with barrier as place:")
		g.indented(func() { g.log("place") })
		g.block(1)
	case 4:
		g.line("await barrier.%s()", g.pick("reset", "abort"))
		g.log("barrier.n_waiting", "barrier.broken")
	case 5:
		g.log(fmt.Sprintf("await futures[%d]", g.IntN(3)))
	}
	return true
}

func (g *taskProgram) locked() bool {
	if !g.canNest() {
		return false
	}
	what := g.pick("lock", "lock", "latch", "semaphore", "semaphore", "bounded")
	if g.one(4) {
		g.log(fmt.Sprintf("await %s.acquire()", what))
		g.line("try:")
		g.block(2)
		g.line("finally:")
		g.indented(func() {
			if g.one(4) {
				g.sleep()
			}
			g.line("%s.release()", what)
		})
	} else {
		g.line("async with %s:", what)
		g.indented(func() { g.log() })
		g.block(2)
	}
	g.log(what + ".locked()")
	return true
}

func (g *taskProgram) queued() bool {
	what := g.pick("queue", "queue", "ordered")
	switch g.IntN(7) {
	case 0, 1:
		g.line("await %s.put(%d)", what, g.label())
		g.log(what + ".qsize()")
	case 2, 3:
		g.log(fmt.Sprintf("await %s.get()", what))
	case 4:
		g.log(fmt.Sprintf("await %s.get()", what))
		g.line("%s.task_done()", what)
	case 5:
		g.line("await %s.join()", what)
		g.log()
	case 6:
		if g.times > 1 {
			return false
		}
		g.line("for i in range(2):")
		g.indented(func() { g.line("await %s.put(%d + i)", what, g.label()) })
	}
	return true
}

func (g *taskProgram) onCondition() bool {
	if !g.canNest() {
		return false
	}
	g.line("async with condition:")
	g.nesting++
	g.indented(func() {
		switch g.IntN(6) {
		case 0, 1:
			g.log("await condition.wait()")
		case 2:
			g.log(fmt.Sprintf("await condition.wait_for(lambda: box[\"n\"] > %d)", g.IntN(3)))
		case 3:
			g.line("box[\"n\"] += 1")
			g.line("condition.notify(%s)", g.pick("", "1", "2", "0"))
		case 4:
			g.line("condition.notify_all()")
		case 5:
			g.log("condition.locked()")
		}
		if g.one(2) {
			g.statement()
		}
	})
	g.nesting--
	g.log()
	return true
}

// iterate writes an async loop or comprehension over an async generator.
func (g *taskProgram) iterate() bool {
	if g.inAgen || !g.canNest() {
		return false
	}
	source := fmt.Sprintf("values%d()", g.IntN(2))
	switch g.IntN(5) {
	case 0:
		g.log(fmt.Sprintf("[v async for v in %s]", source))
	case 1:
		g.log(fmt.Sprintf("[await asyncio.sleep(%s, v) async for v in %s if v %% 2]", g.delay(), source))
	case 2:
		if g.runs > 1 {
			return false // its name may keep it, see drive
		}
		name := fmt.Sprint("values", g.label())
		g.line("async with contextlib.aclosing(%s) as %s:", source, name)
		g.indented(func() {
			g.line("async for v in %s:", name)
			g.loops++
			g.indented(func() { g.log("v") })
			g.block(1)
			g.loops--
		})
	default:
		g.line("async for v in %s:", source)
		g.loops++
		g.indented(func() { g.log("v") })
		if g.one(2) {
			g.block(1)
		}
		g.loops--
	}
	return true
}

// drive writes steps of an async generator by hand. It is kept to the end, as
// when it would be closed otherwise is up to CPython's collector.
func (g *taskProgram) drive() bool {
	if g.inAgen || g.runs > 1 {
		return false
	}
	name := fmt.Sprint("values", g.label())
	g.line("%s = kept(values%d())", name, g.IntN(2))
	for range 1 + g.IntN(3) {
		step := g.pick("anext(%s)", "anext(%s)", "anext(%s, None)", "%s.asend(None)", "%s.athrow(ValueError)", "%s.aclose()",
			"%s.athrow(asyncio.CancelledError)", "%s.asend(7)")
		if g.one(5) {
			g.log(fmt.Sprintf("await asyncio.wait_for("+step+", %s)", name, g.limit()))
			continue
		}
		g.log(fmt.Sprintf("await "+step, name))
	}
	return true
}

func (g *taskProgram) toThread() bool {
	if g.inAgen || g.inVisit {
		return false
	}
	work := fmt.Sprint("work", g.IntN(2))
	switch g.IntN(5) {
	case 4:
		g.line("tasks[\"t%dw\"] = asyncio.create_task(asyncio.to_thread(%s, %d))", g.number, work, g.label())
	case 0, 1:
		g.log(fmt.Sprintf("await asyncio.to_thread(%s, %d)", work, g.label()))
	case 2:
		g.log(fmt.Sprintf("await loop.run_in_executor(None, %s, %d)", work, g.label()))
	case 3:
		g.log(fmt.Sprintf("await asyncio.wait_for(asyncio.to_thread(%s), %s)", work, g.limit()))
	}
	return true
}

// schedule writes a callback for later.
func (g *taskProgram) schedule() {
	name, n := fmt.Sprint("callback", g.later()), g.label()
	switch g.IntN(5) {
	case 0, 1:
		g.line("handles.append(loop.call_soon(%s, %d))", name, n)
	case 2:
		g.line("handles.append(loop.call_later(%s, %s, %d))", g.delay(), name, n)
	case 3:
		g.line("handles.append(loop.call_at(loop.time() + %s, %s, %d))", g.delay(), name, n)
	case 4:
		g.line("loop.call_soon(%s, %d, context=contextvars.copy_context())", name, n)
	}
}

// guarded writes a statement that may raise where raising is not wanted.
func (g *taskProgram) guarded(statement, exception string) {
	if g.one(6) {
		g.line("%s", statement)
		return
	}
	g.line("try:")
	g.indented(func() { g.line("%s", statement) })
	g.line("except %s as e:", exception)
	g.indented(func() { g.log("e") })
}

// anyKey is the key of any task; only cancels may use it, as awaiting might close
// a circle.
func (g *taskProgram) anyKey() string { return g.key(g.IntN(len(g.costs))) }

// now writes something that happens at once.
func (g *taskProgram) now() bool {
	future := fmt.Sprintf("futures[%d]", g.IntN(3))
	n := g.label()
	message := g.pick("", "", fmt.Sprintf("\"m%d\"", n))
	switch g.IntN(24) {
	case 0, 1, 2, 3, 4:
		key := g.anyKey()
		if g.one(8) {
			key = fmt.Sprintf("\"t%dg\"", g.IntN(len(g.costs)))
		}
		g.line("if %s in tasks:", key)
		g.indented(func() { g.log(fmt.Sprintf("tasks[%s].cancel(%s)", key, message)) })
	case 5, 6:
		if g.inCall {
			g.line("event.set()")
			return true
		}
		g.log("asyncio.current_task()." + g.pick("cancel("+message+")", "cancel("+message+")", "uncancel()", "cancelling()"))
	case 7:
		g.line("%s.%s()", g.pick("event", "event", "other"), g.pick("set", "set", "clear"))
	case 8:
		g.guarded(fmt.Sprintf("%s.set_result(%d)", future, n), "asyncio.InvalidStateError")
	case 9:
		g.guarded(fmt.Sprintf("%s.set_exception(%s(%d))", future, g.pick("ValueError", "RuntimeError", "OSError"), n), "asyncio.InvalidStateError")
	case 10:
		g.log(fmt.Sprintf("%s.cancel(%s)", future, message))
	case 11:
		if g.firstCallback == callbacks {
			return false
		}
		if g.one(2) {
			key := g.anyKey()
			g.line("if %s in tasks:", key)
			g.indented(func() { g.line("tasks[%s].add_done_callback(callback%d)", key, g.later()) })
			return true
		}
		g.line("%s.add_done_callback(callback%d)", future, g.later())
	case 12:
		g.log(fmt.Sprintf("%s.remove_done_callback(callback%d)", future, g.IntN(3)))
	case 13, 14:
		if g.firstCallback == callbacks {
			return false
		}
		g.schedule()
	case 15:
		g.line("if handles:")
		g.indented(func() { g.line("handles.pop(%s).cancel()", g.pick("", "0")) })
	case 16:
		what := g.pick("queue", "queue", "ordered")
		g.guarded(fmt.Sprintf("%s.put_nowait(%d)", what, n), "(asyncio.QueueFull, asyncio.QueueShutDown)")
	case 17:
		what := g.pick("queue", "queue", "ordered")
		g.guarded(fmt.Sprintf("log(%d, %s.get_nowait())", n, what), "(asyncio.QueueEmpty, asyncio.QueueShutDown)")
	case 18:
		what := g.pick("lock.release()", "semaphore.release()", "bounded.release()", "queue.task_done()", "ordered.task_done()", "condition.notify()")
		g.guarded(what, "(RuntimeError, ValueError)")
	case 19:
		g.guarded(g.pick("queue", "ordered")+".shutdown("+g.pick("", "immediate=True")+")", "RuntimeError")
	case 20:
		if n := len(g.timeouts); n > 0 && g.one(2) {
			g.line("%s.reschedule(%s)", g.timeouts[g.IntN(n)], g.pick("None", "loop.time() + 1", "loop.time()", "0", "loop.time() + 0.5"))
			return true
		}
		g.line("if limits:")
		g.indented(func() { g.guarded("limits[-1].reschedule(loop.time() + "+g.pick("0", "1")+")", "RuntimeError") })
	case 21:
		g.line("var.set(%d)", n)
	case 22:
		if g.inAgen {
			return false
		}
		g.log(g.pick("var.get()", "everyone()", "sorted(tasks)", "box", "futures", "loop.time()"))
	case 23:
		g.line("box[\"n\"] += 1")
	}
	return true
}

// later chooses a callback, in a callback a later one: to add one to a future that
// is done has it called, which must not go round.
func (g *taskProgram) later() int {
	return g.firstCallback + g.IntN(callbacks-g.firstCallback)
}
