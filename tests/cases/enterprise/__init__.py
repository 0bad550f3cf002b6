"""
Cases of the register of enterprises.
"""
