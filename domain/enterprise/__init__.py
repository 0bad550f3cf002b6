"""
The enterprise (企业): whom work safety is supervised at, and what is known of it.
"""
