async function add(a, b) {
  return a + b;
}

const n = Number(process.argv[2]);
let total = 0;
for (let i = 0; i < n; i++) total = await add(total, i);
console.log(total);
