"""
The ban (禁入): who may not hold a post or work in a trade, and until when.
"""
