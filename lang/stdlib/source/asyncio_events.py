"""Event loops and the policies that make them."""

from asyncio import (
    AbstractEventLoop, Handle, TimerHandle, _default_loop, _get_policy, _get_running_loop,
    _new_loop, _set_default_loop, _set_policy, get_event_loop, get_running_loop, new_event_loop,
    set_event_loop)


class AbstractEventLoopPolicy:
    """What decides which event loops there are."""

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError

    def get_child_watcher(self):
        raise NotImplementedError

    def set_child_watcher(self, watcher):
        raise NotImplementedError


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """One loop for the main thread, none for the others."""

    def get_event_loop(self):
        return _default_loop()

    def set_event_loop(self, loop):
        _set_default_loop(loop)

    def new_event_loop(self):
        return _new_loop()


BaseDefaultEventLoopPolicy = DefaultEventLoopPolicy
_default_policy = DefaultEventLoopPolicy()


def get_event_loop_policy():
    """The policy in force."""
    return _get_policy() or _default_policy


def set_event_loop_policy(policy):
    """Put a policy into force; None is the default one."""
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError("policy must be an instance of AbstractEventLoopPolicy or None, "
                        f"not '{type(policy).__name__}'")
    _set_policy(policy)
