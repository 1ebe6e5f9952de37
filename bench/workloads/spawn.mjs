async function work(i) {
  await null; // a task begins in a later pass
  return i & 1;
}

const n = Number(process.argv[2]);
let total = 0;
for (let start = 0; start < n; start += 1000) {
  const tasks = [];
  for (let i = start; i < Math.min(n, start + 1000); i++) tasks.push(work(i));
  for (const task of tasks) total += await task;
}
console.log(total);
