"""
The black list (严重失信主体名单): ``by_day`` answers from the tables.
"""

from projections.black_list.by_day import BlackList

__all__ = ["BlackList"]
