local n = tonumber(arg[1])
local composite = {}
for i = 1, n do composite[i] = false end
local primes = 0
for i = 2, n - 1 do
  if not composite[i] then
    primes = primes + 1
    for j = i * i, n - 1, i do composite[j] = true end
  end
end
print(primes)
