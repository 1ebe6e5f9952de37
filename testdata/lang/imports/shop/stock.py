print("the stock is loaded")
items = ["tea", "bread"]
