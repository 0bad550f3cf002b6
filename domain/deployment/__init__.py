"""
The deployment (部署): one ledger, one jurisdiction tree.
"""
