"""
The publication (公开): what everybody may read of a record, on one channel.
"""
