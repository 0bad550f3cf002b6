"""
Cases of permits.
"""
