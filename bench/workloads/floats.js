function orbit(n) {
  let x = 1.0, y = 0.0, vx = 0.0, vy = 1.0;
  const dt = 0.0001;
  for (let i = 0; i < n; i++) {
    const r2 = x * x + y * y;
    const r3 = r2 * r2 ** 0.5;
    vx -= x / r3 * dt;
    vy -= y / r3 * dt;
    x += vx * dt;
    y += vy * dt;
  }
  return x * x + y * y;
}

console.log(Math.round(orbit(Number(process.argv[2])) * 1000000));
