print("havenctl")
