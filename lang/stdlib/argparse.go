package stdlib

import (
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// Module argparse, written in the language: four parts that make one module.

var (
	//go:embed argparse_help.py
	argparseHelp string
	//go:embed argparse_actions.py
	argparseActions string
	//go:embed argparse_parser.py
	argparseParser string
	//go:embed argparse_parse.py
	argparseParse string
)

var argparseModule = rt.ModuleDef{
	Name:   "argparse",
	Doc:    "Command lines.",
	Source: argparseHelp,
	More:   []string{argparseActions, argparseParser, argparseParse},
}

func init() {
	rt.RegisterModule(&argparseModule)
}
