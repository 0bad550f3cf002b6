"""
The coercive measure (行政强制措施): approved, imposed, extended, disposed of, lifted;
and orders to withdraw people and to stop at once.
"""
