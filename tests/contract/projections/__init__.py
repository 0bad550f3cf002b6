"""
Read models, fed with facts and asked on both axes of time.
"""
