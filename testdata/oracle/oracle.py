#!/usr/bin/env python3.13
"""Run Coro programs on CPython 3.13, under Coro's rules.

    oracle.py [--seed N] [--date TIME] [--world FILE]... FILE [words]
        runs one program, as `coro run` would
    oracle.py --batch
        reads requests from stdin, a JSON object a line, runs each in a process
        of its own, and answers each with a line on stdout:
        {"file": …, "flags": […], "words": […], "dir": …, "patience": seconds}
            -> {"file": …, "stdout": …, "stderr": …, "status": …}
        All but the file may be left out. A status below zero is the signal that
        ended the program: -14 after its time was over.

What a program must print is what CPython's own asyncio does on a virtual clock;
the package rules beside this file holds what has to be settled for that.
"""
import argparse
import datetime
import gc
import json
import os
import resource
import signal
import sys
import tempfile
import traceback
import weakref

from rules import chance, clients, clock, loop, program, report, strands

PATIENCE = 60       # seconds that a program of a batch may take
MEMORY = 2 << 30    # bytes that it may take
DEFAULT_SEED = 0

# Neither this folder nor the package may answer a program's imports.
sys.path = [p for p in sys.path if p != os.path.dirname(os.path.abspath(__file__))]


def parse(argv):
    parser = argparse.ArgumentParser(usage=__doc__, add_help=False)
    parser.add_argument('--seed', type=int, default=DEFAULT_SEED)
    parser.add_argument('--date', type=datetime.datetime.fromisoformat)
    parser.add_argument('--world', action='append', default=[])
    parser.add_argument('file')
    parser.add_argument('words', nargs=argparse.REMAINDER)
    return parser.parse_args(argv)


def install():
    """Put the rules in force, once in a process."""
    os.environ.clear()  # a program sees no environment
    clock.install()
    chance.install()
    report.install()
    loop.install()
    strands.install()
    clients.install()
    gc.disable()        # when a cycle is collected must not depend on luck


def run(argv):
    """Run one program under the rules; never returns."""
    options = parse(argv)
    date = options.date
    if date is not None:
        clock.start = (date if date.tzinfo else date.replace(tzinfo=datetime.timezone.utc)).timestamp()
    chance.begin(options.seed)
    sys.argv = [options.file, *options.words]
    status = program.run(options.file, options.world)
    weakref.finalize._exitfunc()    # as atexit would, which leave() does not ask
    try:
        report.leftovers()
    except SystemExit:
        pass            # a program's own exception handler may exit
    report.leave(status)


def batch():
    """Answer the requests on stdin; what all have in common is paid for once."""
    install()
    gc.freeze()         # what is there now is no concern of any program's leftovers
    for line in sys.stdin:
        request = json.loads(line)
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            child = os.fork()
            if child == 0:
                serve(request, out, err)
            _, ended = os.waitpid(child, 0)
            out.seek(0)
            err.seek(0)
            answer = {'file': request['file'], 'stdout': out.read().decode(errors='replace'),
                      'stderr': err.read().decode(errors='replace'),
                      'status': os.waitstatus_to_exitcode(ended)}
        print(json.dumps(answer), flush=True)


def serve(request, out, err):
    """In the child: take the request's place, streams and arguments."""
    null = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((null, 0), (out.fileno(), 1), (err.fileno(), 2)):
        os.dup2(source, target)
    sys.stdin = open(0, closefd=False)
    os.chdir(request.get('dir') or '.')
    signal.alarm(request.get('patience') or PATIENCE)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    argv = [*(request.get('flags') or ()), request['file'], *(request.get('words') or ())]
    try:
        run(argv)
    except Exception:
        traceback.print_exc()
    finally:            # run leaves by itself: it failed, or argparse exits
        report.leave(2)


if __name__ == '__main__':
    if sys.argv[1:] == ['--batch']:
        batch()
    else:
        install()
        run(sys.argv[1:])
