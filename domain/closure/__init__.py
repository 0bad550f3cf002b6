"""
Closure (关闭): asked of the government, decided or declined by it, executed; and sites
that work without a licence, banned.
"""
