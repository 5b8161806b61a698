print("havend")
