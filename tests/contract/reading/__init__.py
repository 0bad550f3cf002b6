"""
Projector, read models, two axes and questions, with a read model of the tests' own.
"""
