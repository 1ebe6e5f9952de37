package coro_test

import (
	"bytes"
	"context"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/coro-lang/coro"
	"github.com/coro-lang/coro/lang/runtime"
)

// runHostile runs a program with limits and fails the test if it outlives them.
func runHostile(t *testing.T, src string, options coro.Options) (out, errOut string, status int) {
	t.Helper()
	prog, err := coro.Compile("hostile.py", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	options.Stdout, options.Stderr = &stdout, &stderr
	ended := make(chan int, 1)
	go func() { ended <- prog.Run(context.Background(), options) }()
	select {
	case status = <-ended:
	case <-time.After(30 * time.Second):
		t.Fatal("still running")
	}
	return stdout.String(), stderr.String(), status
}

// TestEndless runs what never ends, or not in this life: --timeout does end it,
// and what was printed before is there.
func TestEndless(t *testing.T) {
	const imports = "import asyncio, collections, copy, functools, heapq, itertools, json, math, operator, random, re\n" +
		"from itertools import count, repeat\nones = repeat(1)\n" +
		"def dag(x):\n    for i in range(100): x = type(x)((x, x))\n    return x\n"
	for _, src := range []string{
		"''.join(repeat('a', 10**15))", "sum(count())", "list(count())", "sorted(count())", "set(repeat(1))",
		"dict.fromkeys(repeat(1))", "any(repeat(0))", "all(ones)", "min(ones)", "max(ones)", "2 in ones", "tuple(ones)",
		"bytes(ones)", "print(*ones)", "[].extend(ones)", "a, *b = ones", "[*ones]", "{*ones}", "int.__add__(*ones)",
		"next(filter(None, repeat(0)))", "[x for x in map(abs, ones) if not x]", "list(zip(ones, ones))",
		"next(itertools.dropwhile(bool, ones))", "next(itertools.filterfalse(None, ones))",
		"next(itertools.islice(ones, 10**15, None))", "next(itertools.compress(ones, repeat(0)))",
		"next(itertools.chain.from_iterable(repeat(())))", "g = itertools.groupby(ones); next(g); next(g)",
		"sum(itertools.accumulate(ones))", "itertools.product(count())", "list(itertools.permutations(range(1000)))",
		"list(itertools.combinations(range(1000), 500))", "sum(1 for _ in itertools.product(range(9), repeat=900))",
		"a, b = itertools.tee(ones); sum(a)", "functools.reduce(operator.and_, ones)", "collections.deque(ones, 5)",
		"collections.Counter(ones)", "heapq.nlargest(5, ones)", "list(heapq.merge(ones, ones))", "math.fsum(repeat(1.0))",
		"math.prod(ones)", "operator.countOf(ones, 1)", "operator.indexOf(ones, 2)",
		"re.match(r'(a+)+$', 'a' * 40 + 'b')", "re.match(r'(a|aa)+$', 'a' * 60 + 'b')",
		"re.sub(r'(x+x+)+y', '', 'x' * 50)", "x = [1]\nfor i in x: x.append(i)",
		"dag([]) == dag([])", "dag(()) == dag(())", "dag(()) < dag(())", "repr(dag([]))", "str(dag(()))", "hash(dag(()))",
		"json.dumps(dag([]))", "isinstance('', dag((int,)))", "issubclass(str, dag((int,)))", "'%s' % (dag(()),)",
		"class A:\n    def __iter__(self): return self\n    def __next__(self): return 1\nlist(A())",
		"class A:\n    def __getitem__(self, i): return i\n-1 in A()",
		"class A:\n    def __len__(self): return 1\n    def __getitem__(self, i): return 1\nlist(reversed(A())), list(iter(A()))",
		"def g():\n    while True: yield\nlist(g())",
		"def f():\n    yield from ones\nfor x in f(): pass",
		"async def f():\n    while True: await asyncio.sleep(0)\nasyncio.run(f())",
		"async def f():\n    while True: asyncio.create_task(f()); await asyncio.sleep(0)\nasyncio.run(f())",
		"async def f(n): await asyncio.gather(f(n + 1))\nasyncio.run(f(0))",
		"def again(loop): loop.call_soon(again, loop)\nasync def f():\n    again(asyncio.get_running_loop())\n    await asyncio.sleep(1)\nasyncio.run(f())",
		"e = KeyError()\nfor i in range(60): e = ExceptionGroup('', [e, e])\ne.split(ValueError)",
		"e = KeyError()\nfor i in range(60): e = ExceptionGroup('', [e, e])\ntry: raise e\nexcept* ValueError: pass",
		"while True: pass", "while True: f'{1}'", "while True: [1].sort()", "iter(int, 1).__length_hint__() if 0 else list(iter(int, 1))",
	} {
		t.Run(strings.ReplaceAll(src, "/", "÷"), func(t *testing.T) {
			t.Parallel()
			out, errOut, status := runHostile(t, imports+"print('before')\n"+src+"\nprint('after')\n",
				coro.Options{Timeout: 200 * time.Millisecond})
			if strings.Contains(out, "after\n") || status != 124 || !strings.Contains(errOut, "--timeout") {
				t.Errorf("%.100q, status %d, standard error:\n%.300s", out, status, errOut)
			}
		})
	}
}

// TestTooLarge makes values that no memory holds: each is an exception that the
// program can catch.
func TestTooLarge(t *testing.T) {
	const memory = "MemoryError"
	for src, want := range map[string]string{
		"'%1000000000d' % 1":                      memory,
		"'%*d' % (10**9, 1)":                      memory,
		"f'{1:>1000000000}'":                      memory,
		"f'{1.5:.1000000000f}'":                   memory,
		"f'{1:>10000000000000000000000}'":         "ValueError: Too many decimal digits in format string",
		"'%.10000000000f' % 1":                    "ValueError: precision too big",
		"'x' * 10**12":                            memory,
		"b'x' * 10**12":                           memory,
		"[0] * 10**12":                            memory,
		"(0,) * 10**12":                           memory,
		"[0] * 10**30":                            "OverflowError: cannot fit 'int' into an index-sized integer",
		"bytes(10**12)":                           memory,
		"list(range(10**12))":                     memory,
		"tuple(range(10**12))":                    memory,
		"len(range(10**30))":                      "OverflowError: Python int too large to convert to C ssize_t",
		"'a'.ljust(10**12)":                       memory,
		"'a'.center(10**12)":                      memory,
		"'a'.zfill(10**12)":                       memory,
		"'a\\t'.expandtabs(2**31 - 1)":            memory,
		"'a\\t'.expandtabs(10**12)":               "OverflowError: Python int too large to convert to C int",
		"('a' * 10**5).replace('a', 'b' * 10**6)": memory,
		"('a' * 10**5).join(['b'] * 10**5)":       memory,
		"1 << 10**12":                             memory,
		"1 << 10**30":                             "OverflowError: too many digits in integer",
		"3 ** 10**12":                             memory,
		"3 ** 10**30":                             memory,
		"math.factorial(10**9)":                   memory,
		"math.comb(10**9, 5 * 10**8)":             memory,
		"math.perm(10**9, 5 * 10**8)":             memory,
		"(1).to_bytes(10**12)":                    memory,
		"itertools.product([1], repeat=10**12)":   memory,
		"random.randbytes(10**12)":                memory,
		"random.getrandbits(10**12)":              "OverflowError: Python int too large to convert to C int",
		"chr(10**12)":                             "ValueError: chr() arg not in range(0x110000)",
		"int('9' * 10**6)":                        "ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 1000000 digits; use sys.set_int_max_str_digits() to increase the limit",
		"str(10**10**6)":                          "ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit",
	} {
		t.Run(strings.ReplaceAll(src, "/", "÷"), func(t *testing.T) {
			program := "import itertools, math, random\ntry:\n    print(len(" + src + "))\n" +
				"except Exception as e:\n    print(f'{type(e).__name__}: {e}'.rstrip(': '))\n"
			out, errOut, _ := runHostile(t, program, coro.Options{Config: runtime.Config{Memory: 100 << 20}, Timeout: 20 * time.Second})
			if out != want+"\n" {
				t.Errorf("%.300q, want %s; standard error:\n%.300s", out, want, errOut)
			}
		})
	}
}

// TestHandovers has very many tasks in a row whose coroutines are written in Go go on
// from one another: that must not nest on Go's stack.
func TestHandovers(t *testing.T) {
	defer debug.SetMaxStack(debug.SetMaxStack(32 << 20))
	const n = "200_000"
	for _, src := range []string{
		"for t in [asyncio.create_task(asyncio.sleep(0)) for _ in range(N)]: await t",
		"e = asyncio.Event()\n    ts = [asyncio.create_task(e.wait()) for _ in range(N)]\n    await asyncio.sleep(0)\n    e.set()\n    await asyncio.wait(ts)",
		"q = asyncio.Queue()\n    ts = [asyncio.create_task(q.get()) for _ in range(N)]\n    await asyncio.sleep(0)\n    for i in range(N): q.put_nowait(i)\n    await asyncio.wait(ts)",
	} {
		src = "import asyncio\nN = " + n + "\nasync def main():\n    " + src + "\n    print('all')\nasyncio.run(main())\n"
		if out, errOut, status := runHostile(t, src, coro.Options{}); out != "all\n" || errOut != "" || status != 0 {
			t.Errorf("%s: status %d, %q, %s", src, status, out, errOut)
		}
	}
}

// TestSleepOfAnother awaits, in a task of its own, the sleep that another task is in,
// of which there is no coroutine to go on with.
func TestSleepOfAnother(t *testing.T) {
	const src = `import asyncio
async def w(): await asyncio.sleep(1)
async def main():
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    try:
        await asyncio.create_task(t.get_coro().cr_await)
    except RuntimeError as e:
        print(e)
asyncio.run(main())
`
	if out, _, status := runHostile(t, src, coro.Options{}); out != "coroutine is being awaited already\n" || status != 0 {
		t.Errorf("status %d, %q", status, out)
	}
}
