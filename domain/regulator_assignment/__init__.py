"""
The regulator assignment (监管分工): which body leads an enterprise, and who answers.
"""
