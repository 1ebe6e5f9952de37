local n = tonumber(arg[1])
local words, d = {}, {}
for i = 1, 1000 do words[i] = "word" .. (i - 1) end
for _, word in ipairs(words) do d[word] = 0 end
for _ = 1, n / 1000 do
  for _, word in ipairs(words) do d[word] = d[word] + 1 end
end
print(d["word500"])
