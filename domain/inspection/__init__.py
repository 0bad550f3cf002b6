"""
The inspection (检查): approved, notified, opened, recorded, concluded.
"""
