print("trying")
raise ValueError("not today")
