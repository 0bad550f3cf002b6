"""
The entry of a list (名单条目): black for grave dishonesty, red for honesty.
"""
