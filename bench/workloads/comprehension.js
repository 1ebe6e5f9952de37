function build(n) {
  const numbers = Array.from({ length: n }, (_, i) => i * 3);
  return numbers.filter((x) => x & 1).map((x) => x + 1).length;
}

console.log(build(Number(process.argv[2])));
