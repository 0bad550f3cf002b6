"""
The credit record (信用记录).
"""
