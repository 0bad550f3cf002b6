"""
Random walks (随机行走) over all acts by all roles, and what holds wherever
they get.
"""
