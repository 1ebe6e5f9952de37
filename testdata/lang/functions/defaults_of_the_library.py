# __defaults__ and __kwdefaults__ of the library's functions are the same objects at each reading.
import asyncio

for function in asyncio.sleep, asyncio.wait_for, asyncio.gather, asyncio.Queue.put:
    print(function.__name__, function.__defaults__, function.__kwdefaults__)
    print(function.__defaults__ is function.__defaults__, function.__kwdefaults__ is function.__kwdefaults__)
for _ in range(2000):
    asyncio.sleep.__defaults__
