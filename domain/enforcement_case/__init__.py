"""
The case (案件): from its filing to its closing and its archive.
"""
