"""
Cases of documents and their service.
"""
