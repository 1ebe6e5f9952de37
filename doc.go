// Package coro compiles and runs Coro programs: asyncio scenarios in the
// language of Python 3.13, on a virtual clock and a simulated network.
//
// # A tour of one program
//
// Take this one:
//
//	async def work(n):
//	    await sleep(n)
//	    return n * n
//
//	print(await gather(work(3600), work(1)), now())
//
// [Compile] turns it into a [Program]. A .coro file is a scenario: sleep, gather
// and now are predeclared, and its body may await; a .py file is a plain script.
// What is wrong with the text comes back as one [SyntaxError] with everything
// that was found, and [Show] writes that the way people read it.
//
//	prog, err := coro.Compile("squares.coro", src)
//
// A Program never changes. [Program.Run] runs it with [Options]: its words and
// streams, the files that it can import, its clock, its seed, its limits. The
// zero Options are a run on the virtual clock without input and output.
//
//	var out bytes.Buffer
//	status := prog.Run(ctx, coro.Options{Stdout: &out})
//
// The body is the main coroutine. gather makes two tasks, each sleeps, and as
// nothing else is to be done the clock jumps to 1 and then to 3600. The program
// prints [12960000, 1] 3600.0 and its status is 0, a few microseconds later.
// Running it again gives the same bytes; runs side by side share nothing but the
// Program.
//
// A run that is to be interrupted as by Ctrl-C is begun with [Program.Start].
// Where the program comes from a user, [Open] finds it by name, and [Dir], [FS]
// and [FirstOf] say what it can import. A [Session] runs a program input by
// input, as at a prompt.
package coro
