"""
The audit trail (审计): what the clock finds that nobody may keep back.
"""
