local Counter = {}
Counter.__index = Counter
function Counter:add(n) self.value = self.value + n end

local Clicker = setmetatable({}, { __index = Counter })
Clicker.__index = Clicker
function Clicker:click() self.value = self.value + 1 end

local n = tonumber(arg[1])
local clicker = setmetatable({ value = 0 }, Clicker)
for i = 0, n / 2 - 1 do
  clicker:click()
  clicker:add(i)
end
print(clicker.value)
