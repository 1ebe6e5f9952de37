function run(n) {
  const rows = [];
  for (let i = 0; i < n; i++) rows.push([i * 7919 % 1000003, i]);
  rows.sort((a, b) => a[0] - b[0]);
  let total = 0;
  rows.forEach((row, i) => { total += i * row[1] % 1000; });
  return total;
}

console.log(run(Number(process.argv[2])));
