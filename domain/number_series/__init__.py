"""
The number series (文号序列): where official numbers are drawn from, year by year.
"""
