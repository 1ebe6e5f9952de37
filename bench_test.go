package coro_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/coro-lang/coro"
)

// Benchmarks of the machine and of tasks, written in the language: each is a program
// that does one thing many times, and fails if its answer is not the expected one.
// What is reported is the time for doing it once, the loop around it included; the
// sub-benchmark "nothing" is that loop alone.

// steps is how many times a program does its thing.
const steps = 100_000

// runProgram benchmarks a program that prints one line.
func runProgram(b *testing.B, name, src, want string) {
	b.Helper()
	prog, err := coro.Compile(name, []byte(src))
	if err != nil {
		var text strings.Builder
		coro.Show(&text, err, false)
		b.Fatalf("%s\n%s", src, text.String())
	}
	b.ReportAllocs()
	var out, problems bytes.Buffer
	for b.Loop() {
		out.Reset()
		status := prog.Run(context.Background(), coro.Options{Stdout: &out, Stderr: &problems})
		if got := strings.TrimSpace(out.String()); status != 0 || problems.Len() > 0 || got != want {
			b.Fatalf("status %d, answer %q, want %q\n%s", status, got, want, problems.String())
		}
	}
}

func BenchmarkMachine(b *testing.B) {
	for _, c := range []struct {
		name   string
		before string // what is defined outside of the function, if anything
		setup  string
		body   string
		result string // an expression; %d is the number of steps
		want   string
	}{
		{"nothing", "", "pass", "pass", "i", "99999"},
		{"move", "", "x = 1", "y = x", "y", "1"},
		{"add int", "", "x = 0", "x = x + i", "x", "4999950000"},
		{"add constant", "", "x = 0", "x += 3", "x", "300000"},
		{"add float", "", "x = 0.0", "x = x + 0.5", "x", "50000.0"},
		{"multiply float", "", "x, y = 1.0, 1.5", "z = x * y", "z", "1.5"},
		{"floor division and modulo", "", "x = 0", "x += i // 7 % 3", "x", "99998"},
		{"big int", "", "x, y = 1 << 100, 0", "y = x + i", "y - x", "99999"},
		{"compare and branch", "", "x = 0", "if i < 50000: x += 1", "x", "50000"},
		{"and, or, not", "", "x, y = 0, None", "if i and not y or x: x = 1", "x", "1"},
		{"is None", "", "x, y = 0, None", "if y is None: x = 1", "x", "1"},
		{"while", "", "x = 0", "while x < i: x += 1", "x", "99999"},
		{"load global", "g = 5", "x = 0", "x = g", "x", "5"},
		{"store global", "g = 5", "global g", "g = i", "g", "99999"},
		{"cell", "", "x = 0\n    f = lambda: x", "x = i", "f()", "99999"},
		{"list index", "", "x, y = [1, 2, 3], 0", "y += x[1]", "y", "200000"},
		{"list store", "", "x = [1, 2, 3]", "x[1] = i", "x[1]", "99999"},
		{"list append", "", "x = []", "x.append(i)", "len(x)", "100000"},
		{"list display", "", "x = 0", "x = [i, i, i]", "x[2]", "99999"},
		{"slice", "", "x, y = [1, 2, 3, 4], 0", "y = x[1:3]", "y", "[2, 3]"},
		{"tuple unpack", "", "x, y = 0, 1", "x, y = y, x", "x", "0"},
		{"dict get int", "", "x, y = {1: 2, 3: 4}, 0", "y += x[3]", "y", "400000"},
		{"dict get str", "", "x, y = {'one': 2, 'two': 4}, 0", "y += x['two']", "y", "400000"},
		{"dict store", "", "x = {'one': 2}", "x['one'] = i", "x['one']", "99999"},
		{"dict grow", "", "x = {}", "x[i] = i", "len(x)", "100000"},
		{"in dict", "", "x, y = {'one': 2}, 0", "if 'one' in x: y += 1", "y", "100000"},
		{"string append", "", "x = ''", "x += 'ab'", "len(x)", "200000"},
		{"string index", "", "x, y = 'hello', ''", "y = x[1]", "y", "e"},
		{"f-string", "", "x = ''", "x = f'<{i}>'", "x", "<99999>"},
		{"join", "", "x, y = ['a', 'b', 'c'], ''", "y = '-'.join(x)", "y", "a-b-c"},
		{"string method", "", "x, y = 'GET', ''", "y = x.lower()", "y", "get"},
		{"attribute load", classPair, "p, y = Pair(1, 2), 0", "y = p.b", "y", "2"},
		{"attribute store", classPair, "p = Pair(1, 2)", "p.b = i", "p.b", "99999"},
		{"method call", classPair, "p, y = Pair(1, 2), 0", "y += p.sum()", "y", "300000"},
		{"object", classPair, "p = None", "p = Pair(i, 2)", "p.a", "99999"},
		{"property", classPair, "p, y = Pair(1, 2), 0", "y += p.total", "y", "300000"},
		{"operator method", classPair, "p = Pair(0, 0)\n    q = Pair(1, 2)", "p = p + q", "p.b", "200000"},
		{"call", "def f(a, b): return a + b", "x = 0", "x = f(x, i)", "x", "4999950000"},
		{"call with keyword", "def f(a, b=2): return a + b", "x = 0", "x = f(x, b=i)", "x", "4999950000"},
		{"call with star", "def f(*args): return args[1]", "x, a = 0, (1, 2)", "x += f(*a)", "x", "200000"},
		{"closure call", "", "x = 0\n    def f(a): return a + x", "x = f(1)", "x", "100000"},
		{"builtin call", "", "x, y = [1, 2, 3], 0", "y += len(x)", "y", "300000"},
		{"comprehension", "", "x, y = [1, 2, 3], 0", "y = [a for a in x]", "y", "[1, 2, 3]"},
		{"generator", "def g(n):\n    while True: yield n", "x, y = 0, g(1)", "x += next(y)", "x", "100000"},
		{"generator, whole", "def g():\n    yield 1", "x = 0", "for y in g(): x += y", "x", "100000"},
		{"try", "", "x = 0", "try: x += 1\n        finally: x += 1", "x", "200000"},
		{"raise and catch", "", "x = 0", "try: raise ValueError(i)\n        except ValueError as e: x += 1", "x", "100000"},
		{"raise through a call", "def f(): raise KeyError(1)", "x = 0", "try: f()\n        except KeyError: x += 1", "x", "100000"},
		{"with", classManager, "m = Manager()", "with m: pass", "m.n", "200000"},
		{"match", "", "x = 0", "match (1, i):\n            case (0, _): pass\n            case (1, y): x = y", "x", "99999"},
	} {
		b.Run(c.name, func(b *testing.B) {
			src := fmt.Sprintf("%s\n\ndef run(n):\n    %s\n    for i in range(n):\n        %s\n    return %s\n\nprint(run(%d))\n",
				c.before, c.setup, c.body, c.result, steps)
			runProgram(b, "machine.py", src, c.want)
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/steps, "ns/step")
		})
	}
}

