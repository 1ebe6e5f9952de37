function count(n) {
  let i = 0, total = 0;
  while (i < n) {
    total += i;
    i += 1;
  }
  return total;
}

console.log(count(Number(process.argv[2])));
