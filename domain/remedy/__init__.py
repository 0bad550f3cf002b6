"""
The remedy (救济): a review or a suit against what a body decided, and what it comes to.
"""
