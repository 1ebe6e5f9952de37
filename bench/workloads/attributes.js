class Account {
  constructor() {
    this.balance = 0;
    this.count = 0;
    this.rate = 3;
  }
}

function run(n) {
  const account = new Account();
  for (let i = 0; i < n; i++) {
    account.balance += account.rate;
    account.count += 1;
  }
  return account.balance + account.count;
}

console.log(run(Number(process.argv[2])));
