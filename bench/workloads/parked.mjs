async function park(gate) {
  await gate;
}

const n = Number(process.argv[2]);
let open;
const gate = new Promise((done) => { open = done; });
const tasks = [];
for (let i = 0; i < n; i++) tasks.push(park(gate));
await null;
console.log(tasks.length);
open();
for (const task of tasks) await task;
