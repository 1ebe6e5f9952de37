package main

// unknownMemory is taken for the machine's memory where that cannot be told: 8 GB.
const unknownMemory = 8 << 30
