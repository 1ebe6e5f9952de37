package coro_test

import (
	"context"
	"fmt"
	"os"

	"github.com/coro-lang/coro"
)

func Example() {
	prog, err := coro.Compile("squares.coro", []byte(`
async def work(n):
    await sleep(n)
    return n * n

print(await gather(work(3600), work(1)), now())
`))
	if err != nil {
		coro.Show(os.Stdout, err, false)
		return
	}
	status := prog.Run(context.Background(), coro.Options{Stdout: os.Stdout, Stderr: os.Stderr})
	fmt.Println("status", status)
	// Output:
	// [12960000, 1] 3600.0
	// status 0
}

func ExampleProgram_Run() {
	prog, err := coro.Compile("hello.coro", []byte("await sleep(3600)\nprint(now())\n"))
	if err != nil {
		coro.Show(os.Stderr, err, false)
		return
	}
	status := prog.Run(context.Background(), coro.Options{Stdout: os.Stdout, Stderr: os.Stderr})
	fmt.Println("status", status)
	// Output:
	// 3600.0
	// status 0
}

func ExampleShow() {
	_, err := coro.Compile("slip.coro", []byte("def fetch(url):\n    return await http.get(url)\n"))
	coro.Show(os.Stdout, err, false)
	// Output:
	// error[E0107]: 'await' outside an async function
	//   ┌─ slip.coro:2:12
	//  2│     return await http.get(url)
	//   │            ^^^^^ this function is a plain def
	//   = help: make it `async def fetch(url):` (line 1)
}

func ExampleSession() {
	s := coro.NewSession(coro.Options{Stdout: os.Stdout, Stderr: os.Stdout})
	for _, input := range []string{"1 + 1\n", "await sleep(_)\n", "now()\n"} {
		if _, _, err := s.Run(input); err != nil {
			coro.Show(os.Stdout, err, false)
		}
	}
	// Output:
	// 2
	// 2.0
}
