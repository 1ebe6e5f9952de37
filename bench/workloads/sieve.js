function sieve(n) {
  const composite = new Array(n).fill(false);
  let primes = 0;
  for (let i = 2; i < n; i++) {
    if (!composite[i]) {
      primes++;
      for (let j = i * i; j < n; j += i) composite[j] = true;
    }
  }
  return primes;
}

console.log(sieve(Number(process.argv[2])));
