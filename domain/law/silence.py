"""
Where the tables of the law give no answer (法无此项).
"""


class LawSilent(LookupError):
    """
    The law, as it stands in these tables, does not answer the question (法无规定).

    It is neither a refusal of an act nor a broken part: whoever asked decides which.

    Args:
        code: Stable, lower case, for example ``no_period``.
        zh: What is missing, in Chinese.
        en: The same in English.
        under: The provision concerned; empty if none is.
    """

    def __init__(self, code: str, zh: str, en: str, *, under: str = "") -> None:
        """
        Say it in both languages.
        """
        super().__init__(f"{zh} {en}")
        self.code = code
        self.zh = zh
        self.en = en
        self.under = under
