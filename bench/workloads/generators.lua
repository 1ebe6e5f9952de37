local function count(n)
  return coroutine.wrap(function()
    for i = 0, n - 1 do coroutine.yield(i) end
  end)
end

local function odd(items)
  return coroutine.wrap(function()
    for i in items do
      if i % 2 == 1 then coroutine.yield(i) end
    end
  end)
end

local total = 0
for i in odd(count(tonumber(arg[1]))) do total = total + i end
print(total)
