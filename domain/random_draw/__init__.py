"""
The random draw (随机抽取): whom a random inspection visits, and who goes there.
"""
