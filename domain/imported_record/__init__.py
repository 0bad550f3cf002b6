"""
The imported record (导入记录): a row that somebody else kept, as it was printed.

It is no act of this bureau: it starts no clock, and counts for nothing while its party
is not linked.
"""
