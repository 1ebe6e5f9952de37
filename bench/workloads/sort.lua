local n = tonumber(arg[1])
local rows = {}
for i = 0, n - 1 do rows[i + 1] = { i * 7919 % 1000003, i } end
table.sort(rows, function(a, b) return a[1] < b[1] end)
local total = 0
for i, row in ipairs(rows) do total = total + (i - 1) * row[2] % 1000 end
print(total)
