"""
Words of the discretion compared.
"""

from domain.words.entries import Term, Wording

TERMS = (
    Term("fines_count", "可比罚款数", "fines compared"),
    Term("lowest_fine_fen", "最低罚款", "lowest fine", unit="fen"),
    Term("lower_quartile_fen", "下四分位罚款", "lower quartile", unit="fen"),
    Term("median_fine_fen", "中位罚款", "median fine", unit="fen"),
    Term("upper_quartile_fen", "上四分位罚款", "upper quartile", unit="fen"),
    Term("highest_fine_fen", "最高罚款", "highest fine", unit="fen"),
)

WORDINGS: tuple[Wording, ...] = ()
