"""Loading and running a program: the prelude, imports, the main coroutine."""
import _imp
import ast
import asyncio
import builtins
import importlib.abc
import importlib.machinery
import importlib.util
import inspect
import json
import math
import os
import random
import sys
import time
import types
import warnings

from . import chance, clients, clock, loop, network, ordered, report

FROM_ASYNCIO = '''
    sleep create_task gather wait wait_for as_completed timeout timeout_at shield
    TaskGroup Event Lock Condition Semaphore BoundedSemaphore Barrier Queue
    PriorityQueue LifoQueue to_thread run current_task all_tasks Future
    FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED CancelledError InvalidStateError
    QueueEmpty QueueFull'''.split()


def _words():
    """Coro's own words."""
    return dict(http=clients.Http(), route=network.route, Response=network.Response,
                HTTPError=network.ClientResponseError, now=lambda: clock.now,
                between=random.uniform, sometimes=chance.sometimes, always=loop.always)


class Programs(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """The program and the .coro and .py files beside it."""

    def __init__(self, folder, words):
        self.folder = folder
        plain = dict(vars(builtins), set=ordered.OrderedSet,
                     frozenset=ordered.OrderedFrozenSet,
                     __ordered_set__=ordered.OrderedSet)
        prelude = {name: getattr(asyncio, name) for name in FROM_ASYNCIO}
        prelude |= words | dict(asyncio=asyncio, random=random, json=json,
                                time=time, math=math, sys=sys, args=sys.argv[1:])
        self.builtins = {'.py': plain, '.coro': plain | prelude}

    def compile(self, path):
        report.program_files.add(path)
        with open(path, encoding='utf-8') as file:
            text = file.read()
        flags = 0 if path.endswith('.py') else ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        with warnings.catch_warnings():
            warnings.simplefilter('default', SyntaxWarning)
            code = compile(text, path, 'exec', flags, dont_inherit=True)
            if not ordered.builds_sets(code):
                return code
            warnings.simplefilter('ignore')
            tree = ast.parse(text, path)
            return compile(ordered.Rewriter().visit(tree), path, 'exec', flags,
                           dont_inherit=True)

    def run(self, path, name):
        """Run a file as the module name; a body that awaits is the main task."""
        module = types.ModuleType(name)
        sys.modules[name] = module
        code = self._prepare(module, path)
        if code.co_flags & inspect.CO_COROUTINE:
            asyncio.run(eval(code, vars(module)))
        else:
            exec(code, vars(module))

    def _prepare(self, module, path):
        extension = '.py' if path.endswith('.py') else '.coro'
        module.__builtins__, module.__file__ = self.builtins[extension], path
        return self.compile(path)

    def find_spec(self, name, path=None, target=None):
        stem = os.path.join(self.folder, *name.split('.'))
        for extension in ('.coro', '.py'):
            package = os.path.join(stem, '__init__' + extension)
            if os.path.isfile(package):
                spec = self._spec(name, package, is_package=True)
                spec.submodule_search_locations = [stem]
                return spec
            if os.path.isfile(stem + extension):
                return self._spec(name, stem + extension)
        return None

    def _spec(self, name, path, **kind):
        spec = importlib.util.spec_from_loader(name, self, origin=os.path.relpath(path), **kind)
        spec.has_location = True
        return spec

    def install(self):
        """Put the files where a script's folder is in sys.path: before the library,
        also before those of its modules that only the oracle has imported."""
        sys.meta_path.insert(sys.meta_path.index(importlib.machinery.PathFinder), self)
        files = {entry.partition('.')[0] for entry in os.listdir(self.folder or '.')}
        for name in list(sys.modules):
            top = name.partition('.')[0]
            if top in files and not (top in sys.builtin_module_names or _imp.is_frozen(top)):
                del sys.modules[name]

    def exec_module(self, module):
        origin = module.__spec__.origin
        code = self._prepare(module, origin)
        if code.co_flags & inspect.CO_COROUTINE:
            raise ImportError(f'{origin}: await at the top level of an imported file')
        exec(code, vars(module))


def run(path, worlds=()):
    """Run the worlds, then the program; the status that it ends with."""
    words = _words()
    sys.modules['coro'] = coro = types.ModuleType('coro')
    vars(coro).update(words)
    programs = Programs(os.path.dirname(path), words)
    programs.install()
    try:
        for world in worlds:
            programs.run(world, 'world')
        programs.run(path, '__main__')
    except SystemExit as exit:
        if exit.code is None or isinstance(exit.code, int):
            code = exit.code or 0
            return (code if -2**63 <= code < 2**63 else -1) & 0xff
        report.say(str(exit.code))
        return 1
    except KeyboardInterrupt as error:
        report.uncaught(error)
        return 130
    except BaseException as error:
        report.uncaught(error)
        return 1
    return 0
