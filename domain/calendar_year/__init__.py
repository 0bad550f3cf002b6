"""
The calendar year (年度工作日历), as it was announced after the project shipped.
"""
