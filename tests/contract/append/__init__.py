"""
The append, under races, kills and broken disks.
"""
