class Counter {
  constructor() {
    this.value = 0;
  }

  add(n) {
    this.value += n;
  }
}

class Clicker extends Counter {
  click() {
    this.value += 1;
  }
}

function run(n) {
  const clicker = new Clicker();
  for (let i = 0; i < n / 2; i++) {
    clicker.click();
    clicker.add(i);
  }
  return clicker.value;
}

console.log(run(Number(process.argv[2])));
