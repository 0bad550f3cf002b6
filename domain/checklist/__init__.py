"""
The checklist (检查表): what is looked at on a visit, by versions.
"""
