function count(n) {
  const words = [], d = new Map();
  for (let i = 0; i < 1000; i++) words.push("word" + i);
  for (const word of words) d.set(word, 0);
  for (let round = 0; round < n / 1000; round++) {
    for (const word of words) d.set(word, d.get(word) + 1);
  }
  return d.get("word500");
}

console.log(count(Number(process.argv[2])));
