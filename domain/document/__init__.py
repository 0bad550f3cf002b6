"""
The document (文书): a paper that was issued, its number, and what it renders.
"""
