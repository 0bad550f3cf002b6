"""The rules of law as cases, the promises as contracts, the whole as stories."""
