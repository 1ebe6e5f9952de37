package kinds

import (
	"fmt"
	"strings"
)

// The statements of coroutines: those that await, and those with blocks.

// taskStatement is a kind of statement and how often it comes. One whose write
// gives false has nothing to do in this place.
type taskStatement struct {
	weight int
	write  func(*taskProgram) bool
}

var (
	taskStatements       []taskStatement
	taskStatementsWeight int
)

func init() { // as the statements themselves write statements
	taskStatements = []taskStatement{
		{14, (*taskProgram).sleep},
		{16, (*taskProgram).now},
		{12, (*taskProgram).spawn},
		{8, (*taskProgram).awaitOne},
		{5, (*taskProgram).gather},
		{4, (*taskProgram).wait},
		{5, (*taskProgram).waitFor},
		{4, (*taskProgram).asCompleted},
		{4, (*taskProgram).shield},
		{16, (*taskProgram).try},
		{7, (*taskProgram).timeout},
		{7, (*taskProgram).group},
		{4, (*taskProgram).loop},
		{8, (*taskProgram).primitive},
		{6, (*taskProgram).locked},
		{5, (*taskProgram).queued},
		{5, (*taskProgram).onCondition},
		{4, (*taskProgram).iterate},
		{3, (*taskProgram).drive},
		{3, (*taskProgram).toThread},
		{2, (*taskProgram).name},
		{1, (*taskProgram).bare},
		{3, (*taskProgram).outcome},
		{3, (*taskProgram).byHand},
		{3, (*taskProgram).variables},
		{6, (*taskProgram).manage},
		{2, (*taskProgram).ticks},
		{3, (*taskProgram).madeEagerly},
		{1, (*taskProgram).onLoop},
		{1, (*taskProgram).reprs},
		{1, (*taskProgram).pooled},
		{1, (*taskProgram).staggered},
		{2, (*taskProgram).leave},
		{1, (*taskProgram).raise},
	}
	for _, row := range taskStatements {
		taskStatementsWeight += row.weight
	}
}

// statement writes one statement, or what little a spent body can afford.
func (g *taskProgram) statement() {
	g.cost += g.times
	for range 8 {
		row, n := 0, g.IntN(taskStatementsWeight)
		for ; n >= taskStatements[row].weight; row++ {
			n -= taskStatements[row].weight
		}
		if taskStatements[row].write(g) {
			return
		}
	}
	g.log()
}

func (g *taskProgram) statements(n int) {
	for range n {
		g.statement()
	}
}

// block writes an indented block of at most n statements.
func (g *taskProgram) block(n int) {
	g.nesting++
	g.indented(func() { g.statements(1 + g.IntN(n)) })
	g.nesting--
}

// canNest tells whether there is room for another block.
func (g *taskProgram) canNest() bool { return g.nesting < deepestTaskBlock }

// callee chooses a coroutine to call n times, and pays for it; -1 is none.
func (g *taskProgram) callee() int {
	limit := taskCost
	if g.number < 0 {
		limit = mainTaskCost
	}
	rest := len(g.costs) - g.number - 1
	for range 3 {
		if rest <= 0 {
			break
		}
		i := g.number + 1 + g.IntN(rest)
		if price := g.costs[i] * g.times; g.cost+price <= limit {
			g.cost += price
			return i
		}
	}
	return -1
}

// call returns the call of a coroutine.
func (g *taskProgram) call() string {
	if i := g.callee(); i >= 0 {
		return fmt.Sprintf("f%d(%d)", i, g.label())
	}
	return fmt.Sprintf("asyncio.sleep(%s, %d)", g.delay(), g.label())
}

// key returns the name under which a task of coroutine i is kept.
func (g *taskProgram) key(i int) string {
	return fmt.Sprintf("%q", fmt.Sprint("t", i, g.pick("a", "b")))
}

// awaitable returns something that this coroutine may await.
func (g *taskProgram) awaitable() string {
	switch n := g.IntN(14); {
	case n == 12:
		return fmt.Sprintf("Later(%d, %s, %d)", g.IntN(3), g.delay(), g.label())
	case n == 13:
		return fmt.Sprintf("asyncio.%s", g.pick(fmt.Sprintf("shield(%s)", g.call()), fmt.Sprintf("gather(%s, %s)", g.call(), g.call()),
			fmt.Sprintf("gather(%s, return_exceptions=True)", g.call())))
	case n < 5:
		return g.call()
	case n < 8 && len(g.costs)-g.number-1 > 0:
		return fmt.Sprintf("made(%s)", g.key(g.number+1+g.IntN(len(g.costs)-g.number-1)))
	case n < 9:
		return fmt.Sprintf("futures[%d]", g.IntN(3))
	case n < 10:
		return g.pick("event.wait()", "other.wait()", "queue.get()", "ordered.get()", "barrier.wait()",
			fmt.Sprintf("queue.put(%d)", g.label()), "lock.acquire()", "semaphore.acquire()", "queue.join()")
	case n < 11:
		return fmt.Sprintf("asyncio.wait_for(%s, %s)", g.call(), g.limit())
	default:
		return fmt.Sprintf("asyncio.sleep(%s, %d)", g.delay(), g.label())
	}
}

