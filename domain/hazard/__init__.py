"""
The hazard (事故隐患): found, graded, ordered, supervised, rectified, struck off.
"""
