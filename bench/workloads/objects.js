class Point {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
}

function run(n) {
  const points = new Array(100).fill(null);
  for (let i = 0; i < n; i++) points[i % 100] = new Point(i, i + 1);
  let total = 0;
  for (const p of points) if (p) total += p.x + p.y;
  return total;
}

console.log(run(Number(process.argv[2])));
