async function turn(times) {
  for (let i = 0; i < times; i++) await null;
  return times;
}

const n = Number(process.argv[2]);
const tasks = [];
for (let i = 0; i < 100; i++) tasks.push(turn(Math.floor(n / 100)));
let total = 0;
for (const task of tasks) total += await task;
console.log(total);
