"""
The deployment's own file (部署卷). Its one fact stands at position 1 (D25).
"""

from collections.abc import Iterable
from typing import ClassVar

from domain.acts import Reach, opening
from domain.base import Audience, File, FirstFact, Role
from domain.circumstances import Circumstances
from domain.refusals import OutOfOrder, Refused
from domain.values import OFFICE_ZONE


class LedgerOpened(FirstFact):
    """
    The ledger was opened (账本开立).
    """

    TOPIC: ClassVar[str] = "ledger.opened.v1"
    ZH: ClassVar[str] = "账本开立"
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    deployment: str
    name: str
    region: str
    zone: str
    format: str
    demonstration: bool

    def tags(self) -> Iterable[str]:
        """
        Every opening reads this tag.
        """
        return ("ledger",)

    def apply(self, aggregate: "Ledger") -> None:
        """
        Keep the root of the jurisdiction.
        """
        aggregate.region = self.region
        aggregate.demonstration = self.demonstration


class Ledger(File):
    """
    The ledger as a file (账本卷).
    """

    TOPIC: ClassVar[str] = "ledger"
    ZH: ClassVar[str] = "账本"
    EN: ClassVar[str] = "ledger"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.region = ""
        self.demonstration = False


#: How facts are encoded in this ledger, for ever.
FORMAT = "shilu-fact/1"


@opening(
    "开立账本",
    "Open the ledger",
    by=Role.OPERATOR,
    under="实录设计D25",
    reach=Reach.ANY,
    rules=("INV-47", "INV-48"),
)
def open_ledger(
    at: Circumstances,
    *,
    deployment: str,
    name: str,
    region: str,
    demonstration: bool,
) -> Ledger:
    """
    Open the ledger of one jurisdiction tree.

    Args:
        at: Who, when.
        deployment: The deployment's own id, from which all ids of files derive.
        name: What the deployment is called.
        region: Root of the jurisdiction, six digits of GB/T 2260.
        demonstration: Whether its data are made up; such a ledger accepts a set clock.

    Raises:
        OutOfOrder: If it is open already.

    Source:
        Position 1 of every ledger.
    """
    return Ledger.start(
        LedgerOpened,
        at,
        deployment=deployment,
        name=name,
        region=region,
        zone=str(OFFICE_ZONE),
        format=FORMAT,
        demonstration=demonstration,
    )


@open_ledger.unless
def cannot_open(at: Circumstances) -> Iterable[Refused]:
    """
    Once only.
    """
    if at.tagged("ledger"):
        yield OutOfOrder("ledger_open", under="实录设计D25")
