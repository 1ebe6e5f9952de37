"""Float arithmetic: n steps of a planet around its sun."""
import sys


def orbit(n):
    x, y, vx, vy, dt = 1.0, 0.0, 0.0, 1.0, 0.0001
    for _ in range(n):
        r2 = x * x + y * y
        r3 = r2 * r2 ** 0.5
        vx -= x / r3 * dt
        vy -= y / r3 * dt
        x += vx * dt
        y += vy * dt
    return x * x + y * y


print(round(orbit(int(sys.argv[1])) * 1000000))
