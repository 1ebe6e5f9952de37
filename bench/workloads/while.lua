local n = tonumber(arg[1])
local i, total = 0, 0
while i < n do
  total = total + i
  i = i + 1
end
print(total)
