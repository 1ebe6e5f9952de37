local n = tonumber(arg[1])
local items = {}
for i = 0, n - 1 do items[#items + 1] = i * 3 end
local total = 0
for i = 1, n do total = total + items[i] end
print(total)
