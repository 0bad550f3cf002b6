"""
The officer (人员): everybody who has a desk, with posts and certificates.
"""
