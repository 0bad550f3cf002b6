"""
The demonstration city: lawful by construction, and the same each time.
"""
