function* count(n) {
  for (let i = 0; i < n; i++) yield i;
}

function* odd(items) {
  for (const i of items) if (i & 1) yield i;
}

let total = 0;
for (const i of odd(count(Number(process.argv[2])))) total += i;
console.log(total);
