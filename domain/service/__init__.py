"""
Service (送达): one file per document and addressee, and one per confirmed address.
"""
