class Queue {
  items = [];
  getters = [];

  put(item) {
    const getter = this.getters.shift();
    if (getter) getter(item);
    else this.items.push(item);
  }

  async get() {
    if (this.items.length) return this.items.shift();
    return new Promise((done) => this.getters.push(done));
  }
}

async function echo(requests, replies) {
  for (let item; (item = await requests.get()) !== null;) replies.put(item + 1);
}

const n = Number(process.argv[2]);
const requests = new Queue(), replies = new Queue();
const server = echo(requests, replies);
let total = 0;
for (let i = 0; i < n; i++) {
  requests.put(i);
  total += await replies.get();
}
requests.put(null);
await server;
console.log(total);
