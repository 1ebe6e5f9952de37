"""Nothing: what it costs to start."""
print(0)