func (g *taskProgram) awaitables(most int) string {
	var list []string
	for range g.IntN(most + 1) {
		list = append(list, g.awaitable())
	}
	return strings.Join(list, ", ")
}

// futureList returns a list of what asyncio.wait takes.
func (g *taskProgram) futureList(most int) string {
	var list []string
	for range 1 + g.IntN(most) {
		list = append(list, fmt.Sprintf("asyncio.ensure_future(%s)", g.awaitable()))
	}
	return "[" + strings.Join(list, ", ") + "]"
}

func (g *taskProgram) sleep() bool {
	if g.one(5) {
		g.log(fmt.Sprintf("await asyncio.sleep(%s, %d)", g.delay(), g.label()))
	} else {
		g.line("await asyncio.sleep(%s)", g.delay())
		g.log()
	}
	return true
}

// spawn makes a task, most often one that others find by its key.
func (g *taskProgram) spawn() bool {
	i := g.callee()
	if i < 0 {
		return false
	}
	options := ""
	if g.one(3) {
		options += fmt.Sprintf(", name=\"n%d\"", g.label())
	}
	if g.one(10) {
		options += ", context=" + g.context()
	}
	call := fmt.Sprintf("f%d(%d)", i, g.label())
	make := "asyncio.create_task"
	if n := len(g.taskBody.groups); n > 0 && g.one(2) {
		make = g.taskBody.groups[g.IntN(n)] + ".create_task"
	} else if g.one(12) {
		make = "loop.create_task"
	}
	switch {
	case g.one(10):
		g.line("if groups:")
		g.indented(func() { g.line("groups[-1].create_task(%s%s)", call, options) })
	case g.one(10):
		g.line("%s(%s%s)", make, call, options)
	default:
		g.line("tasks[%s] = %s(%s%s)", g.key(i), make, call, options)
	}
	return true
}

func (g *taskProgram) awaitOne() bool {
	g.log("await " + g.awaitable())
	return true
}

func (g *taskProgram) gather() bool {
	options := g.pick("", "", ", return_exceptions=True")
	list := g.awaitables(3)
	if list == "" {
		options = strings.TrimPrefix(options, ", ")
	}
	call := fmt.Sprintf("asyncio.gather(%s%s)", list, options)
	if g.one(4) {
		key := fmt.Sprintf("\"t%dg\"", g.number)
		g.line("tasks[%s] = %s", key, call)
		g.statement()
		g.log("await made(" + key + ")")
		return true
	}
	g.log("await " + call)
	return true
}

func (g *taskProgram) wait() bool {
	options := ""
	if g.one(2) {
		options += ", timeout=" + g.limit()
	}
	if !g.one(3) {
		options += ", return_when=asyncio." + g.pick("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED")
	}
	g.line("done, pending = await asyncio.wait(%s%s)", g.futureList(3), options)
	g.log("done", "pending")
	switch g.IntN(4) {
	case 0:
		g.line("for p in pending:")
		g.indented(func() { g.log("p", "p.cancel()") })
	case 1:
		g.line("for d in done:")
		g.indented(func() { g.log("await d") })
	}
	return true
}

func (g *taskProgram) waitFor() bool {
	g.log(fmt.Sprintf("await asyncio.wait_for(%s, %s)", g.awaitable(), g.limit()))
	return true
}

func (g *taskProgram) asCompleted() bool {
	options := g.pick("", "", ", timeout="+g.limit())
	async := g.pick("", "async ")
	g.line("%sfor c in asyncio.as_completed([%s]%s):", async, g.awaitables(3), options)
	g.nesting++
	g.loops++
	g.indented(func() {
		if async == "" || g.one(2) {
			g.log("await c")
		} else {
			g.log("c")
		}
		if g.one(4) {
			g.statement()
		}
		if g.one(6) && !g.inStar {
			g.line("break")
		}
	})
	g.loops--
	g.nesting--
	return true
}

func (g *taskProgram) shield() bool {
	g.log(fmt.Sprintf("await asyncio.shield(%s)", g.awaitable()))
	return true
}

// exception returns what an except clause names.
func (g *taskProgram) exception() string {
	return g.pick("asyncio.CancelledError", "asyncio.CancelledError", "asyncio.CancelledError", "Exception",
		"Exception", "TimeoutError", "ValueError", "BaseException", "(ValueError, asyncio.CancelledError)",
		"RuntimeError", "asyncio.QueueEmpty", "ExceptionGroup")
}

