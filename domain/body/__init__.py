"""
The body (机构): an authority with its dated identity and its place in the tree.
"""
