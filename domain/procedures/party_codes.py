"""
Taking hold of a party's code (证照代码): it checks, and it is nobody else's.
"""

from uuid import UUID

from domain.circumstances import Circumstances
from domain.codes import check_uscc
from domain.refusals import BeyondTheLaw, OutOfOrder


def examined_uscc(
    at: Circumstances, text: str, *, under: str, own: UUID | None = None
) -> str:
    """
    Examine a USCC (统一社会信用代码) and give it as it is compared.

    Args:
        at: The circumstances; who holds the code joins the conditions.
        text: As typed.
        under: The provision of the act.
        own: The file that takes it, where there is one already.

    Raises:
        OutOfOrder: If another file has the code.
        BeyondTheLaw: If the code does not check.

    Source:
        GB 32100-2015.
    """
    verdict = check_uscc(text)
    if not verdict.ok:
        raise BeyondTheLaw(
            "uscc_invalid",
            under="GB 32100-2015",
            uscc=verdict.code,
            zh=verdict.zh,
            en=verdict.en,
        )
    holder = at.holder(f"uscc/{verdict.code}")
    if holder not in (None, own):
        raise OutOfOrder("uscc_taken", under=under, uscc=verdict.code, file=holder)
    return verdict.code
