"""
The expert (专家): enrolled, and removed, by a body.
"""
