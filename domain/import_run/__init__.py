"""
The import run (导入): one file of rows that somebody else kept, and what came of it.
"""
