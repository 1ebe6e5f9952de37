function document() {
  const doc = [];
  for (let i = 0; i < 8500; i++) {
    doc.push({ id: i, name: "user " + i, score: (i * 7 + 1) / 7, tags: ["a", "b\n", null, true],
      nested: { x: i, y: [1, 2, 3] } });
  }
  return doc;
}

const doc = document();
let length = 0;
for (let i = 0; i < Number(process.argv[2]); i++) {
  // Python's json puts a space behind a comma and a colon: 18 an item, and one
  // less at the end of the list.
  const text = JSON.stringify(doc);
  length += text.length + 18 * doc.length - 1 + JSON.parse(text).length;
}
console.log(length);
