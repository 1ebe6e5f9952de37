local function counter(step)
  local total = 0
  return function()
    total = total + step
    return total
  end
end

local n = tonumber(arg[1])
local one, two = counter(1), counter(2)
local total = 0
for _ = 1, n / 2 do total = total + one() + two() end
print(total % 1000007)
