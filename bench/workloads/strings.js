function run(n) {
  let total = 0;
  for (let i = 0; i < n; i++) {
    const line = "  GET /item/" + i + "?page=2 HTTP/1.1  ";
    const [method, path, version] = line.trim().split(" ");
    const name = path.replace("/item/", "").split("?")[0];
    if (method.toLowerCase().startsWith("get") && version.endsWith("1.1")) {
      total += [method, name, version.toUpperCase()].join("-").length + path.indexOf("?");
    }
  }
  return total;
}

console.log(run(Number(process.argv[2])));
