local function orbit(n)
  local x, y, vx, vy, dt = 1.0, 0.0, 0.0, 1.0, 0.0001
  for _ = 1, n do
    local r2 = x * x + y * y
    local r3 = r2 * r2 ^ 0.5
    vx = vx - x / r3 * dt
    vy = vy - y / r3 * dt
    x = x + vx * dt
    y = y + vy * dt
  end
  return x * x + y * y
end

print(math.floor(orbit(tonumber(arg[1])) * 1000000 + 0.5))
