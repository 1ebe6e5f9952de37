local function check(i)
  if i % 2 == 1 then error({ odd = true, value = i }) end
  error({ odd = false })
end

local n = tonumber(arg[1])
local odd, even = 0, 0
for i = 0, n - 1 do
  local _, e = pcall(check, i)
  if e.odd then odd = odd + e.value % 2 else even = even + 1 end
end
print(odd * 10 + even)
