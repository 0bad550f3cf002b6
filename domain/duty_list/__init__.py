"""
The duty list (权责清单): which powers a body has, and whom it lets use them.
"""
