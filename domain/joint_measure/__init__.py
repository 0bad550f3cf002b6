"""
The joint measure (联合惩戒、守信激励): what one partner does because of a list entry.
"""
