# The states of a future on other threads, and who counts it as done when.
import concurrent.futures as futures
import threading
import time


def show(call):
    try:
        print(call())
    except Exception as error:
        print(f"{type(error).__name__}: {error}".split(" at ")[0])


def nap(value):
    time.sleep(0.05)
    return value


with futures.ThreadPoolExecutor(1) as pool:
    first, second, third = (pool.submit(nap, n) for n in range(3))
    print(second._state, second.cancel(), second._state)
    names = {first: "first", second: "second", third: "third"}
    print([names[future] for future in futures.as_completed(names)])
    print(first._state, second._state, third._state)

with futures.ThreadPoolExecutor(2) as pool:
    result = futures.wait([pool.submit(pow, 2, n) for n in range(4)])
    print(sorted(future.result() for future in result.done), result.not_done, result._fields)
    go_on = threading.Event()
    calls = [pool.submit(go_on.wait), pool.submit(divmod, 1, 0)]
    done, not_done = futures.wait(calls, return_when=futures.FIRST_EXCEPTION)
    print(done == {calls[1]}, not_done == {calls[0]})
    go_on.set()
print(futures.wait([]))

future = futures.Future()
print(future._state, future.set_running_or_notify_cancel(), future._state)
show(future.set_running_or_notify_cancel)
future.set_result(1)
show(future.set_running_or_notify_cancel)
show(lambda: future.set_result(2).bit_length())
future = futures.Future()
future.cancel()
print(len(futures.wait([future], timeout=0).done), future.set_running_or_notify_cancel(), future._state)
print(len(futures.wait([future], timeout=0).done))
show(lambda: future.set_result())
show(lambda: pool.submit())
show(lambda: pool.map())
