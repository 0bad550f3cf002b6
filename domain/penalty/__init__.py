"""
The penalty (处罚): one decision on one party, until it is performed or falls.
"""
