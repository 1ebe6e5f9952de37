function build(n) {
  const items = [];
  for (let i = 0; i < n; i++) items.push(i * 3);
  let total = 0;
  for (let i = 0; i < n; i++) total += items[i];
  return total;
}

console.log(build(Number(process.argv[2])));
