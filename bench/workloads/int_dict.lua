local n = tonumber(arg[1])
local d = {}
for i = 0, n - 1 do d[i * 7 % 1000003] = i end
local total = 0
for i = 0, n - 1 do total = total + d[i * 7 % 1000003] end
print(total)
