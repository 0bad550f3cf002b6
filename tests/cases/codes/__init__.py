"""
Codes, numbers, amounts and divisions: what is right, what is wrong, and why.
"""
