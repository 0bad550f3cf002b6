"""The tables of the law and the arithmetic on them, case by case."""
