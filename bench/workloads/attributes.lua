local n = tonumber(arg[1])
local account = { balance = 0, count = 0, rate = 3 }
for _ = 1, n do
  account.balance = account.balance + account.rate
  account.count = account.count + 1
end
print(account.balance + account.count)
