"""
Acts that read or write files of more than one kind, one module per job (办理).
"""
