"""
Files as bureaux have them, and what is read from them.
"""
