function add(a, b) {
  return a + b;
}

function run(n) {
  let total = 0;
  for (let i = 0; i < n; i++) total = add(total, i);
  return total;
}

console.log(run(Number(process.argv[2])));
