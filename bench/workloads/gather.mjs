async function work(i) {
  await null;
  return i & 1;
}

const n = Number(process.argv[2]);
let total = 0;
for (let start = 0; start < n; start += 10000) {
  const tasks = [];
  for (let i = start; i < Math.min(n, start + 10000); i++) tasks.push(work(i));
  for (const x of await Promise.all(tasks)) total += x;
}
console.log(total);
