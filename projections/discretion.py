"""
The discretion compared (裁量比对): how high fines were for the same act under the same
factors, body by body, so that who weighs the next one sees what was decided before.

Only fines decided in cases are compared, each with the row of the schedule that was
applied to its party; one that fell is out, one that was varied counts as it stands now.
A quantile is the lowest fine that so large a share of the fines does not exceed: always
one that was really imposed.
"""

from collections.abc import Sequence
from math import ceil
from typing import ClassVar, Final
from uuid import UUID

from domain.base import Fact
from domain.enforcement_case.facts_of_notice import (
    AggravatingFactorRecorded,
    DiscretionApplied,
)
from domain.penalty.facts import PenaltyDecided
from domain.penalty.facts_of_falling import (
    DecisionConfirmedUnlawful,
    DecisionDeclaredVoid,
    DecisionRevoked,
    DecisionVaried,
)
from infra.questions import Ask, Select, question
from infra.read_model import ReadModel, on, scope_of
from infra.tables_of_rows import Column, Order, Table, Value

#: What two fines have in common that are compared.
_ALIKE: Final = (
    Column("body", "file"),
    Column("violation_code"),
    Column("legal_basis"),
    Column("aggravating_factor"),
    Column("mitigating_factor"),
)
_NAMES: Final = tuple(column.name for column in _ALIKE)

#: Of each set of alike fines, how they lie.
GROUPS = Table(
    "discretion_groups",
    _ALIKE,
    (
        Column("fines_count", "whole"),
        Column("lowest_fine_fen", "fen"),
        Column("lower_quartile_fen", "fen"),
        Column("median_fine_fen", "fen"),
        Column("upper_quartile_fen", "fen"),
        Column("highest_fine_fen", "fen"),
    ),
    orders=(Order(("violation_code",)),),
)

#: The fines themselves.
FINES = Table(
    "discretion_fines",
    (Column("penalty", "file"),),
    (
        *_ALIKE,
        Column("band"),
        Column("band_min_fen", "fen"),
        Column("band_max_fen", "fen"),
        Column("fine_fen", "fen"),
        Column("decided_on", "day"),
        Column("enterprise", "file"),
        Column("case", "file"),
    ),
    indexes=(_NAMES, ("case",)),
    orders=(Order(("decided_on",)),),
)

#: What was weighed of a party before its fine was decided.
WEIGHED = Table(
    "weighed",
    (Column("case", "file"), Column("party_no", "whole")),
    (
        Column("aggravating_factor"),
        Column("mitigating_factor"),
        Column("band"),
        Column("band_min_fen", "fen"),
        Column("band_max_fen", "fen"),
    ),
    internal=True,
)


def quantile(fines: Sequence[int], share: float) -> int:
    """
    Give the lowest of some fines that a share of them does not exceed.

    Args:
        fines: In order, one at least; in fen.
        share: Between 0 and 1.

    Source:
        Hyndman & Fan, Sample Quantiles in Statistical Packages, The American
        Statistician 50(4), 1996: definition 1.
    """
    return fines[max(ceil(len(fines) * share), 1) - 1]


