function fill(n) {
  const d = new Map();
  for (let i = 0; i < n; i++) d.set(i * 7 % 1000003, i);
  let total = 0;
  for (let i = 0; i < n; i++) total += d.get(i * 7 % 1000003);
  return total;
}

console.log(fill(Number(process.argv[2])));
