class Refused extends Error {
  constructor(value) {
    super();
    this.value = value;
  }
}

function check(i) {
  if (i & 1) throw new Refused(i);
  throw new TypeError("even");
}

function run(n) {
  let odd = 0, even = 0;
  for (let i = 0; i < n; i++) {
    try {
      check(i);
    } catch (e) {
      if (e instanceof Refused) odd += e.value & 1;
      else even += 1;
    }
  }
  return odd * 10 + even;
}

console.log(run(Number(process.argv[2])));
