"""
The roster of experts (专家库).
"""

from typing import ClassVar

from domain.expert.file import ExpertEnrolled, ExpertRemoved
from infra.questions import Ask, Heads, Select, question
from infra.read_model import ReadModel, on, pointer, scope_of
from infra.tables_of_rows import Column, Order
from infra.timelines import Timeline

EXPERTS = Timeline(
    "experts",
    (
        Column("name", "personal"),
        Column("expert_field"),
        Column("employer_name"),
        Column("since_on", "day"),
        Column("until_on", "day"),
    ),
    orders=(Order(("expert_field",)),),
)


class Experts(ReadModel):
    """
    Experts as they stood on any day.
    """

    NAME: ClassVar[str] = "experts"
    ZH: ClassVar[str] = "专家库"
    EN: ClassVar[str] = "roster of experts"
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (EXPERTS,)

    @on(ExpertEnrolled)
    def on_enrolled(self, fact: ExpertEnrolled) -> None:
        """
        Enter the expert.
        """
        self.note(
            fact,
            name=pointer(fact.name),
            expert_field=fact.expert_field,
            employer_name=fact.employer_name,
            since_on=fact.deed.on.isoformat(),
            until_on=None,
            **scope_of(fact),
        )

    @on(ExpertRemoved)
    def on_removed(self, fact: ExpertRemoved) -> None:
        """
        Keep since when they are not on it.
        """
        self.note(
            fact,
            until_on=fact.deed.on.isoformat(),
        )

    @question(
        "专家库",
        "Experts",
        axes=True,
        rows=("OFF-10",),
        heads=Heads("expert", ("expert_field", "employer_name")),
    )
    def experts(self, ask: Ask, *, still_open: bool | None = None) -> Select:
        """
        List experts by field; those on the roster, or those who are not any more.
        """
        del ask
        where = () if still_open is None else (_ON if still_open else f"NOT ({_ON})",)
        return Select(EXPERTS, where, order=("expert_field",))


_ON = "until_on IS NULL OR until_on > :axis_day"
