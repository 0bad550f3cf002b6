"""
The law and its files: acts, facts, guards, clocks; no I/O.

Importing the package imports every file, since a stored topic can be replayed only
where its class is known.
"""

# ruff: noqa: F401  each import makes a file known

import domain.deployment.file