const classPair = `
class Pair:
    def __init__(self, a, b):
        self.a = a
        self.b = b

    def sum(self):
        return self.a + self.b

    @property
    def total(self):
        return self.a + self.b

    def __add__(self, other):
        return Pair(self.a + other.a, self.b + other.b)
`

const classManager = `
class Manager:
    n = 0

    def __enter__(self):
        self.n += 1

    def __exit__(self, *exc):
        self.n += 1
`

func BenchmarkTasks(b *testing.B) {
	for _, c := range []struct {
		name string
		src  string
		want string
	}{
		{"switch, 2 tasks", switching(2), "100000"},
		{"switch, 100 tasks", switching(100), "100000"},
		{"switch, 10000 tasks", switching(10_000), "100000"},
		{"await", "async def f(x): return x + 1\nx = 0\nfor _ in range(100000): x = await f(x)\nprint(x)", "100000"},
		{"await, three deep", `
async def f(x): return x + 1
async def g(x): return await f(x)
async def h(x): return await g(x)
async def main():
    x = 0
    for _ in range(100000): x = await h(x)
    return x
print(await main())`, "100000"},
		{"create and finish", `
async def f(): return 1
async def main():
    x = 0
    for _ in range(100000): x += await create_task(f())
    return x
print(await main())`, "100000"},
		{"gather", `
async def f(): return 1
async def main():
    x = 0
    for _ in range(1000): x += sum(await gather(*[f() for _ in range(100)]))
    return x
print(await main())`, "100000"},
		{"sleep in turn", `
async def main():
    for _ in range(100000): await sleep(1)
    return now()
print(await main())`, "100000.0"},
		{"sleep at once", `
async def f(i): await sleep(i * 7919 % 100003)
async def main():
    for t in [create_task(f(i)) for i in range(100000)]: await t
    return now()
print(await main())`, "100002.0"},
		{"future", `
async def f(a):
    for x in a: x.set_result(1)
async def main():
    x = 0
    for _ in range(1000):
        a = [Future() for _ in range(100)]
        t = create_task(f(a))
        for y in a: x += await y
    return x
print(await main())`, "100000"},
		{"event", `
async def f(a, b):
    while True:
        await a.wait()
        a.clear()
        b.set()
async def main():
    a, b, x = Event(), Event(), 0
    t = create_task(f(a, b))
    for _ in range(100000):
        a.set()
        await b.wait()
        b.clear()
        x += 1
    t.cancel()
    return x
print(await main())`, "100000"},
		{"queue", `
async def f(a, b):
    while True: await b.put(await a.get())
async def main():
    a, b, x = Queue(), Queue(), 0
    t = create_task(f(a, b))
    for _ in range(100000):
        await a.put(1)
        x += await b.get()
    t.cancel()
    return x
print(await main())`, "100000"},
		{"lock, free", `
async def main():
    lock, x = Lock(), 0
    for _ in range(100000):
        async with lock: x += 1
    return x
print(await main())`, "100000"},
		{"lock, wanted", `
x = 0
async def f(lock):
    global x
    for _ in range(10000):
        async with lock:
            x += 1
            await sleep(0)
async def main():
    lock = Lock()
    await gather(*[f(lock) for _ in range(10)])
    return x
print(await main())`, "100000"},
		{"timeout, kept", `
async def main():
    x = 0
    for _ in range(100000):
        async with timeout(1): x += 1
    return x
print(await main())`, "100000"},
		{"timeout, missed", `
async def main():
    x = 0
    for _ in range(100000):
        try:
            async with timeout(1): await sleep(2)
        except TimeoutError: x += 1
    return x
print(await main())`, "100000"},
		{"cancel", `
async def f(): await sleep(1)
async def main():
    x = 0
    tasks = [create_task(f()) for _ in range(100000)]
    await sleep(0)
    for t in tasks: t.cancel()
    for t in tasks:
        try: await t
        except CancelledError: x += 1
    return x
print(await main())`, "100000"},
		{"task group", `
async def f(): return 1
async def main():
    x = 0
    for _ in range(10000):
        async with TaskGroup() as g: tasks = [g.create_task(f()) for _ in range(10)]
        x += sum(t.result() for t in tasks)
    return x
print(await main())`, "100000"},
		{"simulated request", `
@route("http://service/")
async def service(request): return "ok"
async def main():
    x = 0
    for _ in range(100000): x += len(await (await http.get("http://service/")).text())
    return x // 2
print(await main())`, "100000"},
	} {
		b.Run(c.name, func(b *testing.B) {
			runProgram(b, "tasks.coro", c.src, c.want)
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/steps, "ns/step")
		})
	}
}

// switching is a program whose tasks switch a hundred thousand times in all.
func switching(tasks int) string {
	return fmt.Sprintf(`
async def f(n):
    for _ in range(n): await sleep(0)
    return n
print(sum(await gather(*[f(%d) for _ in range(%d)])))`, steps/tasks, tasks)
}

// BenchmarkRun runs compiled programs from start to end, as trying out the orders of
// a scenario does.
func BenchmarkRun(b *testing.B) {
	b.Run("empty", func(b *testing.B) { runProgram(b, "empty.coro", "", "") })
	b.Run("print", func(b *testing.B) { runProgram(b, "print.coro", "print(1)", "1") })
	b.Run("two tasks", func(b *testing.B) {
		runProgram(b, "two.coro", `
balance = 0
async def deposit(amount):
    global balance
    before = balance
    await sleep(0.1)
    balance = before + amount
await gather(deposit(1), deposit(2))
print(balance)`, "2")
	})
}
