"""
What cases of imports and publications begin with: bodies, enterprises, a run, a row.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, ParamSpec, TypeVar, cast
from uuid import UUID, uuid5

from domain.acts import Act
from domain.base import Actor, Fact, File, FirstFact, Role
from domain.body.file import Body, BodyKind, BodyRegistered, Identity
from domain.enterprise.facts import EnterpriseRegistered
from domain.enterprise.file import Enterprise
from domain.folding import folded
from domain.import_run.acts import start_import
from domain.imported_record.file import ImportedRecord
from domain.imports import ImportKind
from domain.jurisdictions import Level
from domain.law.penalty_kinds import PenaltyKind
from domain.printed import (
    PartyClass,
    PenaltyTexts,
    PrintedAuthority,
    PrintedParty,
    PrintedPenalty,
    RowOrigin,
)
from domain.procedures.importing import record_imported_penalty
from domain.values import Personal
from tests import controls
from tests.cases.office import Office

P = ParamSpec("P")
R = TypeVar("R")

#: Ten o'clock in the office, on a working day.
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
#: Half a year before, under the classes of 2026.
DECIDED_ON = date(2026, 5, 20)
DIGEST = "ab" * 32
NUMBER = "（演）应急罚〔2026〕12号"
FINED = 2_000_000

_SPACE = UUID("5e1f0000-0000-4000-8000-0000000000f0")


def person(name: str) -> UUID:
    """
    Name somebody for good.
    """
    return uuid5(_SPACE, name)


@dataclass
class ImportOffice:
    """
    An office with its city bureau, a county bureau below it, and an import under way.
    """

    office: Office
    city: UUID
    county: UUID
    run: UUID

    def actor(self, role: Role, *, body: UUID | None = None) -> Actor:
        """
        Somebody of the city bureau, or of another body.
        """
        return Actor(role, person(role.code), body or self.city)

    @property
    def importer(self) -> Actor:
        """
        The importer of the city bureau.
        """
        return self.actor(Role.IMPORTER)

    def enterprise(
        self,
        firm: controls.Firm,
        *,
        name: str = "",
        codes: dict[str, str] | None = None,
    ) -> UUID:
        """
        Put an enterprise into the register.

        Args:
            firm: One of the examples.
            name: Another name than its own.
            codes: Other codes than its USCC.
        """
        name = name or firm.name
        return begin(
            self.office,
            Enterprise,
            EnterpriseRegistered,
            by=self.actor(Role.CLERK),
            name=name,
            name_key=self.office.keyed(folded(name)),
            region=firm.place.code,
            **(codes or {"uscc": firm.uscc}),
        )

    def row(self, party: PrintedParty, **changes: object) -> dict[str, Any]:
        """
        Give the terms of a right row about a party.

        Args:
            party: The party as printed.
            changes: Other terms than the usual.
        """
        terms: dict[str, Any] = {
            "origin": RowOrigin(self.run, 7, "penalties/csv"),
            "row": Personal('{"行政相对人名称":"演示"}', person("row")),
            "party": party,
            "authority": CITY_AUTHORITY,
            "penalty": PENALTY,
            "texts": TEXTS,
        }
        return terms | changes

    def imported(self, party: PrintedParty, **changes: object) -> ImportedRecord:
        """
        Import a penalty on a party, and give the record.
        """
        facts = self.does(
            record_imported_penalty, by=self.importer, **self.row(party, **changes)
        )
        record = self.office.file(facts[0].file)
        assert isinstance(record, ImportedRecord)
        return record

    def does(
        self,
        act: "Act[P, R]",
        *,
        by: Actor,
        on: UUID | None = None,
        **terms: object,
    ) -> list[Fact]:
        """
        Do an act now, and give the new facts.

        Args:
            act: The act.
            by: Who.
            on: On which file.
            terms: Its terms.
        """
        return self.office.perform(
            cast("Act[..., object]", act),
            by=by,
            at=NOW,
            file=on,
            **terms,  # type: ignore[arg-type]  # the act's own
        )

    def again(self, file: File) -> ImportedRecord:
        """
        Read a record once more.
        """
        record = self.office.file(file.id)
        assert isinstance(record, ImportedRecord)
        return record


CITY_AUTHORITY = PrintedAuthority(controls.CITY_BUREAU.name, controls.CITY_BUREAU.uscc)
PENALTY = PrintedPenalty(
    NUMBER, (PenaltyKind.WARNING, PenaltyKind.FINE), DECIDED_ON, fine_fen=FINED
)
TEXTS = PenaltyTexts(
    violation_fact=Personal("未按规定设置安全警示标志"),
    penalty_content=Personal("警告，罚款人民币2万元"),
)


def unit(firm: controls.Firm, **changes: object) -> PrintedParty:
    """
    Print an enterprise of the examples as the party of a row.
    """
    party = PrintedParty(PartyClass.UNIT, party_name=firm.name, uscc=firm.uscc)
    return replace(party, **changes)  # type: ignore[arg-type]  # the caller knows


def begin(
    office: Office,
    kind: type[File],
    fact: type[FirstFact],
    *,
    by: Actor,
    **terms: object,
) -> UUID:
    """
    Open a file with a fact that is given, whatever act would have led to it.
    """
    given = cast("Act[..., object]", start_import)
    at = office.circumstances(given, by=by, at=NOW)
    file = kind.start(fact, at, **terms)  # type: ignore[arg-type]  # terms of the fact
    office.facts += [each for _, each in at.recorded]
    return file.id


def import_office() -> ImportOffice:
    """
    Open the office that cases begin with.
    """
    office = Office()
    clerk = Actor(Role.CLERK, person("clerk"))
    city, county = (
        begin(
            office,
            Body,
            BodyRegistered,
            by=clerk,
            body_kind=BodyKind.REGULATOR,
            level=Level.PREFECTURE,
            region=agency.place.code,
            identity=Identity(agency.name),
            since_on=date(2020, 1, 1),
            uscc=agency.uscc,
        )
        for agency in (controls.CITY_BUREAU, controls.COUNTY_BUREAU)
    )
    desk = ImportOffice(office, city, county, city)
    facts = desk.does(
        start_import,
        by=desk.importer,
        import_kind=ImportKind.PENALTIES,
        file_sha256=DIGEST,
        size=1,
        layout="penalties/csv",
        encoding="utf-8",
    )
    return replace(desk, run=facts[0].file)


def names_of(facts: list[Fact] | tuple[Fact, ...]) -> list[str]:
    """
    Name some facts by their class.
    """
    return [type(fact).__name__ for fact in facts]
