local n = tonumber(arg[1])
local length = 0
for i = 0, n - 1 do
  length = length + #("item " .. i .. ": " .. i * 2 .. " of " .. n)
end
print(length)
