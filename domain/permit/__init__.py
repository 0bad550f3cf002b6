"""
The permit (许可): a licence that another authority gave, mirrored in the register.
"""
