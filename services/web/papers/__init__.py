"""
Official papers (文书): facts, as they stood, laid out by dated masters.
"""
