package stdlib

import rt "github.com/coro-lang/coro/lang/runtime"

// signal: the names. Ctrl-C is the one signal there is, and no program handles it
// but by KeyboardInterrupt.

var signalModule = rt.ModuleDef{
	Name: "signal",
	Source: `SIGINT, SIGTERM = 2, 15
SIG_DFL, SIG_IGN = 0, 1


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


def getsignal(signalnum):
    return default_int_handler if signalnum == SIGINT else SIG_DFL


def signal(signalnum, handler):
    raise ValueError("signal handlers are not in Coro: Ctrl-C cancels the main task")
`,
}

func init() {
	rt.RegisterModule(&signalModule)
}
