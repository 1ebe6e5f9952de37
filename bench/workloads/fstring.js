function make(n) {
  let length = 0;
  for (let i = 0; i < n; i++) length += `item ${i}: ${i * 2} of ${n}`.length;
  return length;
}

console.log(make(Number(process.argv[2])));