func (g *taskProgram) try() bool {
	if !g.canNest() {
		return false
	}
	g.line("try:")
	g.block(3)
	if g.one(6) {
		return g.exceptStar()
	}
	handlers := g.IntN(3)
	for i := range handlers {
		g.line("except %s as e%d:", g.exception(), i)
		g.indented(func() {
			g.log(fmt.Sprintf("e%d", i))
			g.recover()
		})
	}
	if handlers > 0 && g.one(8) {
		g.line("else:")
		g.block(1)
	}
	if handlers == 0 || g.one(3) {
		g.line("finally:")
		g.indented(func() {
			g.log()
			if g.one(2) {
				g.sleep()
			} else if g.one(2) {
				g.statement()
			} else if g.one(6) && !g.inAgen && g.loops == 0 {
				g.line("return %d", g.label())
			}
		})
	}
	return true
}

// recover writes what follows once an exception is caught.
func (g *taskProgram) recover() {
	switch g.IntN(8) {
	case 0:
		g.line("raise")
	case 1:
		g.raise()
	case 2:
		g.log("asyncio.current_task().uncancel()")
	case 3:
		g.sleep()
		if g.one(2) {
			g.line("raise")
		}
	case 4:
		g.statement()
	}
}

func (g *taskProgram) exceptStar() bool {
	outer := g.inStar
	for i := range 1 + g.IntN(2) {
		g.line("except* %s as e%d:", g.pick("ValueError", "asyncio.CancelledError", "TimeoutError", "Exception", "BaseException", "RuntimeError"), i)
		g.inStar = true
		g.indented(func() {
			g.log(fmt.Sprintf("e%d", i))
			if g.one(2) {
				g.recover()
			}
		})
		g.inStar = outer
	}
	return true
}

func (g *taskProgram) timeout() bool {
	if !g.canNest() {
		return false
	}
	name := fmt.Sprint("limit", g.label())
	if g.one(4) {
		when := g.pick("0", "0.5", "1", "2", "-1")
		g.line("async with asyncio.timeout_at(loop.time() + %s) as %s:", when, name)
	} else {
		g.line("async with asyncio.timeout(%s) as %s:", g.limit(), name)
	}
	if g.one(4) {
		g.indented(func() { g.line("limits.append(%s)", name) })
	}
	g.timeouts = append(g.timeouts, name)
	g.block(3)
	g.timeouts = g.timeouts[:len(g.timeouts)-1]
	g.log(name+".expired()", name+".when()")
	return true
}

func (g *taskProgram) group() bool {
	if !g.canNest() {
		return false
	}
	name := fmt.Sprint("group", g.label())
	g.line("async with asyncio.TaskGroup() as %s:", name)
	g.taskBody.groups = append(g.taskBody.groups, name)
	g.indented(func() {
		if g.one(4) {
			g.line("groups.append(%s)", name)
		}
		for range g.IntN(3) {
			g.spawn()
		}
	})
	g.block(3)
	g.taskBody.groups = g.taskBody.groups[:len(g.taskBody.groups)-1]
	g.log()
	return true
}

func (g *taskProgram) loop() bool {
	if !g.canNest() || g.times > 6 {
		return false
	}
	n := 2 + g.IntN(2)
	g.line("for i%d in range(%d):", g.nesting, n)
	g.times *= n
	g.loops++
	star := g.inStar
	g.inStar = false // break and continue of a loop inside are its own
	g.block(2)
	g.inStar = star
	g.loops--
	g.times /= n
	return true
}

// leave writes a way out of the loop or coroutine.
func (g *taskProgram) leave() bool {
	switch {
	case g.inStar || g.nesting == 0 || g.inAgen:
		return false
	case g.loops > 0:
		g.line("if box[\"n\"] %% 2:")
		g.indented(func() { g.line("%s", g.pick("break", "continue")) })
	default:
		g.line("if box[\"n\"] %% 3 == 1:")
		g.indented(func() { g.line("return %d", g.label()) })
	}
	return true
}

// raise writes a raise statement.
func (g *taskProgram) raise() bool {
	n := g.label()
	if g.one(30) && !g.inVisit {
		g.line("raise %s", g.pick(fmt.Sprintf("SystemExit(%d)", n%200), "KeyboardInterrupt"))
		return true
	}
	g.line("raise %s", g.pick(
		fmt.Sprintf("ValueError(%d)", n), fmt.Sprintf("ValueError(%d)", n), fmt.Sprintf("RuntimeError(%d)", n),
		fmt.Sprintf("KeyError(%d)", n), fmt.Sprintf("asyncio.CancelledError(%d)", n), "asyncio.CancelledError", "TimeoutError",
		fmt.Sprintf("ExceptionGroup(\"group\", [ValueError(%d), OSError(%d)])", n, n),
		fmt.Sprintf("BaseExceptionGroup(\"base\", [ValueError(%d), asyncio.CancelledError(%d)])", n, n)))
	return true
}
