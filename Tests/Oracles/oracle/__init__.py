"""A second, independent reading of Haven's rules, in plain Python: slow, and easy to check by eye."""