class Discretion(ReadModel):
    """
    Fines for the same act under the same factors.
    """

    NAME: ClassVar[str] = "discretion"
    ZH: ClassVar[str] = "裁量比对"
    EN: ClassVar[str] = "discretion compared"
    TABLES: ClassVar[tuple[Table, ...]] = (GROUPS, FINES, WEIGHED)

    @on(AggravatingFactorRecorded)
    def on_aggravating(self, fact: AggravatingFactorRecorded) -> None:
        """
        Keep what makes the party's fine heavier, each factor once.
        """
        row = self._weighed(str(fact.file), fact.party_no)
        known = str(row["aggravating_factor"]).split("；")
        factors = sorted({*filter(None, known), fact.aggravating_factor})
        self.put(WEIGHED, **{**row, "aggravating_factor": "；".join(factors)})

    @on(DiscretionApplied)
    def on_applied(self, fact: DiscretionApplied) -> None:
        """
        Keep the row of the schedule, and what makes the fine lighter.
        """
        row = self._weighed(str(fact.file), fact.party_no)
        stands = (a.mitigating_factor.zh for a in fact.factor_answers if a.stands)
        self.put(
            WEIGHED,
            **{
                **row,
                "mitigating_factor": "；".join(sorted(stands)),
                "band": fact.band,
                "band_min_fen": fact.band_min_fen,
                "band_max_fen": fact.band_max_fen,
            },
        )

    @on(PenaltyDecided)
    def on_decided(self, fact: PenaltyDecided) -> None:
        """
        Lay a fine beside those that it is alike.
        """
        if not fact.fine_fen:
            return
        codes = dict.fromkeys(each.violation_code for each in fact.penalised_acts)
        weighed = self._weighed(str(fact.case), fact.party_no)
        row: dict[str, Value] = {
            **{name: weighed[name] for name in WEIGHED.names if name in FINES.names},
            "penalty": str(fact.file),
            "body": str(fact.deed.actor.body),
            "violation_code": "；".join(codes),
            "legal_basis": fact.legal_basis,
            "fine_fen": fact.fine_fen,
            "decided_on": fact.deed.on.isoformat(),
            "enterprise": str(fact.enterprise) if fact.enterprise else None,
            **scope_of(fact),
        }
        self.put(FINES, **row)
        self._lay_out(row)

    @on(DecisionVaried)
    def on_varied(self, fact: DecisionVaried) -> None:
        """
        Count it as it stands now; without a fine it is compared no more.
        """
        row = self.one(FINES, penalty=str(fact.file))
        if row is None:
            return
        if not fact.fine_fen:
            self._take_out(fact, row)
            return
        self.put(FINES, **{**row, "fine_fen": fact.fine_fen})
        self._lay_out(row)

    @on(DecisionRevoked, DecisionDeclaredVoid, DecisionConfirmedUnlawful)
    def on_fallen(
        self, fact: DecisionRevoked | DecisionDeclaredVoid | DecisionConfirmedUnlawful
    ) -> None:
        """
        What fell is nothing to go by.
        """
        row = self.one(FINES, penalty=str(fact.file))
        if row is not None:
            self._take_out(fact, row)

    def _take_out(self, fact: Fact, row: dict[str, Value]) -> None:
        self.drop(FINES, penalty=str(fact.file))
        self._lay_out(row)

    def _weighed(self, case: str, party_no: int) -> dict[str, Value]:
        """
        Give what was weighed of a party by now.
        """
        found = self.one(WEIGHED, case=case, party_no=party_no)
        return found or {
            "case": case,
            "party_no": party_no,
            "aggravating_factor": "",
            "mitigating_factor": "",
            "band": "",
            "band_min_fen": None,
            "band_max_fen": None,
        }

    def _lay_out(self, row: dict[str, Value]) -> None:
        """
        Say anew how the fines lie that one is alike.
        """
        alike = {name: row[name] for name in _NAMES}
        found = self.some(FINES, **alike)
        fines = sorted(int(str(each["fine_fen"])) for each in found)
        if not fines:
            self.drop(GROUPS, **alike)
            return
        self.put(
            GROUPS,
            **alike,
            fines_count=len(fines),
            lowest_fine_fen=fines[0],
            lower_quartile_fen=quantile(fines, 0.25),
            median_fine_fen=quantile(fines, 0.5),
            upper_quartile_fen=quantile(fines, 0.75),
            highest_fine_fen=fines[-1],
            owner=row["owner"],
            audience=row["audience"],
        )

    @question("裁量比对", "Discretion compared", rows=("PEN-05",))
    def discretion(self, ask: Ask, *, violation_code: str | None = None) -> Select:
        """
        Say how fines lie for the same act under the same factors, by code.
        """
        del ask
        return Select(GROUPS, order=("violation_code",)).having(
            violation_code=violation_code or None
        )

    @question("裁量比对明细", "Fines compared", rows=("PEN-05",))
    def discretion_fines(
        self,
        ask: Ask,
        *,
        violation_code: str | None = None,
        case: UUID | None = None,
    ) -> Select:
        """
        List the fines that are compared, the oldest first: of a code, of a case.
        """
        del ask
        return Select(FINES, order=("decided_on",)).having(
            violation_code=violation_code or None, case=case
        )
