"""
The register of enterprises (企业名录): who is supervised, how strictly, and by whom.
"""

from typing import ClassVar
from uuid import UUID

from domain.enterprise.facts import (
    EnterpriseDeregistered,
    EnterpriseGradeChanged,
    EnterpriseGraded,
    EnterpriseProfileChanged,
    EnterpriseRecordsJoined,
    EnterpriseRegistered,
    EnterpriseRenamed,
    InspectionFrequencyRaised,
    InspectionFrequencySet,
    PrincipalChanged,
    PrincipalRecorded,
)
from domain.enterprise.profile import Profile
from domain.jurisdictions import Sector
from domain.regions import stem
from domain.regulator_assignment.file import (
    ResponsibleOfficerAssigned,
    ResponsibleOfficerReplaced,
    SupervisingBodyAssigned,
)
from domain.values import Choice
from infra.questions import Ask, Heads, Select, question
from infra.read_model import ReadModel, on, pointer, scope_of
from infra.tables_of_rows import Column, Order, Table, Value
from infra.timelines import UNCLOSED, Timeline


class EnterpriseState(Choice):
    """
    Whether an enterprise is on the register (在册状态).
    """

    REGISTERED = "在册", "on the register"
    DEREGISTERED = "已注销", "deregistered"
    JOINED = "已并档", "joined to another record"


ENTERPRISES = Timeline(
    "enterprises",
    (
        Column("name"),
        Column("former_names"),
        Column("uscc"),
        Column("reg_no"),
        Column("org_code"),
        Column("region"),
        Column("sector", "choice", choices=Sector),
        Column("industry"),
        Column("address"),
        Column("employees_count", "whole"),
        Column("grade"),
        Column("visits_per_year", "whole"),
        Column("principal", "personal"),
        Column("lead_body", "file"),
        Column("pending", "flag"),
        Column("officer", "file"),
        Column("state", "choice", choices=EnterpriseState),
        Column("leading", "file"),
    ),
    indexes=(("officer",), ("leading",)),
    orders=(Order(("name",)),),
)

ASSIGNMENTS = Table(
    "assignments",
    (Column("file", "file"),),
    (Column("enterprise", "file"),),
    internal=True,
)


