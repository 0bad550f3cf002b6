"""
Cases of who supervises an enterprise.
"""
