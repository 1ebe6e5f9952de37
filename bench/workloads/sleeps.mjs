async function work(i) {
  await new Promise((done) => setTimeout(done, i * 7919 % 100003 / 100.003));
  return i & 1;
}

const n = Number(process.argv[2]);
const tasks = [];
for (let i = 0; i < n; i++) tasks.push(work(i));
let total = 0;
for (const task of tasks) total += await task;
console.log(total);
