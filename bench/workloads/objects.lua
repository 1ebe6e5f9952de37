local Point = {}
Point.__index = Point
function Point.new(x, y) return setmetatable({ x = x, y = y }, Point) end

local n = tonumber(arg[1])
local points = {}
for i = 0, n - 1 do points[i % 100] = Point.new(i, i + 1) end
local total = 0
for _, p in pairs(points) do total = total + p.x + p.y end
print(total)