class Enterprises(ReadModel):
    """
    Enterprises as they stood on any day.
    """

    NAME: ClassVar[str] = "enterprises"
    ZH: ClassVar[str] = "企业名录"
    EN: ClassVar[str] = "register of enterprises"
    TABLES: ClassVar[tuple[Table, ...]] = (ASSIGNMENTS,)
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (ENTERPRISES,)

    @on(EnterpriseRegistered)
    def on_registered(self, fact: EnterpriseRegistered) -> None:
        """
        Enter the enterprise.
        """
        self.note(
            fact,
            name=fact.name,
            former_names="",
            uscc=fact.uscc,
            reg_no=fact.reg_no,
            org_code=fact.org_code,
            region=fact.region,
            state=EnterpriseState.REGISTERED.code,
            **_stated(fact.profile),
            **scope_of(fact),
        )

    @on(EnterpriseProfileChanged)
    def on_changed(self, fact: EnterpriseProfileChanged) -> None:
        """
        Change what is stated.
        """
        codes = {n: getattr(fact, n) for n in ("region", "uscc", "reg_no", "org_code")}
        given = {name: value for name, value in codes.items() if value}
        self.note(fact, **given, **_stated(fact.profile))

    @on(EnterpriseRenamed)
    def on_renamed(self, fact: EnterpriseRenamed) -> None:
        """
        Keep the former name beside the new one.
        """
        row = self.noted(fact) or {}
        names = [n for n in str(row.get("former_names") or "").split("；") if n]
        names.append(fact.former_name)
        former = "；".join(dict.fromkeys(names))
        self.note(fact, name=fact.name, former_names=former)

    @on(EnterpriseDeregistered)
    def on_deregistered(self, fact: EnterpriseDeregistered) -> None:
        """
        Mark it; the row stays.
        """
        self.note(fact, state=EnterpriseState.DEREGISTERED.code)

    @on(EnterpriseRecordsJoined)
    def on_joined(self, fact: EnterpriseRecordsJoined) -> None:
        """
        Say which record leads.
        """
        self.note(fact, state=EnterpriseState.JOINED.code, leading=str(fact.leading))

    @on(EnterpriseGraded, EnterpriseGradeChanged)
    def on_graded(self, fact: EnterpriseGraded | EnterpriseGradeChanged) -> None:
        """
        Keep the grade.
        """
        self.note(fact, grade=fact.grade)

    @on(InspectionFrequencySet, InspectionFrequencyRaised)
    def on_frequency(
        self, fact: InspectionFrequencySet | InspectionFrequencyRaised
    ) -> None:
        """
        Keep how often it is to be visited.
        """
        self.note(fact, visits_per_year=fact.visits_per_year)

    @on(PrincipalRecorded, PrincipalChanged)
    def on_principal(self, fact: PrincipalRecorded | PrincipalChanged) -> None:
        """
        Point to the name of the principal in charge.
        """
        self.change(
            ENTERPRISES,
            str(fact.file),
            fact,
            at=fact.since_on.isoformat(),
            principal=pointer(fact.principal),
        )

    @on(SupervisingBodyAssigned)
    def on_assigned(self, fact: SupervisingBodyAssigned) -> None:
        """
        Name the lead body; the row is then that body's to see.
        """
        enterprise = str(fact.enterprise)
        self.put(ASSIGNMENTS, file=str(fact.file), enterprise=enterprise)
        self.change(
            ENTERPRISES,
            enterprise,
            fact,
            at=fact.since_on.isoformat(),
            lead_body=str(fact.lead_body),
            pending=int(fact.pending),
            owner=str(fact.lead_body),
        )

    @on(ResponsibleOfficerAssigned, ResponsibleOfficerReplaced)
    def on_officer(
        self, fact: ResponsibleOfficerAssigned | ResponsibleOfficerReplaced
    ) -> None:
        """
        Name the officer who answers for it.
        """
        found = self.one(ASSIGNMENTS, file=str(fact.file))
        assert found is not None
        self.change(
            ENTERPRISES,
            str(found["enterprise"]),
            fact,
            at=fact.since_on.isoformat(),
            officer=str(fact.officer),
        )

    def yielding_to(self, enterprise: str) -> list[str]:
        """
        List the files that yield to a file, and those that yield to them (并档).
        """
        found = [enterprise]
        for each in found:
            standing = ENTERPRISES.rows.some(
                self.store.reading, {"leading": each, "known_until": UNCLOSED}
            )
            found += dict.fromkeys(str(row["id"]) for row in standing)
        return found[1:]

    @question(
        "企业名录",
        "Enterprises",
        desks=("enforcement", "discipline"),
        axes=True,
        rows=("REG-01", "REG-02", "REG-03", "REG-04", "REG-05"),
        heads=Heads("enterprise", standing="state"),
    )
    def enterprises(
        self,
        ask: Ask,
        *,
        words: str = "",
        region: str = "",
        grade: str = "",
        pending: bool | None = None,
        officer: UUID | None = None,
    ) -> Select:
        """
        List enterprises: by part of the name or code, place, grade or who answers.
        """
        del ask
        return (
            Select(
                ENTERPRISES,
                order=("name",),
                few=bool(words),
                columns=(
                    "id",
                    "name",
                    "uscc",
                    "region",
                    "sector",
                    "grade",
                    "visits_per_year",
                    "lead_body",
                    "pending",
                    "officer",
                    "state",
                ),
            )
            .having(grade=grade or None, officer=officer, pending=pending)
            .satisfying(
                "instr(name || ' ' || former_names || ' ' || uscc, :words) > 0",
                words=words or None,
            )
            .satisfying("region LIKE :region || '%'", region=stem(region) or None)
        )

    @question("企业", "Enterprise", desks=("enforcement", "discipline"), axes=True)
    def enterprise(self, ask: Ask, *, enterprise: UUID) -> Select:
        """
        Show one enterprise with everything that the register holds of it.
        """
        del ask
        return Select(ENTERPRISES).having(id=enterprise)


def _stated(profile: Profile) -> dict[str, Value]:
    stated: dict[str, Value] = {
        "sector": profile.sector.code if profile.sector else None,
        "industry": profile.industry,
        "address": profile.address,
        "employees_count": profile.employees_count,
    }
    return {name: value for name, value in stated.items() if value is not None}
