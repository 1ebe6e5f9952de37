function counter(step) {
  let total = 0;
  return () => total += step;
}

function run(n) {
  const one = counter(1), two = counter(2);
  let total = 0;
  for (let i = 0; i < n / 2; i++) total += one() + two();
  return total % 1000007;
}

console.log(run(Number(process.argv[2])));
